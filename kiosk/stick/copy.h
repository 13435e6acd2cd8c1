#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/digest.h"
#include "kiosk/base/folder.h"

namespace kiosk::stick {

/// What a file on the stick should hold.
struct Content {
  Digest digest{};
  std::uint64_t bytes = 0;

  friend bool operator==(const Content&, const Content&) = default;
};

/// One file on its way to the stick. It is dated to the midnight before it was written: whoever was at the
/// station when staff came cannot be told from it.
class Copy {
 public:
  /// Starts the file `name` in `folder`. Fails as Folder::create does.
  static Result<Copy, IoError> start(const Folder& folder, const std::string& name);

  /// Adds a piece. Fails as NewFile::append does.
  Result<Done, IoError> add(std::string_view text);

  /// The hash of all that was added so far, for a closing line.
  Digest so_far() const { return hasher_.so_far(); }

  /// Gives the file its name, and tells what it holds. Fails as NewFile::finish does.
  Result<Content, IoError> finish();

 private:
  explicit Copy(NewFile file) : file_{std::move(file)} {}
  Result<Done, IoError> flush();

  NewFile file_;
  std::string waiting_;  // not yet written: a stick takes few large pieces far sooner than many small ones
  std::uint64_t bytes_ = 0;
  Hasher hasher_;  // of all that was added
};

/// Called with so many bytes read; returns false to stop.
using ReadOn = std::function<bool(std::uint64_t)>;

/// Reads a file back from the stick (Folder::read_uncached), and tells what it holds. Stopped by `on`, or at
/// the first byte after `most`, it tells of what was read until then.
Result<Content, IoError> content_of(const Folder& folder, const std::string& name, std::uint64_t most,
                                    const ReadOn& on);

}  // namespace kiosk::stick
