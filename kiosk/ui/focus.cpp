#include "kiosk/ui/focus.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>
#include <vector>

#include "kiosk/ui/hit.h"

namespace kiosk::ui {

namespace {

using Targets = std::vector<const Box*>;

Targets targets_of(const Frame& frame) {
  Targets targets;
  for (const Box& box : frame.boxes) {
    if (box.on_tap && box.role != Role::group && !is_whole_screen(frame, box)) targets.push_back(&box);
  }
  return targets;
}

std::size_t occurrence_of(const Targets& targets, std::size_t place) {
  return static_cast<std::size_t>(
      std::count_if(targets.begin(), targets.begin() + static_cast<std::ptrdiff_t>(place),
                    [&](const Box* box) { return box->label == targets[place]->label; }));
}

std::size_t after(const Targets& targets, std::size_t place) { return (place + 1) % targets.size(); }
std::size_t before(const Targets& targets, std::size_t place) {
  return (place + targets.size() - 1) % targets.size();
}

bool is_key(const Box& box) { return box.role == Role::key; }
bool share_a_row(const Rect& a, const Rect& b) { return a.y < b.bottom() && b.y < a.bottom(); }

/// The place of the target that is best by `score`, lower is better; nothing where `score` wants none.
template <class Score>
std::optional<std::size_t> best(const Targets& targets, Score score) {
  std::optional<std::size_t> found;
  decltype(score(*targets.front())) least;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const auto here = score(*targets[i]);
    if (!here || (found && *here >= *least)) continue;
    least = here;
    found = i;
  }
  return found;
}

/// The key in the row under (`sign` 1) or above (-1) whose middle is nearest.
std::optional<std::size_t> key_in_next_row(const Targets& targets, const Box& from, int sign) {
  return best(targets, [&](const Box& box) -> std::optional<std::tuple<int, int>> {
    const int rows = (box.area.centre().y - from.area.centre().y) * sign;
    if (!is_key(box) || share_a_row(box.area, from.area) || rows <= 0) return std::nullopt;
    return std::tuple{rows, std::abs(box.area.centre().x - from.area.centre().x)};
  });
}

/// The target in the same row to the right (`sign` 1) or left (-1) that is nearest.
std::optional<std::size_t> beside(const Targets& targets, const Box& from, int sign) {
  return best(targets, [&](const Box& box) -> std::optional<std::tuple<int, int>> {
    const int columns = (box.area.centre().x - from.area.centre().x) * sign;
    if (!share_a_row(box.area, from.area) || columns <= 0) return std::nullopt;
    return std::tuple{columns, std::abs(box.area.centre().y - from.area.centre().y)};
  });
}

/// From the top or bottom row of the keyboard, past all other keys.
std::size_t off_the_keyboard(const Targets& targets, std::size_t place, bool forward) {
  for (std::size_t i = 0; i < targets.size() && is_key(*targets[place]); ++i) {
    place = forward ? after(targets, place) : before(targets, place);
  }
  return place;
}

std::size_t moved(const Frame& frame, const Targets& targets, std::size_t place, KeyAction action) {
  const Box& from = *targets[place];
  const bool forward = action == KeyAction::next || action == KeyAction::down || action == KeyAction::right;
  const int sign = forward ? 1 : -1;
  if (action == KeyAction::up || action == KeyAction::down) {
    if (!is_key(from)) return forward ? after(targets, place) : before(targets, place);
    return key_in_next_row(targets, from, sign).value_or(off_the_keyboard(targets, place, forward));
  }
  if (action == KeyAction::left || action == KeyAction::right) {
    if (const auto neighbour = beside(targets, from, sign)) return *neighbour;
    // What is read from right to left goes on to the left; the keyboard is not mirrored.
    const bool mirrored = frame.direction == text::Direction::right_to_left && !is_key(from);
    return forward != mirrored ? after(targets, place) : before(targets, place);
  }
  return forward ? after(targets, place) : before(targets, place);
}

}  // namespace

std::optional<visit::Event> Focus::press(const Frame& frame, KeyAction action) {
  if (action == KeyAction::back) {
    const auto back = std::find_if(frame.boxes.begin(), frame.boxes.end(),
                                   [](const Box& box) { return box.on_tap && box.is_back; });
    return back == frame.boxes.end() ? std::nullopt : back->on_tap;
  }
  const Targets targets = targets_of(frame);
  if (targets.empty()) return std::nullopt;
  const std::optional<std::size_t> place = place_in(frame);
  const bool was_visible = visible_;
  visible_ = true;
  if (!place) {
    go_to(frame, 0);
    return std::nullopt;
  }
  if (!was_visible) return std::nullopt;
  if (action == KeyAction::choose) return targets[*place]->on_tap;
  go_to(frame, moved(frame, targets, *place, action));
  return std::nullopt;
}

void Focus::go_to(const Frame& frame, std::size_t place) {
  const Targets targets = targets_of(frame);
  const Box& box = *targets[place];
  key_ = frame.key;
  target_ = Target{box.role, box.label, occurrence_of(targets, place), box.area};
}

std::optional<std::size_t> Focus::place_in(const Frame& frame) const {
  if (!target_ || frame.key != key_) return std::nullopt;
  const Targets targets = targets_of(frame);
  std::size_t occurrence = 0;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (targets[i]->label == target_->label && occurrence++ == target_->occurrence) return i;
  }
  // It has another name now, as a key whose letter became a capital.
  return best(targets, [&](const Box& box) -> std::optional<int> {
    return box.role == target_->role && box.area == target_->area ? std::optional{0} : std::nullopt;
  });
}

void Focus::shown(const Frame& frame) {
  if (frame.key == key_) return;
  key_ = frame.key;
  target_.reset();
  visible_ = false;
}

void Focus::mark(Frame& frame) const {
  for (Box& box : frame.boxes) box.focused = false;
  const std::optional<std::size_t> place = place_in(frame);
  if (!place || !visible_) return;
  const Box* focused = targets_of(frame)[*place];
  frame.boxes[static_cast<std::size_t>(focused - frame.boxes.data())].focused = true;
}

FocusRing focus_ring(const Frame& frame, const Box& box) {
  constexpr double line_mm = 1.5;
  const int thickness = std::max(2, static_cast<int>(std::ceil(line_mm / frame.mm_per_px)));
  const Rect around = inset(box.area, -2 * thickness);
  const int left = std::max(0, around.x);
  const int top = std::max(0, around.y);
  const Rect outer{left, top, std::min(frame.size.w, around.right()) - left,
                   std::min(frame.size.h, around.bottom()) - top};
  const int radius = box.surface.radius_px;
  return {outer, inset(outer, thickness), thickness, radius + 2 * thickness, radius + thickness};
}

}  // namespace kiosk::ui
