#include "kiosk/base/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

namespace kiosk {

namespace {

constexpr mode_t owner_only = 0600;

int lock(const Fd& file, int how) {
  int code = 0;
  do {
    code = ::flock(file.number(), how) == 0 ? 0 : errno;
  } while (code == EINTR);
  return code;
}

}  // namespace

Result<FolderLock, IoError> FolderLock::share(const std::filesystem::path& file) {
  Fd opened{::open(file.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, owner_only)};
  if (!opened) return IoError{errno, "lock", file, {}};
  FolderLock made{std::move(opened), file};
  if (const auto shared = made.share_again(); !shared) return shared.error();
  return made;
}

bool FolderLock::try_alone() { return lock(file_, LOCK_EX | LOCK_NB) == 0; }

Result<Done, IoError> FolderLock::share_again() {
  if (const int code = lock(file_, LOCK_SH); code != 0) return IoError{code, "lock", path_, {}};
  return Done{};
}

}  // namespace kiosk
