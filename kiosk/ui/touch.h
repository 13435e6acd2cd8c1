#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/time.h"
#include "kiosk/ui/frame.h"

namespace kiosk::ui {

/// Turns fingers into taps.
///
/// - A tap is a finger that comes down on a box and goes up on the same box of the same screen (WCAG 2.5.2:
///   sliding off takes it back). The first finger owns the screen until it goes up.
/// - On keys a finger means the key that it is on when it goes up, and a second finger that comes down on
///   another key commits the first one's: two thumbs overlap when they type.
/// - Three fingers that come down within 50 ms are a palm: nothing happens until all are up.
/// - What means something only when held is, when tapped, the screen around it.
/// - A finger that stays for 10 s is a bag or a drop of water: it no longer counts.
/// - A finger that came down within 300 ms of a change of screen was meant for the screen before, and does
///   nothing; 500 ms after the attract screen and a dark one, where people tap twice to see whether it works.
/// - The same target is not tapped again within 300 ms, the same key within 60 ms: that is a trembling hand
///   or a bouncing sensor. A person who writes "ss" needs some 100 ms.
///
/// Each call returns one event at most. Where two are due, the second waits in due(): it is read from the
/// frame that the first one led to.
class Touch {
 public:
  using Finger = std::int64_t;

  /// A finger came down; what an earlier finger thereby committed.
  std::optional<visit::Event> down(const Frame& frame, Finger finger, Point point, Time time);

  /// A finger moved. True if something else looks pressed now.
  bool move(const Frame& frame, Finger finger, Point point, Time time);

  /// A finger went up: what it tapped, if it tapped anything.
  std::optional<visit::Event> up(const Frame& frame, Finger finger, Point point, Time time);

  /// When tick() has something to do; nothing while no finger is down.
  std::optional<Time> due() const;

  /// Time passed: a key that repeats, a long press, a tap that waited. After it, what looks pressed may have
  /// changed even where nothing happened.
  std::optional<visit::Event> tick(const Frame& frame, Time now);

  /// `frame` was put on the glass at `time`.
  void shown(const Frame& frame, Time time);

  /// The fingers are gone without a tap: the window lost them.
  void cancel();

  /// Marks the box under the finger as pressed.
  void mark_pressed(Frame& frame) const;

 private:
  /// Which box, so that it is found again in a later frame of the same screen.
  struct Target {
    std::string key;  ///< of the frame
    std::string label;
    Rect area;
    bool is_key = false;

    bool matches(const Frame& frame, const Box& box) const;
    const Box* in(const Frame& frame) const;
  };
  struct Down {
    Finger finger;
    Time since;
  };
  /// The finger that owns the screen.
  struct Held {
    Finger finger;
    Time since;
    std::optional<Target> target{};  ///< nothing: it means nothing any more, but still owns the screen
    bool over = false;               ///< it is on its target
    bool types = false;              ///< it came down on a key, and may slide to another
    bool spent = false;              ///< a long press or repeats are all that it does
    std::optional<Time> hold_due{};
  };
  struct Commit {
    Target target;
    Time at;   ///< when it was meant
    Time due;  ///< until then it may turn out to be part of a palm
  };
  struct Tapped {
    Target target;
    Time at;
  };

  static Target target_of(const Frame& frame, const Box& box);
  void aim(const Frame& frame, const Box& box, Time time);
  void retarget(const Frame& frame, Point point, Time time);
  void forget_long_held(Time time);
  bool is_palm(Time time) const;
  bool repeats_too_soon(const Target& target, Time at);
  void roll_over(const Box& onto, Finger finger, const Frame& frame, Time time);
  std::optional<visit::Event> next_commit(const Frame& frame, Time now);
  std::optional<visit::Event> hold(const Frame& frame, Time now);

  std::vector<Down> down_;
  std::optional<Held> held_;
  std::deque<Commit> commits_;
  std::vector<Tapped> tapped_;  ///< taps so recent that the same one again would be a tremble
  bool palm_ = false;
  std::string screen_;  ///< on the glass
  std::string key_;     ///< of the frame on the glass
  std::optional<Time> guarded_until_;
};

}  // namespace kiosk::ui
