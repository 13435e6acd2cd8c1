#include "kiosk/ui/mounting.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

/// Where a fraction comes to lie when what it is a fraction of is turned clockwise.
Fraction turned(Turn turn, Fraction at) {
  switch (turn) {
    case Turn::none:
      return at;
    case Turn::quarter:
      return {1 - at.y, at.x};
    case Turn::half:
      return {1 - at.x, 1 - at.y};
    case Turn::three_quarters:
      return {at.y, 1 - at.x};
  }
  return at;
}

Turn back(Turn turn) {
  return turn == Turn::quarter ? Turn::three_quarters : turn == Turn::three_quarters ? Turn::quarter : turn;
}

int px(double fraction, int size) {
  return std::clamp(static_cast<int>(std::floor(fraction * size)), 0, size - 1);
}

Point point_in_picture(Turn picture, Size glass, Fraction on_glass) {
  const Fraction at = turned(back(picture), on_glass);
  const Size size = picture_size(picture, glass);
  return {px(at.x, size.w), px(at.y, size.h)};
}

}  // namespace

bool Calibration::is_usable() const {
  constexpr double least = 1e-6;
  return std::abs(a * e - b * d) >= least;
}

Size picture_size(Turn picture, Size glass) {
  const bool lies = picture == Turn::quarter || picture == Turn::three_quarters;
  return lies ? Size{glass.h, glass.w} : glass;
}

Point touched_point(const Mounting& mounting, Size glass, Fraction sensed) {
  const Calibration& m = mounting.calibration;
  const Fraction straight{m.a * sensed.x + m.b * sensed.y + m.c, m.d * sensed.x + m.e * sensed.y + m.f};
  return point_in_picture(mounting.picture, glass, turned(mounting.touch, straight));
}

Point pointed_point(Turn picture, Size glass, Point at) {
  // The middle of the px: turned, its edge would belong to the next one.
  return point_in_picture(picture, glass, {(at.x + 0.5) / glass.w, (at.y + 0.5) / glass.h});
}

}  // namespace kiosk::ui
