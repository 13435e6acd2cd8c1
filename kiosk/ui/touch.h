#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/base/time.h"
#include "kiosk/ui/frame.h"

namespace kiosk::ui {

/// Turns fingers into taps. A tap is a finger that comes down on a box and goes up on the same box of the
/// same screen (WCAG 2.5.2: sliding off takes it back). The first finger owns the screen until it goes up. A
/// finger that came down within 300 ms of a change of screen was meant for the screen before, and does
/// nothing.
class Touch {
 public:
  using Finger = std::int64_t;

  /// A finger came down. True if it is on something that can be tapped: the caller may show it pressed.
  bool down(const Frame& frame, Finger finger, Point point, Time time);

  /// A finger went up: what it tapped, if it tapped anything.
  std::optional<visit::Event> up(const Frame& frame, Finger finger, Point point, Time time);

  /// `frame` was put on the glass at `time`.
  void shown(const Frame& frame, Time time);

  /// The finger is gone without a tap: the window lost it.
  void cancel() { held_.reset(); }

  /// Marks the box under the finger as pressed.
  void mark_pressed(Frame& frame) const;

 private:
  struct Held {
    Finger finger;
    std::string key;  ///< of the frame
    std::string label;
    Rect area;
    bool on_something;
  };

  bool is_held(const Frame& frame, const Box& box) const;

  std::optional<Held> held_;
  std::string key_;  ///< of the frame on the glass
  std::optional<Time> guarded_until_;
};

}  // namespace kiosk::ui
