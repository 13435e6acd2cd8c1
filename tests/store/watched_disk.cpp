#include "tests/store/watched_disk.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "kiosk/base/file.h"

void WatchedDisk::start(const std::filesystem::path& folder) {
  struct stat about {};
  folder_ = folder;
  if (::stat(folder.c_str(), &about) == 0) folder_inode_ = about.st_ino;
  files_.clear();
  Names names;
  for (const auto& found : std::filesystem::directory_iterator{folder}) {
    if (!counts(found.path()) || ::stat(found.path().c_str(), &about) != 0) continue;
    names[found.path().filename()] = about.st_ino;
    files_[about.st_ino] = {*kiosk::read_file(found.path(), std::size_t{1} << 26U), {}};
  }
  names_ = {std::move(names)};
  on_ = true;
}

bool WatchedDisk::settled() const {
  return names_.size() == 1 && std::all_of(files_.begin(), files_.end(),
                                           [](const auto& each) { return each.second.pending.empty(); });
}

bool WatchedDisk::counts(const std::filesystem::path& path) const {
  const std::string name = path.filename();
  return path.parent_path() == folder_ && name.find(".mdb") != std::string::npos && !name.ends_with("-lock");
}

/// A file that nobody saw before was made since: its name is a change like others.
WatchedDisk::File* WatchedDisk::file_behind(int descriptor) {
  struct stat about {};
  if (!on_ || ::fstat(descriptor, &about) != 0) return nullptr;
  if (const auto known = files_.find(about.st_ino); known != files_.end()) return &known->second;
  std::error_code unknown;
  const auto path = std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor), unknown);
  if (unknown || !counts(path)) return nullptr;
  Names names = names_.back();
  names[path.filename()] = about.st_ino;
  names_.push_back(std::move(names));
  return &files_[about.st_ino];
}

void WatchedDisk::put(std::string& file, const Write& write) {
  const auto at = static_cast<std::size_t>(write.at);
  if (file.size() < at + write.bytes.size()) file.resize(at + write.bytes.size(), '\0');
  file.replace(at, write.bytes.size(), write.bytes);
}

void WatchedDisk::wrote(int descriptor, const void* bytes, std::size_t count, off_t at) {
  File* file = file_behind(descriptor);
  if (file == nullptr) return;
  Write write{at, {static_cast<const char*>(bytes), count}};
  if ((::fcntl(descriptor, F_GETFL) & O_DSYNC) != 0) {
    put(file->kept, write);  // this one is on disk when the call returns
  } else {
    file->pending.push_back(std::move(write));
  }
  changed_ = true;
}

void WatchedDisk::synced(int descriptor) {
  struct stat about {};
  if (on_ && ::fstat(descriptor, &about) == 0 && about.st_ino == folder_inode_) {
    names_.erase(names_.begin(), names_.end() - 1);
    changed_ = true;
    return;
  }
  File* file = file_behind(descriptor);
  if (file == nullptr) return;
  for (const Write& write : file->pending) put(file->kept, write);
  file->pending.clear();
  changed_ = true;
}

void WatchedDisk::names_change(Names names) {
  names_.push_back(std::move(names));
  changed_ = true;
}

void WatchedDisk::linked(const char* from, const char* to) {
  if (!on_ || !counts(to)) return;
  Names names = names_.back();
  names[std::filesystem::path{to}.filename()] = names[std::filesystem::path{from}.filename()];
  names_change(std::move(names));
}

void WatchedDisk::renamed(const char* from, const char* to) {
  if (!on_ || !counts(to)) return;
  Names names = names_.back();
  const auto moved = names.extract(std::filesystem::path{from}.filename());
  if (!moved.empty()) names[std::filesystem::path{to}.filename()] = moved.mapped();
  names_change(std::move(names));
}

void WatchedDisk::unlinked(const char* name) {
  if (!on_ || !counts(name)) return;
  Names names = names_.back();
  if (names.erase(std::filesystem::path{name}.filename()) == 1) names_change(std::move(names));
}

void WatchedDisk::tell() {
  if (std::exchange(changed_, false) && at_every_change != nullptr) at_every_change();
}

WatchedDisk& watched_disk() {
  static WatchedDisk disk;
  return disk;
}

extern "C" int fdatasync(int file) {
  const int code = static_cast<int>(::syscall(SYS_fdatasync, file));
  watched_disk().synced(file);
  watched_disk().tell();
  return code;
}
extern "C" int fsync(int file) {
  const int code = static_cast<int>(::syscall(SYS_fsync, file));
  watched_disk().synced(file);
  watched_disk().tell();
  return code;
}
extern "C" ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  const ssize_t done = ::syscall(SYS_pwrite64, file, bytes, count, at);
  watched_disk().wrote(file, bytes, count, at);
  watched_disk().tell();
  return done;
}
extern "C" ssize_t writev(int file, const iovec* pieces, int count) {
  off_t at = ::lseek(file, 0, SEEK_CUR);
  const ssize_t done = ::syscall(SYS_writev, file, pieces, count);
  for (int i = 0; i < count; ++i) {
    watched_disk().wrote(file, pieces[i].iov_base, pieces[i].iov_len, at);
    at += static_cast<off_t>(pieces[i].iov_len);
  }
  watched_disk().tell();
  return done;
}
extern "C" int link(const char* from, const char* to) {
  const int code = static_cast<int>(::syscall(SYS_link, from, to));
  if (code == 0) watched_disk().linked(from, to);
  watched_disk().tell();
  return code;
}
extern "C" int rename(const char* from, const char* to) {
  const int code = static_cast<int>(::syscall(SYS_rename, from, to));
  if (code == 0) watched_disk().renamed(from, to);
  watched_disk().tell();
  return code;
}
extern "C" int unlink(const char* name) {
  const int code = static_cast<int>(::syscall(SYS_unlink, name));
  if (code == 0) watched_disk().unlinked(name);
  watched_disk().tell();
  return code;
}
struct MDB_env;
extern "C" int mdb_env_open(MDB_env* environment, const char* path, unsigned flags, mode_t mode) {
  using Open = int (*)(MDB_env*, const char*, unsigned, mode_t);
  static const auto real = reinterpret_cast<Open>(::dlsym(RTLD_NEXT, "mdb_env_open"));
  return real(environment, path, flags | watched_disk().more_flags, mode);
}
