#pragma once

#include "kiosk/visit/scene.h"

/// The steps of staff at the screen, called by update() alone.
namespace kiosk::visit::staff {

/// Staff held the corner: asks for the PIN. `broken` where the store does not work, and why; `closed` where
/// staff took the station out of use before.
Move call(const Scene& scene, bool closed, std::optional<std::string> broken);

/// What `event` does while staff are at the screen.
Move step(const Scene& scene, Staff staff, const StaffEvent& event);

/// Staff are there: a minute until the screen locks itself begins anew.
void keep_open(const Scene& scene, Staff& staff);

/// A finger or a key: staff are still there.
Move touch(const Scene& scene, Staff staff);

/// Time passed: counts down, and leaves after a minute.
Move tick(const Scene& scene, Staff staff);

/// When time alone would next change something.
Time due(const Staff& staff);

}  // namespace kiosk::visit::staff
