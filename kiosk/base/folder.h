#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/file.h"

namespace kiosk {

/// A file that is being written under its name with `.part`, and stands under its own name only when
/// finished. Left unfinished, it is removed.
class NewFile {
 public:
  NewFile(NewFile&&) noexcept = default;
  NewFile& operator=(NewFile&&) = delete;
  ~NewFile();

  /// Fails on any error, and when only a part was taken: a stick that was pulled out shows itself so first.
  Result<Done, IoError> append(std::string_view bytes);

  /// Dates the file to the last midnight on the wall. Where a file system keeps other times (of creation, of
  /// the last change of its name) those stay: no program can set them.
  Result<Done, IoError> date_to_midnight();

  /// Sync, rename, sync again (FAT writes size and place into the new name only then), sync the folder.
  /// Waits for the disk. After a failure the file cannot be told to be there or not.
  Result<Done, IoError> finish();

 private:
  friend class Folder;
  NewFile(Fd folder, Fd file, std::filesystem::path path);

  Fd folder_;
  Fd file_;
  std::filesystem::path path_;  // the final one, for messages; its name, for renaming
  std::string part_;
};

/// An open folder. Everything in it is reached by name from here and no link is followed, so a link on a
/// stick cannot lead elsewhere, also not one that appears halfway.
class Folder {
 public:
  enum class Holds { file, folder, something_else };
  struct Found {
    std::string name;
    Holds what = Holds::something_else;
    std::uint64_t bytes = 0;  ///< of a file
  };

  /// Opens `path`, which the caller chose: links in it are followed. Fails when it is no folder.
  static Result<Folder, IoError> open(const std::filesystem::path& path);

  /// The folder `name` in this one. Fails when it is missing, or something else than a folder.
  Result<Folder, IoError> enter(const std::string& name) const;

  /// As `enter`; a missing folder is made, with `mode` as in mkdir(2).
  Result<Folder, IoError> enter_or_make(const std::string& name, unsigned mode) const;

  /// Starts a file. Fails when something else than an ordinary file stands under that name, when the disk is
  /// full or cannot be written.
  Result<NewFile, IoError> create(const std::string& name) const;

  /// Hands the whole of an ordinary file to `take`, piece by piece, past the system's memory of it where the
  /// disk allows (O_DIRECT), else after asking the system to forget it. Fails when it is missing, is no
  /// ordinary file or cannot be read.
  Result<Done, IoError> read_uncached(const std::string& name,
                                      const std::function<void(std::string_view)>& take) const;

  /// As read_uncached, until `take` returns false.
  Result<Done, IoError> read_uncached_while(const std::string& name,
                                            const std::function<bool(std::string_view)>& take) const;

  /// Removes a name that is no folder's; what is not there counts as removed. Waits for nothing.
  Result<Done, IoError> remove(const std::string& name) const;

  /// Moves what is called `name` to `other`, under a name that nothing has there: `name` itself, or with a
  /// number after it. Links are moved, not followed. Syncs both folders: waits for the disk.
  Result<Done, IoError> set_aside(const std::string& name, const Folder& other) const;

  /// Waits until the disk has taken everything that was written to it, by whomever (syncfs).
  Result<Done, IoError> sync_disk() const;

  /// Hands an ordinary file to `take`, piece by piece, until that returns false: for what proves itself by
  /// what it holds. Fails when it is missing, is no ordinary file or cannot be read.
  Result<Done, IoError> read(const std::string& name,
                             const std::function<bool(std::string_view)>& take) const;

  /// As NewFile::date_to_midnight, for the folder itself: once nothing in it changes any more.
  Result<Done, IoError> date_to_midnight() const;

  /// What is in the folder, sorted by name, itself and its parent left out.
  Result<std::vector<Found>, IoError> list() const;

  const std::filesystem::path& path() const { return path_; }

 private:
  Folder(Fd fd, std::filesystem::path path) : fd_{std::move(fd)}, path_{std::move(path)} {}

  Fd fd_;
  std::filesystem::path path_;  // for messages only
};

}  // namespace kiosk
