#pragma once

#include <optional>

#include "kiosk/app/worker.h"
#include "kiosk/base/time.h"
#include "kiosk/system/watchdog.h"

namespace kiosk::app {

/// The sign of life of a kiosk that visitors can use. The loop that draws gives it, and only after its store
/// answered: a loop that hangs, or a worker that does, gives none, and the kiosk is started again.
class Pulse {
 public:
  explicit Pulse(system::Watchdog watchdog) : watchdog_{watchdog} {}

  /// Another loop begins, on a store of its own: what the last one was still waiting for does not come.
  void begin(Time now);

  /// Something is on the glass.
  void shown();

  /// When shown() and tick() are due; nothing where nobody waits for a sign of life, but for the first one.
  std::optional<Time> due() const { return due_; }

  /// Asks the store; where there is none (`worker` is null) gives the sign at once.
  void tick(Worker* worker, Time now);

  /// The store answered, well or not: what is wrong with it is no reason to start again.
  void answered();

 private:
  system::Watchdog watchdog_;
  std::optional<Time> due_;
  bool waits_ = false;
  bool ready_ = false;
};

}  // namespace kiosk::app
