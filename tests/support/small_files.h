#pragma once

#include <sys/resource.h>

#include <csignal>

namespace kiosk::tests {

/// While this lives no file can grow beyond `bytes`: writing across the edge takes only a part, writing
/// beyond it fails, as on a disk that fills up. Works without being root.
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t bytes) : before_signal_{std::signal(SIGXFSZ, SIG_IGN)} {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit small = before_;
    small.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;
  ~SmallFiles() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, before_signal_);
  }

 private:
  rlimit before_{};
  void (*before_signal_)(int);
};

}  // namespace kiosk::tests
