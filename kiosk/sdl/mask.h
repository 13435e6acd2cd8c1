#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/ui/icon.h"

/// Shapes as coverage: how much of each pixel a shape covers, 0 to 255. SDL's own geometry has stair-stepped
/// edges with the software renderer; these have smooth ones everywhere. Pure arithmetic.
namespace kiosk::sdl {

struct Mask {
  int w = 0;
  int h = 0;
  std::vector<std::uint8_t> coverage;  ///< w * h, row by row
};

/// A full disc of `radius` px: its quarters are the corners of rounded boxes.
Mask disc_mask(int radius);

/// An icon in a square of `size` px.
Mask icon_mask(ui::Icon icon, int size);

/// The dashed edge of a box with rounded corners; dashes and gaps are three edges long.
Mask dashed_mask(int w, int h, int radius, int edge);

/// A ring `thickness` px wide in a square of `size` px, emptied clockwise from the top until `left` (0 to 1)
/// is left.
Mask ring_mask(int size, int thickness, double left);

}  // namespace kiosk::sdl
