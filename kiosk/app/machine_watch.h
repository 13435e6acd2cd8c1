#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "kiosk/app/machine_monitor.h"

namespace kiosk::app {

/// Looks at the machine in a thread of its own, so that a sensor that takes its time holds up neither a
/// finger nor an answer. It has no alarm clock: it looks when the loop is awake anyhow, so that a still
/// screen wakes nobody. In the packaged unit the loop is awake every three seconds, for its sign of life.
class MachineWatch {
 public:
  using Look = std::function<MachineSight()>;

  /// `wake` is called from that thread whenever touch_is_gone() came to something else.
  MachineWatch(MachineMonitor monitor, Look look, std::function<void()> wake);
  ~MachineWatch();
  MachineWatch(const MachineWatch&) = delete;
  MachineWatch& operator=(const MachineWatch&) = delete;

  /// The loop is awake. Where the last look is ten seconds ago (a plug takes longer to be found) another one
  /// begins; nobody waits for it. What is new goes to the journal.
  void may_look(Time now);

  bool touch_is_gone() const;

 private:
  void work();

  MachineMonitor monitor_;
  Look look_;
  std::function<void()> wake_;
  Time due_{};
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool wanted_ = false;
  bool ending_ = false;
  bool touch_is_gone_ = false;
  std::thread thread_;
};

}  // namespace kiosk::app
