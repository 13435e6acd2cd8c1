#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/batch/gather.h"
#include "kiosk/batch/out_folder.h"

namespace kiosk::batch {

struct TablesOptions {
  /// Where a spreadsheet is put together: some 1 kB an answer, removed afterwards. It holds answers and
  /// words, so it must be a folder that nobody else may read, as the station's store is; never /tmp. Empty:
  /// no spreadsheet is made.
  std::filesystem::path scratch;
  std::optional<survey::Language> language;  ///< of the report: "nl" or "en"; else that of the question set
};

/// What was made.
struct Tables {
  std::uint64_t batches = 0;
  std::uint64_t answers = 0;  ///< rows in each table
};

/// Makes antwoorden.csv, codeboek.csv, rapport.html and antwoorden.xlsx in `out`, in that order, from
/// gathered batches. The same batches always give the same bytes, whenever and in whatever order they were
/// gathered. No more than a line of a batch is in memory. Where words are sealed and were not opened, each
/// table has a row of the kind "sealed" that says so, and the report too. Fails when `out` does, or when a
/// batch is not what it was any more.
Result<Tables, GatherError> write_tables(const Gathered& gathered, OutFolder& out,
                                         const TablesOptions& options, const TellProgress& tell);

/// The report alone, as a page (report.h).
Result<std::string, GatherError> write_report(const Gathered& gathered,
                                              const std::optional<survey::Language>& language,
                                              const TellProgress& tell);

}  // namespace kiosk::batch
