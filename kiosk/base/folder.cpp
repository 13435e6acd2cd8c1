#include "kiosk/base/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>

#include "kiosk/base/clock.h"
#include "kiosk/base/handle.h"

namespace kiosk {

namespace {

constexpr mode_t readable_by_all = 0644;  // a stick is read on other people's computers
constexpr std::size_t page = 4096;        // O_DIRECT wants memory and length in whole sectors; none is larger
constexpr std::size_t piece_bytes = 256 * page;

using Listing = std::unique_ptr<DIR, Frees<::closedir>>;

Folder::Holds kind_of(mode_t mode) {
  if (S_ISREG(mode)) return Folder::Holds::file;
  return S_ISDIR(mode) ? Folder::Holds::folder : Folder::Holds::something_else;
}

/// The system's words for a link that is not followed are "too many levels of symbolic links".
IoError failed(const char* doing, const std::filesystem::path& path) {
  const int code = errno;
  return IoError{code, doing, path, code == ELOOP ? "it is a link, and links are not followed" : ""};
}

/// As much as is read at once: a file that holds less needs no more room.
std::size_t piece_of(off_t file_size) {
  const std::size_t size = file_size > 0 ? static_cast<std::size_t>(file_size) : 0;
  return std::min(piece_bytes, (size / page + 1) * page);
}

/// Reads on to the end, or until `take` has enough; returns an errno, or 0.
int read_all(const Fd& file, const std::function<bool(std::string_view)>& take) {
  struct stat about {};
  if (::fstat(file.number(), &about) != 0) return errno;
  const std::size_t most = piece_of(about.st_size);
  std::size_t size = most + page;
  const auto room = std::make_unique_for_overwrite<char[]>(size);
  void* start = room.get();
  auto* const piece = static_cast<char*>(std::align(page, most, start, size));
  while (true) {
    const ssize_t count = ::read(file.number(), piece, most);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) return 0;
    if (!take({piece, static_cast<std::size_t>(count)})) return 0;
  }
}

Result<Done, IoError> date(const Fd& file, const std::filesystem::path& path) {
  const timespec midnight{last_midnight(), 0};
  const std::array<timespec, 2> read_and_written{midnight, midnight};
  if (::futimens(file.number(), read_and_written.data()) != 0) return failed("date", path);
  return Done{};
}

Result<Fd, IoError> open_ordinary(const Fd& folder, const std::string& name, int more_flags,
                                  const std::filesystem::path& path) {
  Fd file{
      ::openat(folder.number(), name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | more_flags)};
  if (!file) return failed("open", path);
  struct stat about {};
  if (::fstat(file.number(), &about) != 0) return failed("read", path);
  if (!S_ISREG(about.st_mode)) return IoError{EINVAL, "read", path, "it is not an ordinary file"};
  return file;
}

}  // namespace

NewFile::NewFile(Fd folder, Fd file, std::filesystem::path path)
    : folder_{std::move(folder)},
      file_{std::move(file)},
      path_{std::move(path)},
      part_{path_.filename().string() + ".part"} {}

NewFile::~NewFile() {
  if (folder_ && !part_.empty()) ::unlinkat(folder_.number(), part_.c_str(), 0);
}

Result<Done, IoError> NewFile::append(std::string_view bytes) {
  if (bytes.empty()) return Done{};
  ssize_t count = -1;
  do {
    count = ::write(file_.number(), bytes.data(), bytes.size());
  } while (count < 0 && errno == EINTR);
  if (count < 0) return failed("write", path_);
  if (static_cast<std::size_t>(count) != bytes.size()) {
    // A disk that filled up halfway tells so at the next write; one that is gone has nothing to tell.
    const ssize_t next = ::write(file_.number(), bytes.data() + count, 1);
    return IoError{next < 0 ? errno : 0, "write", path_, "only a part of it was taken"};
  }
  return Done{};
}

Result<Done, IoError> NewFile::date_to_midnight() { return date(file_, path_); }

Result<Done, IoError> NewFile::finish() {
  if (::fsync(file_.number()) != 0) return failed("sync", path_);
  const std::string name = path_.filename().string();
  if (::renameat(folder_.number(), part_.c_str(), folder_.number(), name.c_str()) != 0) {
    return failed("rename", path_);
  }
  part_.clear();
  if (::fsync(file_.number()) != 0) return failed("sync", path_);
  if (::fsync(folder_.number()) != 0) return failed("sync the folder of", path_);
  return Done{};
}

Result<Done, IoError> Folder::date_to_midnight() const {
  if (const auto dated = date(fd_, path_); !dated) return dated.error();
  if (::fsync(fd_.number()) != 0) return failed("sync the folder", path_);
  return Done{};
}

Result<Folder, IoError> Folder::open(const std::filesystem::path& path) {
  Fd fd{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!fd) return failed("open the folder", path);
  return Folder{std::move(fd), path};
}

