#pragma once

#include <filesystem>
#include <string>

namespace kiosk::store {

/// Why the store could not do what was asked. Never holds anything of an answer.
struct StoreError {
  enum class Kind {
    full,       ///< the store holds as much as it ever will
    disk_full,  ///< the disk under it has no room
    io,         ///< the disk failed to read or write
    panic,      ///< the store does not know what is on disk: open it again before anything else
    corrupt,    ///< what is on disk is not what was written
    busy,       ///< others hold it
    missing,    ///< there is no store here
    version,    ///< written by another version of this program
    other,
  };

  Kind kind = Kind::other;
  int code = 0;       ///< of LMDB, or errno
  std::string doing;  ///< a verb: "save an answer"
  std::filesystem::path path;

  /// What happened, where, and what to do, in one line.
  std::string text() const;
};

}  // namespace kiosk::store
