#pragma once

#include <optional>
#include <vector>

#include "kiosk/base/time.h"
#include "kiosk/ui/frame.h"

namespace kiosk::ui {

/// How one frame becomes the next: in `areas` what was there fades away over what is there now. Everything
/// else changes at once, so that nothing a visitor waits for comes late.
struct Motion {
  Time lasts{};
  std::vector<Rect> areas;
};

/// What moves when `after` takes the place of `before`: the whole of another screen (250 ms), what was chosen
/// or let go of (150 ms), what a finger left (100 ms). Nothing where a finger comes down, which has to show
/// at once, nor where words are typed, nor where `after` comes at once. Linear in the boxes of a screen, but
/// for those that were pressed or chosen.
std::optional<Motion> motion_between(const Frame& before, const Frame& after);

/// How much of what was there is still seen when `passed` of `lasts` is over: from 1 to 0, most of it gone
/// early. The curve is Material 3's standard easing, cubic-bezier(0.2, 0, 0, 1).
double remaining(Time passed, Time lasts);

}  // namespace kiosk::ui
