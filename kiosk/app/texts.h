#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace kiosk::app {

/// What staff decided about one text: one of these names its id, or the beginning of it.
struct TextsOptions {
  std::filesystem::path store;
  std::optional<std::string> show;
  std::optional<std::string> hide;
  std::optional<std::string> erase;
  std::string reason = "other";  ///< personal, abuse, nonsense, request, other
};

/// `kiosk texts`: lists what visitors wrote with hints of what staff should look at, or decides about one
/// text. Returns the exit status.
int texts(const TextsOptions& options);

}  // namespace kiosk::app