Result<Folder, IoError> Folder::enter(const std::string& name) const {
  const auto path = path_ / name;
  struct stat about {};
  if (::fstatat(fd_.number(), name.c_str(), &about, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(about.st_mode)) {
    errno = ELOOP;  // opening it would say "not a directory"
    return failed("open the folder", path);
  }
  Fd fd{::openat(fd_.number(), name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)};
  if (!fd) return failed("open the folder", path);
  return Folder{std::move(fd), path};
}

Result<Folder, IoError> Folder::enter_or_make(const std::string& name, unsigned mode) const {
  const bool made = ::mkdirat(fd_.number(), name.c_str(), mode) == 0;
  if (!made && errno != EEXIST) return failed("make the folder", path_ / name);
  if (made && ::fsync(fd_.number()) != 0) return failed("sync the folder", path_);
  return enter(name);
}

Result<NewFile, IoError> Folder::create(const std::string& name) const {
  const auto path = path_ / name;
  struct stat about {};
  if (::fstatat(fd_.number(), name.c_str(), &about, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISREG(about.st_mode)) {
    return IoError{EEXIST, "write", path, "something that is not an ordinary file has that name"};
  }
  const std::string part = name + ".part";
  if (::unlinkat(fd_.number(), part.c_str(), 0) != 0 && errno != ENOENT)
    return failed("replace", path_ / part);
  Fd file{::openat(fd_.number(), part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                   readable_by_all)};
  if (!file) return failed("create", path);
  Fd folder{::fcntl(fd_.number(), F_DUPFD_CLOEXEC, 0)};
  if (!folder) return failed("create", path);
  return NewFile{std::move(folder), std::move(file), path};
}

Result<Done, IoError> Folder::read_uncached(const std::string& name,
                                            const std::function<void(std::string_view)>& take) const {
  return read_uncached_while(name, [&](std::string_view piece) {
    take(piece);
    return true;
  });
}

Result<Done, IoError> Folder::read_uncached_while(const std::string& name,
                                                  const std::function<bool(std::string_view)>& take) const {
  const auto path = path_ / name;
  bool took_any = false;
  const auto counted = [&](std::string_view piece) {
    took_any = true;
    return take(piece);
  };
  if (const auto direct = open_ordinary(fd_, name, O_DIRECT, path); direct) {
    const int code = read_all(*direct, counted);
    if (code == 0) return Done{};
    if (code != EINVAL || took_any) return IoError{code, "read", path, {}};
  } else if (direct.error().code != EINVAL) {
    return direct.error();
  }
  // Not every file system knows O_DIRECT; an old tmpfs, for one, which has no disk to read from either.
  const auto file = open_ordinary(fd_, name, 0, path);
  if (!file) return file.error();
  ::posix_fadvise(file->number(), 0, 0, POSIX_FADV_DONTNEED);
  const int code = read_all(*file, counted);
  if (code != 0) return IoError{code, "read", path, {}};
  return Done{};
}

Result<Done, IoError> Folder::read(const std::string& name,
                                   const std::function<bool(std::string_view)>& take) const {
  const auto path = path_ / name;
  const auto file = open_ordinary(fd_, name, 0, path);
  if (!file) return file.error();
  const int code = read_all(*file, take);
  if (code != 0) return IoError{code, "read", path, {}};
  return Done{};
}

Result<Done, IoError> Folder::remove(const std::string& name) const {
  if (::unlinkat(fd_.number(), name.c_str(), 0) != 0 && errno != ENOENT)
    return failed("remove", path_ / name);
  return Done{};
}

Result<Done, IoError> Folder::set_aside(const std::string& name, const Folder& other) const {
  struct stat about {};
  std::string free_name = name;
  for (int number = 2; ::fstatat(other.fd_.number(), free_name.c_str(), &about, AT_SYMLINK_NOFOLLOW) == 0;
       ++number) {
    free_name = name + "." + std::to_string(number);
  }
  if (errno != ENOENT) return failed("look for", other.path_ / free_name);
  if (::renameat(fd_.number(), name.c_str(), other.fd_.number(), free_name.c_str()) != 0)
    return failed("set aside", path_ / name);
  for (const Folder* changed : {&other, this}) {
    if (::fsync(changed->fd_.number()) != 0) return failed("sync the folder", changed->path_);
  }
  return Done{};
}

Result<Done, IoError> Folder::sync_disk() const {
  if (::syncfs(fd_.number()) != 0) return failed("sync", path_);
  return Done{};
}

Result<std::vector<Folder::Found>, IoError> Folder::list() const {
  Fd again{::openat(fd_.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!again) return failed("list", path_);
  const Listing listing{::fdopendir(again.number())};
  if (!listing) return failed("list", path_);
  static_cast<void>(again.release());  // closedir closes it
  std::vector<Found> found;
  while (true) {
    errno = 0;
    const dirent* next = ::readdir(listing.get());
    if (next == nullptr && errno != 0) return failed("list", path_);
    if (next == nullptr) break;
    const std::string name{&next->d_name[0]};
    if (name == "." || name == "..") continue;
    struct stat about {};
    const bool known = ::fstatat(fd_.number(), name.c_str(), &about, AT_SYMLINK_NOFOLLOW) == 0;
    if (known) {
      found.push_back({name, kind_of(about.st_mode), static_cast<std::uint64_t>(about.st_size)});
    } else {
      found.push_back({name});
    }
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.name < b.name; });
  return found;
}

}  // namespace kiosk
