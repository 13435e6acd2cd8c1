#pragma once

#include <string_view>

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

/// Is `box` the whole of its screen, as where a tap anywhere means something?
bool is_whole_screen(const Frame& frame, const Box& box);

/// The box that makes all of the screen mean something, if there is one.
const Box* whole_screen(const Frame& frame);

/// What a finger at `point` means: the topmost box there that can be tapped or held; else the nearest one
/// within the slop around boxes (3 mm below them, since fingers land below what they aim at (Sears 1991), 1.5
/// mm elsewhere); else the screen itself where all of it can be tapped; else nothing.
const Box* hit(const Frame& frame, Point point);

/// The box that can be tapped and is called `label`, as plain() has it; the first one, or nothing.
const Box* find(const Frame& frame, std::string_view label);

}  // namespace kiosk::ui
