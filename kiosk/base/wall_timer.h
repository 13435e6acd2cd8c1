#pragma once

#include <chrono>

#include "kiosk/base/file.h"
#include "kiosk/base/result.h"

namespace kiosk {

/// Waits for a moment by the clock on the wall. Somebody may set that clock meanwhile: then it waits no
/// longer, since the moment that it was told may be the wrong one.
class WallTimer {
 public:
  /// Fails where the system gives no timer.
  static Result<WallTimer, IoError> make();

  /// Until `moment`, until the clock is set, or until stop(). False once it was stopped.
  bool wait(std::chrono::system_clock::time_point moment) const;

  /// Ends wait(), now and from now on. Other threads may call it.
  void stop() const;

 private:
  WallTimer(Fd timer, Fd stopped);

  Fd timer_;
  Fd stopped_;
};

}  // namespace kiosk
