#pragma once

#include <optional>

#include "kiosk/base/time.h"

namespace kiosk::system {

/// Who started this program and wants to hear of it: systemd, for a unit of Type=notify. Everywhere else
/// nobody listens, and telling does nothing.
class Watchdog {
 public:
  /// Reads from the environment what is expected of this program, also where it is not the first process of
  /// its unit: that is the compositor.
  Watchdog();

  /// How often feed() is due so that a late one does no harm: three times in the time after which systemd
  /// ends this program. Nothing where it does not.
  std::optional<Time> every() const { return every_; }

  /// Tells that visitors can use this program.
  void ready() const;

  /// Tells that this program lives.
  void feed() const;

 private:
  std::optional<Time> every_;
};

}  // namespace kiosk::system
