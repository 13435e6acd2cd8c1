#pragma once

#include <vector>

#include "kiosk/base/time.h"

namespace kiosk::sdl {

/// When a finger came, as far as can be known. SDL says when it read of it; while the kiosk draws it reads
/// nothing, so that one that came then seems to come at the end. It counts from the beginning: three fingers
/// at once are a palm also for a kiosk that is slow, and a finger that came while a new screen was drawn was
/// meant for the one before.
class Arrivals {
 public:
  /// Nothing was read from `since` to `until`; then everything that had come was.
  void blind(Time since, Time until);

  /// Everything that was read is dealt with: what is read from now on came in no earlier blindness.
  void all_done() { blind_.clear(); }

  /// The earliest that something can have come that was read at `read`.
  Time earliest(Time read) const;

 private:
  struct Interval {
    Time since;
    Time until;
  };
  static constexpr std::size_t most = 32;  // where fingers never rest, so that there is always more to read
  std::vector<Interval> blind_;
};

}  // namespace kiosk::sdl
