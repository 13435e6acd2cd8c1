#include "kiosk/base/file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "kiosk/base/folder.h"

namespace kiosk {

bool IoError::disk_full() const { return code == ENOSPC || code == EDQUOT || code == EFBIG; }

std::string IoError::text() const {
  std::string reason = why;
  if (reason.empty()) {
    const char* known = strerrordesc_np(code);  // strerror is not safe between threads
    reason = known != nullptr ? known : fmt::format("error {}", code);
  }
  return fmt::format("could not {} {}: {}", doing, path.string(), reason);
}

Fd::~Fd() {
  if (number_ >= 0) ::close(number_);
}

namespace {

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
}

}  // namespace

Result<std::string, IoError> read_file(const std::filesystem::path& path, std::size_t max_bytes) {
  // O_NONBLOCK: a pipe or a device is refused below, and must not hold us up before that.
  const Fd file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (!file) return IoError{errno, "open", path, {}};
  struct stat about {};
  if (::fstat(file.number(), &about) != 0) return IoError{errno, "read", path, {}};
  if (!S_ISREG(about.st_mode)) return IoError{EINVAL, "read", path, "it is not an ordinary file"};

  std::string whole;
  std::array<char, 65536> piece{};
  while (true) {
    const ssize_t count = ::read(file.number(), piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return IoError{errno, "read", path, {}};
    if (count == 0) return whole;
    whole.append(piece.data(), static_cast<std::size_t>(count));
    if (whole.size() > max_bytes) {
      return IoError{EFBIG, "read", path, fmt::format("it is larger than {} bytes", max_bytes)};
    }
  }
}

Result<Done, IoError> write_atomically(const std::filesystem::path& path, std::string_view bytes) {
  const auto folder = Folder::open(folder_of(path));
  if (!folder) return folder.error();
  auto file = folder->create(path.filename().string());
  if (!file) return file.error();
  if (const auto written = file->append(bytes); !written) return written.error();
  return file->finish();
}

Result<Done, IoError> write_secret(const std::filesystem::path& path, std::string_view bytes) {
  constexpr mode_t owner_only = 0600;
  const std::filesystem::path part = path.string() + ".part";
  ::unlink(part.c_str());  // of a process that died halfway
  const Fd file{::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, owner_only)};
  if (!file) return IoError{errno, "create", part, {}};
  const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
  if (count < 0) return IoError{errno, "write", part, {}};
  if (static_cast<std::size_t>(count) != bytes.size()) return IoError{ENOSPC, "write", part, {}};
  if (::fsync(file.number()) != 0) return IoError{errno, "sync", part, {}};
  if (const auto named = link_file(part, path); !named) return named.error();
  if (const auto removed = remove_name(part); !removed) return removed.error();
  return sync_folder(folder_of(path));
}

Result<Done, IoError> link_file(const std::filesystem::path& file, const std::filesystem::path& also) {
  if (::link(file.c_str(), also.c_str()) != 0) return IoError{errno, "give another name to", file, {}};
  return Done{};
}

Result<Done, IoError> replace_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return IoError{errno, "replace", to, {}};
  return Done{};
}

bool is_same_file(const std::filesystem::path& one, const std::filesystem::path& other) {
  struct stat a {};
  struct stat b {};
  return ::lstat(one.c_str(), &a) == 0 && ::lstat(other.c_str(), &b) == 0 && a.st_dev == b.st_dev &&
         a.st_ino == b.st_ino;
}

Result<Done, IoError> remove_name(const std::filesystem::path& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return IoError{errno, "remove", path, {}};
  return Done{};
}

Result<Done, IoError> wipe_file(const std::filesystem::path& path) {
  const Fd file{::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW)};
  if (!file && errno == ENOENT) return Done{};
  struct stat about {};
  if (!file || ::fstat(file.number(), &about) != 0) return IoError{errno, "overwrite", path, {}};
  static constexpr std::array<char, std::size_t{64} << 10U>
      zeros{};  // takes no memory: a destructor may wipe
  for (off_t at = 0; at < about.st_size;) {
    const auto left = static_cast<std::size_t>(about.st_size - at);
    const ssize_t count = ::pwrite(file.number(), zeros.data(), std::min(left, zeros.size()), at);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return IoError{count < 0 ? errno : EIO, "overwrite", path, {}};
    at += count;
  }
  if (::fsync(file.number()) != 0) return IoError{errno, "overwrite", path, {}};
  // Where the disk is mounted with "discard" its blocks are told to be free; elsewhere this only frees them.
  ::fallocate(file.number(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, about.st_size);
  if (const auto removed = remove_name(path); !removed) return removed.error();
  return sync_folder(folder_of(path));
}

