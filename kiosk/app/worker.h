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

  /// Waits for the effects that were handed over: nothing confirmed is dropped at the end. The store stays
  /// open until the worker goes, for whoever still reads it.
  void end();

  /// The next event that came back, if any.
  std::optional<visit::Event> take();

 private:
  void work();

  Performer performer_;
  std::function<void()> wake_;
  ClosingTime closing_time_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<visit::Effect> effects_;
  std::deque<visit::Event> events_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace kiosk::app
