#pragma once

#include <filesystem>

#include "kiosk/base/file.h"

namespace kiosk {

/// Says that this process works in a folder, by a lock on a file in it: shared with others, or alone. The
/// system lets go of it when the process ends, however it ends.
class FolderLock {
 public:
  /// Shares `file`, which is made where it is missing; waits for whoever is alone with it.
  static Result<FolderLock, IoError> share(const std::filesystem::path& file);

  /// Tries to be alone. Tells whether that went well; where it did not, nothing is locked until
  /// share_again().
  bool try_alone();

  /// Shares once more, after try_alone(). Others may have been alone meanwhile.
  Result<Done, IoError> share_again();

 private:
  FolderLock(Fd file, std::filesystem::path path) : file_{std::move(file)}, path_{std::move(path)} {}

  Fd file_;
  std::filesystem::path path_;
};

}  // namespace kiosk