Result<Done, IoError> grow_file(const std::filesystem::path& path, std::uint64_t bytes) {
  const Fd file{::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW)};
  struct stat about {};
  if (!file || ::fstat(file.number(), &about) != 0) return IoError{errno, "make longer", path, {}};
  if (static_cast<std::uint64_t>(about.st_size) >= bytes) return Done{};
  if (::fallocate(file.number(), 0, static_cast<off_t>(bytes) - 1, 1) != 0)
    return IoError{errno, "make longer", path, {}};
  return Done{};
}

Result<Done, IoError> sync_folder(const std::filesystem::path& folder) {
  const Fd opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!opened || ::fsync(opened.number()) != 0) return IoError{errno, "sync the folder", folder, {}};
  return Done{};
}

Result<Done, IoError> make_folder(const std::filesystem::path& folder, unsigned mode) {
  if (::mkdir(folder.c_str(), mode) == 0) return sync_folder(folder_of(folder));
  if (errno == ENOENT && folder.has_relative_path() && folder_of(folder) != folder) {
    if (const auto above = make_folder(folder_of(folder), mode); !above) return above.error();
    if (::mkdir(folder.c_str(), mode) == 0) return sync_folder(folder_of(folder));
  }
  const int code = errno;
  struct stat about {};
  if (code == EEXIST && ::stat(folder.c_str(), &about) == 0) {
    if (S_ISDIR(about.st_mode)) return Done{};
    return IoError{ENOTDIR, "make the folder", folder, "something else has that name"};
  }
  return IoError{code, "make the folder", folder, {}};
}

Result<Done, IoError> allocate_file(const std::filesystem::path& path, std::uint64_t bytes) {
  struct stat about {};
  if (::stat(path.c_str(), &about) == 0 && static_cast<std::uint64_t>(about.st_size) >= bytes) return Done{};
  const Fd file{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)};
  if (!file) return IoError{errno, "make", path, {}};
  const int code = ::posix_fallocate(file.number(), 0, static_cast<off_t>(bytes));
  if (code != 0) return IoError{code, "make room for", path, {}};
  return Done{};
}

Result<Done, IoError> overwrite_file(const std::filesystem::path& path, std::uint64_t offset,
                                     std::string_view bytes) {
  const Fd file{::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW)};
  if (!file) return IoError{errno, "open", path, {}};
  const ssize_t count = ::pwrite(file.number(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
  if (count < 0) return IoError{errno, "write", path, {}};
  if (static_cast<std::size_t>(count) != bytes.size()) return IoError{ENOSPC, "write", path, {}};
  if (::fsync(file.number()) != 0) return IoError{errno, "sync", path, {}};
  return Done{};
}

Result<Done, IoError> rewrite_atomically(const std::filesystem::path& path, std::string_view bytes) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return IoError{errno, "look at", path, {}};
  const std::filesystem::path part = path.string() + ".part";
  ::unlink(part.c_str());  // of a process that died halfway
  constexpr mode_t nobody_else_yet = 0600;
  const Fd file{::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, nobody_else_yet)};
  if (!file) return IoError{errno, "create", part, {}};
  const bool same_owner = about.st_uid == ::geteuid() && about.st_gid == ::getegid();
  if (!same_owner && ::fchown(file.number(), about.st_uid, about.st_gid) != 0) {
    return IoError{errno, "keep the owner of", path, {}};
  }
  if (::fchmod(file.number(), about.st_mode & 07777U) != 0)
    return IoError{errno, "keep the rights of", path, {}};
  const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
  if (count < 0) return IoError{errno, "write", part, {}};
  if (static_cast<std::size_t>(count) != bytes.size()) return IoError{ENOSPC, "write", part, {}};
  if (::fsync(file.number()) != 0) return IoError{errno, "sync", part, {}};
  if (const auto named = replace_file(part, path); !named) return named.error();
  return sync_folder(folder_of(path));
}

Result<std::uint64_t, IoError> disk_size(const std::filesystem::path& path) {
  struct statvfs about {};
  if (::statvfs(path.c_str(), &about) != 0) return IoError{errno, "find the size of", path, {}};
  const auto for_root_alone = about.f_bfree - about.f_bavail;
  return static_cast<std::uint64_t>(about.f_blocks - for_root_alone) * about.f_frsize;
}

Result<std::uint64_t, IoError> free_space(const std::filesystem::path& path) {
  struct statvfs about {};
  if (::statvfs(path.c_str(), &about) != 0) return IoError{errno, "find the free space of", path, {}};
  return static_cast<std::uint64_t>(about.f_bavail) * about.f_frsize;
}

Result<std::uint64_t, IoError> block_size(const std::filesystem::path& path) {
  struct statvfs about {};
  if (::statvfs(path.c_str(), &about) != 0) return IoError{errno, "find the block size of", path, {}};
  return std::uint64_t{about.f_frsize};
}

}  // namespace kiosk
