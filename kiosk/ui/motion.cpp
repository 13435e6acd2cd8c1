#include "kiosk/ui/motion.h"

#include <algorithm>

namespace kiosk::ui {

namespace {

using namespace std::chrono_literals;

constexpr Time screen_change = 250ms;
constexpr Time selection = 150ms;
constexpr Time release = 100ms;

/// The same box in the other frame of the same screen.
const Box* same_box(const Frame& frame, const Box& box) {
  const auto same = std::find_if(frame.boxes.begin(), frame.boxes.end(), [&](const Box& other) {
    return other.role == box.role && other.area == box.area && other.label == box.label;
  });
  return same == frame.boxes.end() ? nullptr : &*same;
}

bool can_be_chosen(const Box& box) { return box.role == Role::checkbox || box.role == Role::radio; }

/// A coordinate of the curve whose two inner points have it at `first` and at `second`.
double bezier(double at, double first, double second) {
  const double left = 1 - at;
  return 3 * left * left * at * first + 3 * left * at * at * second + at * at * at;
}

}  // namespace

std::optional<Motion> motion_between(const Frame& before, const Frame& after) {
  if (before.boxes.empty() || before.size != after.size || after.at_once ||
      before.contrast != after.contrast || before.direction != after.direction)
    return std::nullopt;
  if (before.key != after.key) return Motion{screen_change, {{0, 0, after.size.w, after.size.h}}};
  Motion motion{release, {}};
  for (const Box& was : before.boxes) {
    if (!was.pressed && !can_be_chosen(was)) continue;
    const Box* is = same_box(after, was);
    if (is == nullptr || (is->pressed && !was.pressed)) continue;
    const bool chosen = is->selected != was.selected;
    if (!chosen && was.pressed == is->pressed) continue;
    if (chosen) motion.lasts = selection;
    motion.areas.push_back(was.area);
  }
  if (motion.areas.empty()) return std::nullopt;
  return motion;
}

double remaining(Time passed, Time lasts) {
  if (passed >= lasts) return 0;
  if (passed <= Time{0}) return 1;
  const double time = static_cast<double>(passed.count()) / static_cast<double>(lasts.count());
  double low = 0;
  double high = 1;
  constexpr int halvings = 16;  // finer than one of 255 steps of a colour
  for (int i = 0; i < halvings; ++i) {
    const double middle = (low + high) / 2;
    (bezier(middle, 0.2, 0.0) < time ? low : high) = middle;
  }
  return 1 - bezier(low, 0.0, 1.0);
}

}  // namespace kiosk::ui
