#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace kiosk::tests {

/// Counts what happens in another thread, and waits for it.
class Times {
 public:
  void once_more() {
    const std::scoped_lock lock{mutex_};
    ++times_;
    changed_.notify_all();
  }
  /// Whether it has happened so often, or does before patience ends.
  bool reach(int times) {
    constexpr std::chrono::seconds patience{30};
    std::unique_lock lock{mutex_};
    return changed_.wait_for(lock, patience, [&] { return times_ >= times; });
  }
  int now() {
    const std::scoped_lock lock{mutex_};
    return times_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int times_ = 0;
};

}  // namespace kiosk::tests
