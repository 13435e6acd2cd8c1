#pragma once

#include "kiosk/visit/scene.h"

namespace kiosk::visit {

/// What comes of `doing` by `event`: one table for each thing that can be going on. What no table names
/// changes nothing; neither does what was meant for a question that is not on screen any more.
Move step(const Scene& scene, Doing doing, const Event& event);

}  // namespace kiosk::visit
