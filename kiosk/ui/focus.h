#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

/// What a key of a keypad, or a switch, asks for. Which key does what is the station's business.
enum class KeyAction : std::uint8_t { next, previous, up, down, left, right, choose, back };

/// Where the keys of a keypad are on the screen. With `next` and `choose` alone, as from two switches, all
/// that a finger can do can be done.
///
/// - Targets are the boxes that can be tapped, in reading order, without those as large as the screen. Moving
///   goes round.
/// - A screen starts before its first target: the first key goes there, so that nobody chooses unseen.
/// - `up` and `down` are `previous` and `next`; on the keyboard they go to the key in the next row whose
///   middle is nearest, and from its edge off the keyboard.
/// - `left` and `right` go to the nearest target beside; where there is none, on in reading order.
class Focus {
 public:
  /// A key was pressed: what it chose, if anything. The event of a target is the one that a tap on it yields.
  std::optional<visit::Event> press(const Frame& frame, KeyAction action);

  /// `frame` was put on the glass.
  void shown(const Frame& frame);

  /// A finger came down: the ring goes. The next key shows it again where it was, and does nothing else.
  void hide() { visible_ = false; }

  /// Marks the box that has the focus, if it is shown.
  void mark(Frame& frame) const;

 private:
  /// Which box, so that it is found again in a later frame of the same screen.
  struct Target {
    Role role;
    std::string label;
    std::size_t occurrence;  ///< how many boxes of that label stand before it
    Rect area;
  };

  /// Its place among the targets of `frame`, if it is still there.
  std::optional<std::size_t> place_in(const Frame& frame) const;
  void go_to(const Frame& frame, std::size_t place);

  std::string key_;  ///< of the frame on the glass
  std::optional<Target> target_;
  bool visible_ = false;
};

/// Two lines around a box, the outer one bright, the inner one dark, so that one of them is seen on any
/// ground. In px; within the screen, and where the box reaches the screen's edge, within the box.
struct FocusRing {
  Rect outer;  ///< of the bright line
  Rect inner;  ///< of the dark line
  int thickness = 0;
  int outer_radius = 0;
  int inner_radius = 0;
};

/// The ring around `box`: both lines are 1.5 mm thick or more, so that together they fill the 3 mm between
/// keys.
FocusRing focus_ring(const Frame& frame, const Box& box);

}  // namespace kiosk::ui
