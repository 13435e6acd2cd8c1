#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "kiosk/ui/focus.h"
#include "kiosk/ui/transcript.h"
#include "tests/faces/face.h"

// Checks 1 to 8 and the geometry of 11: can a finger reach it, and does it mean what it seems to mean?

namespace kiosk::faces {

using ui::Box;
using ui::Rect;
using ui::Role;

namespace {

/// Millimetres, with the half pixel that rounding may take from each side of a thing.
double least(const Face& face, double mm) { return mm - face.panel.mm_per_px; }

Rect around(const Rect& a, const Rect& b) {
  const int x = std::min(a.x, b.x);
  const int y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

/// What a visitor sees of a target: its ground, or where it has none, the letters and icons in it.
Rect seen(const Face& face, const Box& target) {
  if (target.surface.fill != ui::Ink::none) return target.area;
  std::optional<Rect> inside;
  for (const Box& box : face.frame.boxes) {
    if (!ui::contains(target.area, box.area)) continue;
    for (const ui::PlacedLine& line : box.lines) inside = inside ? around(*inside, line.area) : line.area;
    if (box.icon) inside = inside ? around(*inside, box.icon->area) : box.icon->area;
  }
  return inside.value_or(target.area);
}

int gap_between(const Rect& a, const Rect& b) {
  const int across = std::max(a.x - b.right(), b.x - a.right());
  const int down = std::max(a.y - b.bottom(), b.y - a.bottom());
  return std::max(across, down);
}

/// Keys are measured by check 6: what a finger can hit of one is half of the gap around it besides.
void is_large(const Face& face, Faults& faults) {
  for (const Box* box : targets(face.frame)) {
    const double w = box->area.w * face.panel.mm_per_px;
    const double h = box->area.h * face.panel.mm_per_px;
    if ((w < 20.0 && box->role != Role::key) || h < 20.0) {
      faults.add(1, face, fmt::format("{} is {:.1f} x {:.1f} mm", name_of(*box), w, h));
    }
  }
}

void answers_are_larger(const Face& face, Faults& faults) {
  for (const Box* box : targets(face.frame)) {
    if (!is_answer(face.frame, *box)) continue;
    const double w = box->area.w * face.panel.mm_per_px;
    const double h = box->area.h * face.panel.mm_per_px;
    if (w < 40.0 || h < 25.0)
      faults.add(2, face, fmt::format("{} is {:.1f} x {:.1f} mm", name_of(*box), w, h));
  }
}

void stand_apart(const Face& face, Faults& faults) {
  const auto all = targets(face.frame);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      const Rect shared = ui::common(all[i]->area, all[j]->area);
      if (shared.w > 0 && shared.h > 0) {
        faults.add(3, face, fmt::format("{} lies over {}", name_of(*all[i]), name_of(*all[j])));
      }
      const double gap = gap_between(seen(face, *all[i]), seen(face, *all[j])) * face.panel.mm_per_px;
      if (gap < least(face, 2.54)) {
        faults.add(4, face,
                   fmt::format("{:.1f} mm between {} and {}", gap, name_of(*all[i]), name_of(*all[j])));
      }
    }
  }
}

void keep_off_the_edge(const Face& face, Faults& faults) {
  for (const Box* box : targets(face.frame)) {
    const double mm = std::min({box->area.x, box->area.y, face.frame.size.w - box->area.right(),
                                face.frame.size.h - box->area.bottom()}) *
                      face.panel.mm_per_px;
    if (mm < least(face, 5.0))
      faults.add(5, face, fmt::format("{} is {:.1f} mm from the edge", name_of(*box), mm));
  }
}

void keys_are_wide(const Face& face, Faults& faults) {
  const Box* before = nullptr;
  for (const Box& key : face.frame.boxes) {
    if (key.role != Role::key) continue;
    const double w = key.area.w * face.panel.mm_per_px;
    if (w < 18.0) faults.add(6, face, fmt::format("{} is {:.1f} mm wide", name_of(key), w));
    if (before != nullptr && before->area.y == key.area.y) {
      const double pitch = (key.area.x - before->area.x) * face.panel.mm_per_px;
      if (pitch < 20.0) faults.add(6, face, fmt::format("{:.1f} mm from {}", pitch, name_of(key)));
    }
    before = &key;
  }
}

/// With the glass where the station's file says that it hangs; a panel of another size hangs elsewhere.
void are_in_reach(const Face& face, Faults& faults) {
  if (std::abs(face.panel.mm_per_px - upright().mm_per_px) > 1e-9) return;
  constexpr double highest = 1100;
  const double bottom = face.kiosk.setup().station.bottom_mm;
  for (const Box* box : targets(face.frame)) {
    const double height = bottom + (face.frame.size.h - box->area.centre().y) * face.panel.mm_per_px;
    if (height > highest) faults.add(7, face, fmt::format("{} is {:.0f} mm high", name_of(*box), height));
    if (face.comfort.lower && box->area.y < face.frame.size.h * 0.55 - 1) {
      faults.add(7, face, fmt::format("{} is not low", name_of(*box)));
    }
  }
}

void are_on_the_glass(const Face& face, Faults& faults) {
  const Rect glass{0, 0, face.frame.size.w, face.frame.size.h};
  for (const Box& box : face.frame.boxes) {
    if (!ui::contains(glass, box.area)) faults.add(8, face, fmt::format("{} sticks out", name_of(box)));
  }
  for (const ui::Misfit& misfit : face.frame.misfits) {
    faults.add(8, face, fmt::format("no room for \"{}\"", ui::plain(misfit.words)));
  }
}

void rings_are_whole(const Face& face, Faults& faults) {
  const Rect glass{0, 0, face.frame.size.w, face.frame.size.h};
  for (const Box* box : targets(face.frame)) {
    const ui::FocusRing ring = ui::focus_ring(face.frame, *box);
    if (!ui::contains(glass, ring.outer))
      faults.add(11, face, fmt::format("the ring of {} is cut", name_of(*box)));
    if (ring.thickness * face.panel.mm_per_px < 1.5) {
      faults.add(11, face, fmt::format("the ring of {} is thin", name_of(*box)));
    }
  }
}

}  // namespace

std::vector<Check> target_checks() {
  return {
      {1, "a trembling finger of an old hand hits what it aims at: 20 mm each way", is_large},
      {2, "an answer is larger still: 25 mm high and 40 mm wide", answers_are_larger},
      {3, "a finger never means two things", stand_apart},
      {4, "two things to tap look like two: 2.54 mm lie between what is seen of them",
       nullptr},  // looked at with check 3
      {5, "nothing to tap is 5 mm from the edge, where a bezel is in the way", keep_off_the_edge},
      {6, "a key is 18 mm wide, and 20 mm from the next", keys_are_wide},
      {7, "someone in a wheelchair reaches everything: 1100 mm above the floor, or in the lowest 45 %",
       are_in_reach},
      {8, "nothing is out of sight, and nothing has to be scrolled to", are_on_the_glass},
      {11, "the focus ring is 1.5 mm thick, twice, and whole", rings_are_whole},
  };
}

}  // namespace kiosk::faces
