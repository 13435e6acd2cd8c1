#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "kiosk/app/perform.h"

namespace kiosk::app {

/// What a look at the store led to.
struct StoreLook {
  std::optional<visit::Event> failed;  ///< StoreFailed; nothing where all is well
};

/// One thread that performs effects in the order in which they come, so that the screen never waits for the
/// disk. At closing time it seals what is open.
class Worker {
 public:
  /// Tells when closing time comes next, by whichever clock; asked from the worker's thread.
  using ClosingTime = std::function<std::chrono::system_clock::time_point()>;

  /// `wake` is called from the worker's thread whenever an event waits in take(). Closing time is the
  /// station's unless somebody has another clock.
  Worker(Performer performer, std::function<void()> wake, ClosingTime closing_time = {});
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void perform(visit::Effect effect);

  /// Asks it to look at the store, after what it is at. It wakes the loop when it did.
  void look();

  /// What it saw, once. Nothing while it has not looked.
  std::optional<StoreLook> take_look();

  /// Is it at something that may take long, as sealing does, and not yet for longer than that may ever take?
  bool is_at_long_work() const;

  /// Waits for the effects that were handed over: nothing confirmed is dropped at the end. The store stays
  /// open until the worker goes, for whoever still reads it.
  void end();

  /// The next event that came back, if any.
  std::optional<visit::Event> take();

 private:
  void work();

  /// Wakes the loop, which may ask for something at once: not under the lock.
  void call_out(std::unique_lock<std::mutex>& lock) const;

  Performer performer_;
  std::function<void()> wake_;
  ClosingTime closing_time_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<visit::Effect> effects_;
  std::deque<visit::Event> events_;
  bool look_wanted_ = false;
  std::optional<StoreLook> look_;
  std::optional<std::chrono::steady_clock::time_point> long_work_since_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace kiosk::app
