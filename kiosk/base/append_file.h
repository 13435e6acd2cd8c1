#pragma once

#include <filesystem>
#include <string_view>

#include "kiosk/base/file.h"

namespace kiosk {

/// A file that grows by whole lines, for others to read while it grows. Nothing is synced: it is no store.
class AppendFile {
 public:
  /// Makes the file, or empties it.
  static Result<AppendFile, IoError> create(const std::filesystem::path& path);

  /// Adds `line` and a line break in one write, so that a reader never sees half a line.
  Result<Done, IoError> add(std::string_view line);

 private:
  AppendFile(Fd fd, std::filesystem::path path) : fd_{std::move(fd)}, path_{std::move(path)} {}

  Fd fd_;
  std::filesystem::path path_;
};

}  // namespace kiosk
