#pragma once

#include <string>

#include "kiosk/base/digest.h"
#include "kiosk/base/folder.h"
#include "kiosk/batch/format.h"

namespace kiosk::stick {

/// One table of answers on its way to the stick.
class Copy {
 public:
  /// Starts the file `name` in `folder`, which outlives the copy. Fails as Folder::create does.
  static Result<Copy, IoError> start(const Folder& folder, std::string name, const batch::Format& format,
                                     const batch::Origin& origin);

  /// Adds one answer. Fails as NewFile::append does.
  Result<Done, IoError> add(const batch::Origin& origin, const batch::Row& row);

  /// Writes the closing line and gives the file its name. Fails as NewFile::finish does.
  Result<Done, IoError> finish();

  /// Reads the file back from the stick. Tells whether it is, byte for byte, what was written.
  Result<bool, IoError> reads_back() const;

  const std::string& name() const { return name_; }

 private:
  Copy(const Folder& folder, std::string name, const batch::Format& format, NewFile file);
  Result<Done, IoError> flush();

  const Folder* folder_;
  std::string name_;
  const batch::Format* format_;
  NewFile file_;
  std::string waiting_;  // not yet written: a stick takes few large pieces far sooner than many small ones
  Hasher hasher_;        // of all that was written
  std::uint64_t rows_ = 0;
};

}  // namespace kiosk::stick
