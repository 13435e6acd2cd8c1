#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "kiosk/base/file.h"
#include "kiosk/base/folder.h"
#include "kiosk/base/result.h"

namespace kiosk::batch {

/// A file that is being made. Until it is finished nothing stands under its name, and ended before that, it
/// leaves nothing behind.
class OutFile {
 public:
  OutFile() = default;
  OutFile(const OutFile&) = delete;
  OutFile& operator=(const OutFile&) = delete;
  virtual ~OutFile() = default;

  /// Adds a piece, of any size. Fails where the disk does.
  virtual Result<Done, IoError> add(std::string_view piece) = 0;

  /// Gives the file its name. Waits for the disk. Fails where the disk does.
  virtual Result<Done, IoError> finish() = 0;
};

/// Where files are made: a stick, which looks again at what it was given, or any folder.
class OutFolder {
 public:
  OutFolder() = default;
  OutFolder(const OutFolder&) = delete;
  OutFolder& operator=(const OutFolder&) = delete;
  virtual ~OutFolder() = default;

  /// Starts the file `name`. Fails where the disk does, or where something else than an ordinary file has
  /// that name.
  virtual Result<std::unique_ptr<OutFile>, IoError> start(const std::string& name) = 0;
};

/// A folder on any disk: files are written as `.part`, synced and renamed, and dated to midnight.
class PlainFolder : public OutFolder {
 public:
  /// `folder` outlives it.
  explicit PlainFolder(const Folder& folder) : folder_{&folder} {}
  Result<std::unique_ptr<OutFile>, IoError> start(const std::string& name) override;

 private:
  const Folder* folder_;
};

}  // namespace kiosk::batch
