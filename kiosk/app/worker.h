#pragma once

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
  /// `wake` is called from the worker's thread whenever an event waits in take().
  Worker(Performer performer, std::function<void()> wake);
  /// Waits for the effects that were handed over: nothing confirmed is dropped at the end.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void perform(visit::Effect effect);

  /// The next event that came back, if any.
  std::optional<visit::Event> take();

 private:
  void work();

  Performer performer_;
  std::function<void()> wake_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<visit::Effect> effects_;
  std::deque<visit::Event> events_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace kiosk::app
