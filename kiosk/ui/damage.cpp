#include "kiosk/ui/damage.h"

#include <algorithm>

#include "kiosk/ui/focus.h"

namespace kiosk::ui {

namespace {

constexpr std::size_t most_areas = 8;  // each is painted by itself

Rect around(const Rect& a, const Rect& b) {
  if (a.w <= 0 || a.h <= 0) return b;
  if (b.w <= 0 || b.h <= 0) return a;
  const int x = std::min(a.x, b.x);
  const int y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

bool meet(const Rect& a, const Rect& b) {
  const Rect shared = common(a, b);
  return shared.w > 0 && shared.h > 0;
}

/// The same bytes may have been read twice.
bool show_the_same_image(const Box& a, const Box& b) {
  return a.image == b.image || (a.image != nullptr && b.image != nullptr && *a.image == *b.image);
}

bool look_the_same(const Box& a, const Box& b) {
  return a.area == b.area && a.pressed == b.pressed && a.focused == b.focused && a.surface == b.surface &&
         a.logo == b.logo && show_the_same_image(a, b) && a.caret == b.caret && a.icon == b.icon &&
         a.ring == b.ring && a.lines == b.lines;
}

/// Adds an area; those that it meets become one with it.
void add_area(std::vector<Rect>& areas, Rect area) {
  if (area.w <= 0 || area.h <= 0) return;
  for (bool grown = true; grown;) {
    const auto met =
        std::find_if(areas.begin(), areas.end(), [&](const Rect& one) { return meet(one, area); });
    grown = met != areas.end();
    if (!grown) continue;
    area = around(area, *met);
    areas.erase(met);
  }
  areas.push_back(area);
  if (areas.size() <= most_areas) return;
  Rect all;
  for (const Rect& one : areas) all = around(all, one);
  areas = {all};
}

}  // namespace

Rect reach_of(const Frame& frame, const Box& box) {
  Rect reach = box.area;
  for (const PlacedLine& line : box.lines) reach = around(reach, inset(line.area, -line.face.px));
  if (box.caret) reach = around(reach, *box.caret);
  if (box.icon) reach = around(reach, box.icon->area);
  if (box.ring) reach = around(reach, box.ring->area);
  if (box.focused) reach = around(reach, focus_ring(frame, box).outer);
  return common(reach, {0, 0, frame.size.w, frame.size.h});
}

std::vector<Rect> damage_between(const Frame& before, const Frame& after) {
  const Rect everywhere{0, 0, after.size.w, after.size.h};
  const bool same_glass = before.size == after.size && before.mm_per_px == after.mm_per_px;
  if (!same_glass || before.contrast != after.contrast || before.boxes.empty()) return {everywhere};
  // Boxes that came or went stand between those that are the same: what is behind them is as it was.
  const auto [first_was, first_is] = std::mismatch(before.boxes.begin(), before.boxes.end(),
                                                   after.boxes.begin(), after.boxes.end(), look_the_same);
  std::vector<Rect> areas;
  if (before.boxes.size() == after.boxes.size()) {
    for (auto was = first_was, is = first_is; was != before.boxes.end(); ++was, ++is) {
      if (look_the_same(*was, *is)) continue;
      add_area(areas, around(reach_of(before, *was), reach_of(after, *is)));
    }
    return areas;
  }
  const auto [last_was, last_is] =
      std::mismatch(before.boxes.rbegin(), std::make_reverse_iterator(first_was), after.boxes.rbegin(),
                    std::make_reverse_iterator(first_is), look_the_same);
  for (auto was = first_was; was != last_was.base(); ++was) add_area(areas, reach_of(before, *was));
  for (auto is = first_is; is != last_is.base(); ++is) add_area(areas, reach_of(after, *is));
  return areas;
}

std::vector<Rect> together(std::vector<Rect> areas, const std::vector<Rect>& more) {
  for (const Rect& area : more) add_area(areas, area);
  return areas;
}

}  // namespace kiosk::ui
