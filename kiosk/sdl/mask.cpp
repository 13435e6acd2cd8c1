#include "kiosk/sdl/mask.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace kiosk::sdl {

namespace {

/// std::hypot minds numbers too large to be squared, which made it a sixth of the time until the first
/// picture.
double length(double x, double y) { return std::sqrt(x * x + y * y); }

/// The coverage, rounded, of a pixel whose centre lies `inside` px within the edge (negative: outside): none
/// at half a pixel outside, all of it at half a pixel inside.
std::uint8_t covered(double inside) {
  return static_cast<std::uint8_t>(std::clamp(inside * 255 + 128, 0.0, 255.0));
}

template <class Inside>
Mask mask_of(int w, int h, Inside inside) {
  Mask mask{w, h, {}};
  mask.coverage.reserve(static_cast<std::size_t>(w) * static_cast<std::size_t>(h));
  for (int y = 0; y < h; ++y) {
    for (int x = 0; x < w; ++x) mask.coverage.push_back(covered(inside(x + 0.5, y + 0.5)));
  }
  return mask;
}

double squared_distance_to_segment(double x, double y, ui::IconPoint a, ui::IconPoint b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length2 = dx * dx + dy * dy;
  const double along = length2 == 0 ? 0 : std::clamp(((x - a.x) * dx + (y - a.y) * dy) / length2, 0.0, 1.0);
  const double off_x = x - a.x - along * dx;
  const double off_y = y - a.y - along * dy;
  return off_x * off_x + off_y * off_y;
}

double distance_to(const std::vector<ui::Stroke>& strokes, double x, double y) {
  double nearest = std::numeric_limits<double>::max();
  for (const ui::Stroke& stroke : strokes) {
    for (std::size_t i = 1; i < stroke.size(); ++i) {
      nearest = std::min(nearest, squared_distance_to_segment(x, y, stroke[i - 1], stroke[i]));
    }
  }
  return std::sqrt(nearest);
}

/// A point on the edge of a rounded box: how far within the edge's line it lies, and how far along it.
struct OnEdge {
  double from_line;  ///< px from the middle of the edge
  double along;      ///< px clockwise from the start of the top side
};

OnEdge on_edge(double x, double y, double w, double h, double radius, double half) {
  const double quarter = std::numbers::pi / 2 * (radius - half);
  const double side_w = w - 2 * radius;
  const double side_h = h - 2 * radius;
  const auto corner = [&](double cx, double cy, double from_angle, double before) {
    const double angle = std::atan2(y - cy, x - cx);
    const double turned = std::fmod(angle - from_angle + 4 * std::numbers::pi, 2 * std::numbers::pi);
    return OnEdge{std::abs(length(x - cx, y - cy) - (radius - half)), before + turned * (radius - half)};
  };
  const bool left = x < radius;
  const bool right = x > w - radius;
  const bool top = y < radius;
  const bool bottom = y > h - radius;
  constexpr double pi = std::numbers::pi;
  if (right && top) return corner(w - radius, radius, -pi / 2, side_w);
  if (right && bottom) return corner(w - radius, h - radius, 0, side_w + quarter + side_h);
  if (left && bottom) return corner(radius, h - radius, pi / 2, 2 * side_w + 2 * quarter + side_h);
  if (left && top) return corner(radius, radius, pi, 2 * (side_w + side_h) + 3 * quarter);
  const double to_top = std::abs(y - half);
  const double to_bottom = std::abs(h - half - y);
  const double to_left = std::abs(x - half);
  const double to_right = std::abs(w - half - x);
  const double nearest = std::min({to_top, to_bottom, to_left, to_right});
  if (nearest == to_top) return {to_top, x - radius};
  if (nearest == to_right) return {to_right, side_w + quarter + (y - radius)};
  if (nearest == to_bottom) return {to_bottom, side_w + 2 * quarter + side_h + (w - radius - x)};
  return {to_left, 2 * side_w + 3 * quarter + side_h + (h - radius - y)};
}

}  // namespace

Mask disc_mask(int radius) {
  const double r = radius;
  return mask_of(2 * radius, 2 * radius, [r](double x, double y) { return r - length(x - r, y - r); });
}

Mask icon_mask(ui::Icon icon, int size) {
  const std::vector<ui::Stroke> strokes = ui::strokes_of(icon);
  const double scale = size / ui::icon_field;
  return mask_of(size, size, [&](double x, double y) {
    return (ui::icon_stroke / 2 - distance_to(strokes, x / scale, y / scale)) * scale;
  });
}

Mask dashed_mask(int w, int h, int radius, int edge) {
  const double half = edge / 2.0;
  const double round = 2 * (w - 2.0 * radius + h - 2.0 * radius) + 2 * std::numbers::pi * (radius - half);
  const double dashes =
      std::max(1.0, std::round(round / (6.0 * edge)));  // a whole number, so that the ends meet
  const double period = round / dashes;
  const double inner = std::max(radius, edge) + 1.0;
  return mask_of(w, h, [&](double x, double y) {
    if (x > inner && x < w - inner && y > inner && y < h - inner) return -1.0;  // nothing but edge is drawn
    const OnEdge place = on_edge(x, y, w, h, radius, half);
    const double in_dash = std::fmod(place.along, period);
    const double from_dash_end = std::min(in_dash, period / 2 - in_dash);
    return std::min(half - place.from_line, from_dash_end);
  });
}

Mask ring_mask(int size, int thickness, double left) {
  const double middle = size / 2.0;
  const double radius = middle - thickness / 2.0;
  const double full = 2 * std::numbers::pi;
  const double spent = (1 - std::clamp(left, 0.0, 1.0)) * full;
  return mask_of(size, size, [&](double x, double y) {
    const double across = thickness / 2.0 - std::abs(length(x - middle, y - middle) - radius);
    if (spent <= 0) return across;
    // Clockwise from the top, so that what is left ends at the top.
    const double angle = std::fmod(std::atan2(x - middle, middle - y) + full, full);
    const double along = std::min((angle - spent) * radius, (full - angle) * radius);
    return std::min(across, along);
  });
}

}  // namespace kiosk::sdl
