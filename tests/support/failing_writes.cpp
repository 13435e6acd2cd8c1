#include "tests/support/failing_writes.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace kiosk::tests {

namespace {

// What the calls below, which LMDB finds in place of the system's, are to do.
std::atomic<Failure> wanted{};
std::atomic<int> times_left = 0;

bool fails(Failure failure) { return wanted == failure && times_left > 0 && times_left-- > 0; }

int io_error() {
  errno = EIO;
  return -1;
}

}  // namespace

FailingWrites::FailingWrites(Failure failure, int times) {
  wanted = failure;
  times_left = times;
}

FailingWrites::~FailingWrites() { times_left = 0; }

}  // namespace kiosk::tests

extern "C" int fdatasync(int file) {
  using namespace kiosk::tests;
  if (fails(Failure::sync)) return io_error();
  return static_cast<int>(::syscall(SYS_fdatasync, file));
}

extern "C" ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  using namespace kiosk::tests;
  const bool last = count < 4096;
  if (last && fails(Failure::last_write)) return io_error();
  const ssize_t written = ::syscall(SYS_pwrite64, file, bytes, count, at);
  if (last && fails(Failure::last_write_but_it_arrives)) return io_error();
  return written;
}
