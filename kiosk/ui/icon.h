#pragma once

#include <cstdint>
#include <vector>

namespace kiosk::ui {

/// The kiosk's own pictograms. They stand beside words, never in place of them.
enum class Icon : std::uint8_t {
  arrow_left,
  arrow_right,
  arrow_up,
  plus,
  minus,
  check,
  cross,
  pencil,
  globe,
  finger,
  scales,
  speech,
  shift,
  shift_locked,
  backspace,
  pause,
  contrast,
  lower,
  stick,
  info,
  clock,
};

struct IconPoint {
  double x;
  double y;
};

/// A line with round ends and joints, in a field of 24 by 24.
using Stroke = std::vector<IconPoint>;

/// The icon with the same meaning on a screen that reads from right to left.
Icon mirrored(Icon icon);

/// The strokes of an icon, each `icon_stroke` wide.
std::vector<Stroke> strokes_of(Icon icon);

inline constexpr double icon_field = 24.0;
inline constexpr double icon_stroke = 2.2;

}  // namespace kiosk::ui
