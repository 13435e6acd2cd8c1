#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/digest.h"
#include "kiosk/base/folder.h"

namespace kiosk::stick {

/// One file on its way to the stick. It is dated to the midnight before it was written: whoever was at the
/// station when staff came cannot be told from it.
class Copy {
 public:
  /// Starts the file `name` in `folder`, which outlives the copy. Fails as Folder::create does.
  static Result<Copy, IoError> start(const Folder& folder, std::string name);

  /// Adds a piece. Fails as NewFile::append does.
  Result<Done, IoError> add(std::string_view text);

  /// The hash of all that was added so far, for a closing line.
  Digest so_far() const { return hasher_.so_far(); }

  /// Gives the file its name. Fails as NewFile::finish does.
  Result<Done, IoError> finish();

  /// Reads the file back from the stick. Tells whether it is, byte for byte, what was written.
  Result<bool, IoError> reads_back() const;

  const std::string& name() const { return name_; }
  std::filesystem::path path() const { return folder_->path() / name_; }

 private:
  Copy(const Folder& folder, std::string name, NewFile file);
  Result<Done, IoError> flush();

  const Folder* folder_;
  std::string name_;
  std::optional<NewFile> file_;  // closed when finished: an export holds many
  std::string waiting_;  // not yet written: a stick takes few large pieces far sooner than many small ones
  Hasher hasher_;        // of all that was added
};

}  // namespace kiosk::stick
