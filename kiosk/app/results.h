#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// The commands that make results of sticks, on any desk. Each returns the exit status and tells a failure in
/// one line on stderr.
namespace kiosk::app {

struct ResultsOptions {
  std::filesystem::path out;                  ///< merge: a folder; report: a file
  std::vector<std::filesystem::path> sticks;  ///< or folders copied from them, or results of an earlier merge
  std::optional<std::filesystem::path> keys;  ///< take only what these keys signed
  std::optional<std::filesystem::path> identity;  ///< opens sealed words
  std::optional<std::string> language;            ///< of the report
};

/// `kiosk merge`: the batches of all sticks, and tables and a report of them, in a folder. What is in that
/// folder already counts as one stick more.
int merge(const ResultsOptions& options);

/// `kiosk report`: the report alone.
int report(const ResultsOptions& options);

}  // namespace kiosk::app
