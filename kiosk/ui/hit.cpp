#include "kiosk/ui/hit.h"

#include <algorithm>
#include <limits>

#include "kiosk/ui/transcript.h"

namespace kiosk::ui {

namespace {

constexpr double slop_below_mm = 3.0;
constexpr double slop_around_mm = 1.5;

/// The distance of a point to a box in px, or nothing if it lies outside the box's slop.
std::optional<int> distance_in_slop(const Frame& frame, const Box& box, Point point) {
  const int around = static_cast<int>(slop_around_mm / frame.mm_per_px);
  const int below = static_cast<int>(slop_below_mm / frame.mm_per_px);
  const int dx = std::max({box.area.x - point.x, point.x - (box.area.right() - 1), 0});
  const int above = std::max(box.area.y - point.y, 0);
  const int under = std::max(point.y - (box.area.bottom() - 1), 0);
  if (dx > around || above > around || under > below) return std::nullopt;
  return dx + above + under;
}

}  // namespace

bool is_whole_screen(const Frame& frame, const Box& box) {
  return box.area == Rect{0, 0, frame.size.w, frame.size.h};
}

const Box* whole_screen(const Frame& frame) {
  const auto box = std::find_if(frame.boxes.begin(), frame.boxes.end(),
                                [&](const Box& b) { return b.on_tap && is_whole_screen(frame, b); });
  return box == frame.boxes.end() ? nullptr : &*box;
}

const Box* hit(const Frame& frame, Point point) {
  const Box* screen = nullptr;
  const Box* nearest = nullptr;
  int nearest_distance = std::numeric_limits<int>::max();
  for (auto box = frame.boxes.rbegin(); box != frame.boxes.rend(); ++box) {
    if (!box->on_tap && !box->on_hold) continue;
    if (is_whole_screen(frame, *box)) {
      screen = &*box;
      continue;
    }
    if (contains(box->area, point)) return &*box;
    const std::optional<int> distance = distance_in_slop(frame, *box, point);
    if (distance && *distance < nearest_distance) {
      nearest = &*box;
      nearest_distance = *distance;
    }
  }
  return nearest != nullptr ? nearest : screen;
}

const Box* find(const Frame& frame, std::string_view label) {
  const auto box = std::find_if(frame.boxes.begin(), frame.boxes.end(), [&](const Box& b) {
    return b.on_tap && b.role != Role::group && plain(b.label) == label;
  });
  return box == frame.boxes.end() ? nullptr : &*box;
}

}  // namespace kiosk::ui
