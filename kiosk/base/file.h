#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "kiosk/base/result.h"

namespace kiosk {

/// A call on a file that failed. `text()` says what and where; what to do about it is for the caller to add.
struct IoError {
  int code = 0;                ///< errno; 0 where the system reported none
  std::string doing;           ///< a verb: "write", "sync the folder of"
  std::filesystem::path path;  ///< what it was done to
  std::string why;             ///< told in place of the system's own words, where those would puzzle

  /// True where there was no room: ENOSPC, EDQUOT, EFBIG.
  bool disk_full() const;

  /// "could not write /media/stick/antwoorden.csv: No space left on device"
  std::string text() const;
};

/// The owner of an open file. Closing is not a promise: sync first, close whenever.
class Fd {
 public:
  Fd() = default;
  explicit Fd(int number) : number_{number} {}
  Fd(Fd&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
  Fd& operator=(Fd&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Fd(const Fd&) = delete;
  Fd& operator=(const Fd&) = delete;
  ~Fd();

  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }

  /// Gives the file up to a C handle that closes it itself.
  int release() { return std::exchange(number_, -1); }

 private:
  int number_ = -1;
};

/// The whole of an ordinary file, read once. Fails when it is missing, is no ordinary file (a pipe would wait
/// for ever) or holds more than `max_bytes`.
Result<std::string, IoError> read_file(const std::filesystem::path& path, std::size_t max_bytes);

/// Writes `bytes` to `path` so that after a crash either the old file or the whole new one is there: `.part`,
/// sync, rename, sync the folder. Waits for the disk. Fails when any of these does; the old file then stands.
Result<Done, IoError> write_atomically(const std::filesystem::path& path, std::string_view bytes);

/// As write_atomically, for a new file that only its owner may read (0600), from its first byte on. Fails
/// when `path` is there already.
Result<Done, IoError> write_secret(const std::filesystem::path& path, std::string_view bytes);

/// Gives a file one more name. Fails when `also` is there already.
Result<Done, IoError> link_file(const std::filesystem::path& file, const std::filesystem::path& also);

/// Puts `from` in the place of `to`, in one step: a crash leaves one or the other there. The names are
/// durable only after sync_folder.
Result<Done, IoError> replace_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// Do both names lead to one file? False where either is missing.
bool is_same_file(const std::filesystem::path& one, const std::filesystem::path& other);

/// Removes a name; what is not there counts as removed.
Result<Done, IoError> remove_name(const std::filesystem::path& path);

/// Overwrites a file with zeros, waits for the disk, gives its blocks back and removes its name: what was in
/// it cannot be read from the device again, as far as the file system writes in place (ext4 and xfs do; a
/// flash controller may keep copies, which disk encryption is for). What is not there counts as removed.
Result<Done, IoError> wipe_file(const std::filesystem::path& path);

/// Makes a file at least `bytes` long, with zeros; never shorter, also when somebody else makes it longer
/// meanwhile.
Result<Done, IoError> grow_file(const std::filesystem::path& path, std::uint64_t bytes);

/// Makes a file at least `bytes` long, for its owner alone (0600), with blocks of its own: whoever maps it
/// into memory is not ended (SIGBUS) for lack of room. One that is long enough is left alone.
Result<Done, IoError> allocate_file(const std::filesystem::path& path, std::uint64_t bytes);

/// Writes `bytes` over those at `offset` of a file that is long enough, and waits for the disk: needs no
/// room, so that it works on a full one. A crash can leave any part of them there.
Result<Done, IoError> overwrite_file(const std::filesystem::path& path, std::uint64_t offset,
                                     std::string_view bytes);

/// As write_atomically, for a file that is there already: its owner and rights stay. Fails where they cannot
/// be kept.
Result<Done, IoError> rewrite_atomically(const std::filesystem::path& path, std::string_view bytes);

/// Makes the names in a folder durable: a new file can be lost in a power cut until this is done.
Result<Done, IoError> sync_folder(const std::filesystem::path& folder);

/// Makes a folder, and those above it, where they do not exist; an existing one is left as it is. `mode` is
/// as in mkdir(2): 0700 keeps it from everyone else.
Result<Done, IoError> make_folder(const std::filesystem::path& folder, unsigned mode);

/// Bytes that the disk that holds `path` has room for in all.
Result<std::uint64_t, IoError> disk_size(const std::filesystem::path& path);

/// Bytes that this process may still write to the disk that holds `path`.
Result<std::uint64_t, IoError> free_space(const std::filesystem::path& path);

/// The disk that holds `path` gives room in pieces of so many bytes: every file takes whole ones.
Result<std::uint64_t, IoError> block_size(const std::filesystem::path& path);

}  // namespace kiosk
