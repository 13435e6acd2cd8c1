#pragma once

#include <optional>

#include "kiosk/base/time.h"
#include "kiosk/ui/focus.h"

namespace kiosk::ui {

/// The way of staff in by a keypad: first the key for "back", then the one for "choose" too, both held for 5
/// s. While "back" is held no other key means anything.
class Chord {
 public:
  /// A key went down or up. True where it means nothing else.
  bool key(KeyAction action, bool down, Time now);

  /// When tick() is due; nothing while the keys are not held.
  std::optional<Time> due() const;

  /// Were both held for long enough? True once.
  bool tick(Time now);

 private:
  bool back_ = false;
  std::optional<Time> both_since_;
};

}  // namespace kiosk::ui
