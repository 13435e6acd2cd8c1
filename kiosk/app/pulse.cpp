#include "kiosk/app/pulse.h"

#include <utility>

namespace kiosk::app {

void Pulse::begin(Time now) {
  waits_ = false;
  if (watchdog_.every() || !ready_) due_ = now;
}

void Pulse::shown() {
  if (!std::exchange(ready_, true)) watchdog_.ready();
}

void Pulse::tick(Worker* worker, Time now) {
  due_.reset();
  if (!watchdog_.every()) return;
  due_ = now + *watchdog_.every();
  if (worker == nullptr) return watchdog_.feed();
  if (!waits_) {
    waits_ = true;
    worker->look();
  } else if (worker->is_at_long_work()) {
    watchdog_.feed();
  }
}

void Pulse::answered() {
  waits_ = false;
  watchdog_.feed();
}

}  // namespace kiosk::app
