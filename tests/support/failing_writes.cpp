#include "tests/support/failing_writes.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace kiosk::tests {

namespace {

// What the calls below, which LMDB finds in place of the system's, are to do.
std::atomic<Failure> wanted{};
std::atomic<int> calls_left = 0;

bool fails(Failure failure) { return wanted == failure && calls_left > 0 && calls_left-- > 0; }

int io_error() {
  errno = EIO;
  return -1;
}

}  // namespace

FailingWrites::FailingWrites(Failure failure, int commits) {
  wanted = failure;
  calls_left = failure == Failure::sync ? commits : 2 * commits;  // the last write, and writing back
}

FailingWrites::~FailingWrites() { calls_left = 0; }

}  // namespace kiosk::tests

extern "C" int fdatasync(int file) {
  using namespace kiosk::tests;
  if (fails(Failure::sync)) return io_error();
  return static_cast<int>(::syscall(SYS_fdatasync, file));
}

extern "C" ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  using namespace kiosk::tests;
  const bool short_one = count < 4096;
  if (short_one && fails(Failure::last_write)) return io_error();
  if (short_one && fails(Failure::last_write_but_it_arrives)) {
    const bool last_write = calls_left % 2 != 0;  // else the one that writes back
    if (last_write) ::syscall(SYS_pwrite64, file, bytes, count, at);
    return io_error();
  }
  return ::syscall(SYS_pwrite64, file, bytes, count, at);
}
