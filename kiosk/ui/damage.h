#pragma once

#include <vector>

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

/// Where two frames do not look the same: what has to be painted where one takes the place of the other on
/// the glass. Few areas that do not overlap; none where both look the same. Looks at the boxes that differ
/// and at nothing else: what a box paints stays within reach_of() it.
std::vector<Rect> damage_between(const Frame& before, const Frame& after);

/// The area within which anything of a box is painted: its ground, its letters, which may stand out from
/// their line, and the ring of the keys around it.
Rect reach_of(const Frame& frame, const Box& box);

/// The two in as few areas that do not overlap.
std::vector<Rect> together(std::vector<Rect> areas, const std::vector<Rect>& more);

}  // namespace kiosk::ui
