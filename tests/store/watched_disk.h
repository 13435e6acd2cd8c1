#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// A disk that takes writes and is slow to keep them, under the store of this process. The calls in
/// watched_disk.cpp, which LMDB and the store find in place of the system's, write down what is asked of it.
///
/// When the power goes, a file has everything up to its last sync and of what came after it any part, in any
/// order. Names are kept in the order in which they changed, as a journal does it: up to the last sync of the
/// folder all of them, then any number of the changes that came after it.
class WatchedDisk {
 public:
  /// Files, and the names in the folder that each of them has.
  struct Left {
    std::vector<std::string> names;
    std::string bytes;
  };
  using Files = std::map<ino_t, Left>;

  /// Takes what is in the folder now as kept. Only files of LMDB count: not its locks.
  void start(const std::filesystem::path& folder);
  void stop() { on_ = false; }

  /// What is on the disk after a power cut: `keeps_write` says yes or no to each write that was not synced,
  /// `names_kept` is how many of the changes of names that were not synced are there.
  template <class Keeps>
  Files after_power_cut(std::size_t names_kept, Keeps keeps_write) const {
    Files files;
    for (const auto& [name, inode] : names_.at(names_kept)) {
      const auto known = files.find(inode);
      if (known != files.end()) {
        known->second.names.push_back(name);
        continue;
      }
      const File& file = files_.at(inode);
      std::string bytes = file.kept;
      for (const Write& write : file.pending) {
        if (keeps_write()) put(bytes, write);
      }
      files.emplace(inode, Left{{name}, std::move(bytes)});
    }
    return files;
  }
  std::size_t names_pending() const { return names_.size() - 1; }
  bool settled() const;

  // What the calls say of themselves.
  void wrote(int file, const void* bytes, std::size_t count, off_t at);
  void synced(int file);
  void linked(const char* from, const char* to);
  void renamed(const char* from, const char* to);
  void unlinked(const char* name);
  void tell();

  void (*at_every_change)() = nullptr;
  unsigned more_flags = 0;  ///< with which LMDB opens a file

 private:
  struct Write {
    off_t at = 0;
    std::string bytes;
  };
  struct File {
    std::string kept;
    std::vector<Write> pending;
  };
  using Names = std::map<std::string, ino_t>;

  static void put(std::string& file, const Write& write);
  bool counts(const std::filesystem::path& path) const;
  File* file_behind(int descriptor);
  void names_change(Names names);

  bool on_ = false;
  bool changed_ = false;
  std::filesystem::path folder_;
  ino_t folder_inode_ = 0;
  std::map<ino_t, File> files_;
  std::vector<Names> names_{Names{}};  // kept, then after each change that was not synced
};

/// The one disk: the calls have no other way to it.
WatchedDisk& watched_disk();
