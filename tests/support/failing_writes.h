#pragma once

namespace kiosk::tests {

/// What goes wrong in a commit of LMDB. It writes pages with pwrite or writev, syncs, and at the end writes
/// with pwrite the 120 bytes that make them count; when that fails it tries to write the old ones back.
enum class Failure {
  sync,
  last_write,
  last_write_but_it_arrives,  ///< told as failed, and on disk all the same: writing back fails too
};

/// While this lives, commits of this process fail with EIO: the first `commits` of them. One at a time.
/// Programs that use it link failing_writes.cpp, which stands in for the system's calls.
class FailingWrites {
 public:
  static constexpr int for_good = 1'000'000;

  FailingWrites(Failure failure, int commits);
  FailingWrites(const FailingWrites&) = delete;
  FailingWrites& operator=(const FailingWrites&) = delete;
  ~FailingWrites();
};

}  // namespace kiosk::tests
