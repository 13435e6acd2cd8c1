#include <fmt/format.h>

#include <array>

#include "kiosk/ui/hit.h"
#include "kiosk/ui/touch.h"
#include "tests/faces/face.h"

// Checks 28 to 32 and 45: what fingers on each target of each screen come to. The rules themselves, with all
// their times, are in tests/ui/touch_test.cpp.

namespace kiosk::faces {

using ui::Box;
using ui::Role;
using namespace std::chrono_literals;

namespace {

/// A screen that has been on the glass for a while.
struct Glass {
  const ui::Frame& frame;
  ui::Touch touch;

  explicit Glass(const Face& face) : frame{face.frame} { touch.shown(frame, 0s); }

  /// All that happens until `time`, but for what a finger's way up means.
  int wait(Time time) {
    int events = 0;
    for (auto due = touch.due(); due && *due <= time; due = touch.due()) {
      if (touch.tick(frame, *due)) ++events;
    }
    return events;
  }
  int down(int finger, ui::Point at, Time time) {
    return wait(time) + (touch.down(frame, finger, at, time) ? 1 : 0);
  }
  int up(int finger, ui::Point at, Time time) {
    return wait(time) + (touch.up(frame, finger, at, time) ? 1 : 0);
  }
  int tap(ui::Point at, Time time, int finger = 0) {
    return down(finger, at, time) + up(finger, at, time + 80ms);
  }
};

constexpr Time later = 10s;  // after the guard of any screen

/// Those that mean one thing when a finger leaves them: a key may be slid to, and repeats.
std::vector<const Box*> plain_targets(const Face& face) {
  std::vector<const Box*> all;
  for (const Box* box : targets(face.frame)) {
    if (box->role != Role::key && box->on_tap && !box->repeats) all.push_back(box);
  }
  return all;
}

/// Far enough from the target that its slop does not count.
ui::Point beside(const Face& face, const Box& target) {
  const int y = target.area.y > face.frame.size.h / 2 ? 1 : face.frame.size.h - 1;
  return {face.frame.size.w / 2, y};
}

void slides_off(const Face& face, Faults& faults) {
  for (const Box* box : plain_targets(face)) {
    Glass glass{face};
    const ui::Point off = beside(face, *box);
    int events = glass.down(0, box->area.centre(), later);
    glass.touch.move(glass.frame, 0, off, later + 100ms);
    events += glass.up(0, off, later + 200ms);
    if (events != 0) faults.add(28, face, name_of(*box) + " is tapped by a finger that slid off");
  }
}

void second_finger(const Face& face, Faults& faults) {
  const auto all = plain_targets(face);
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    Glass glass{face};
    const ui::Point first = all[i]->area.centre();
    const ui::Point second = all[i + 1]->area.centre();
    int events = glass.down(0, first, later);
    events += glass.down(1, second, later + 100ms);
    events += glass.up(1, second, later + 200ms);
    if (events != 0) faults.add(29, face, name_of(*all[i + 1]) + " is tapped by a second finger");
    if (glass.up(0, first, later + 300ms) != 1)
      faults.add(29, face, name_of(*all[i]) + " loses its own finger");
  }
}

void palm(const Face& face, Faults& faults) {
  for (const Box* box : targets(face.frame)) {
    Glass glass{face};
    const ui::Point middle = box->area.centre();
    int events = 0;
    for (const int finger : {0, 1, 2}) events += glass.down(finger, middle, later + Time{10 * finger});
    for (const int finger : {0, 1, 2}) events += glass.up(finger, middle, later + 150ms);
    events += glass.wait(later + 2s);
    if (events != 0) faults.add(30, face, name_of(*box) + " is tapped by a palm");
  }
}

void twice(const Face& face, Faults& faults) {
  for (const Box* box : plain_targets(face)) {
    Glass glass{face};
    const int events = glass.tap(box->area.centre(), later) + glass.tap(box->area.centre(), later + 150ms);
    if (events != 1)
      faults.add(31, face, fmt::format("{} hears a double tap {} times", name_of(*box), events));
  }
}

void bag(const Face& face, Faults& faults) {
  for (const Box* box : plain_targets(face)) {
    Glass glass{face};
    glass.down(0, beside(face, *box), later);
    glass.wait(later + 11s);
    if (glass.tap(box->area.centre(), later + 11s, 1) != 1) {
      faults.add(32, face, name_of(*box) + " cannot be tapped beside a bag on the glass");
    }
  }
}

/// A passer-by taps anywhere; buttons have their own meaning.
void attract(const Face& face, Faults& faults) {
  if (face.frame.screen != "attract") return;
  constexpr int steps = 12;
  for (int i = 1; i < steps * steps; ++i) {
    const ui::Point at{face.frame.size.w * (i % steps) / steps, face.frame.size.h * (i / steps) / steps};
    if (Glass{face}.tap(at, later) != 1)
      faults.add(45, face, fmt::format("a tap at {}, {} does nothing", at.x, at.y));
  }
}

}  // namespace

std::vector<Check> finger_checks() {
  return {{28, "who slides off a target takes it back", slides_off},
          {29, "a second finger does nothing", second_finger},
          {30, "a palm does nothing", palm},
          {31, "who taps twice is heard once", twice},
          {32, "a bag on the glass blocks nobody", bag},
          {45, "a passer-by who taps the first screen, wherever, is heard", attract}};
}

}  // namespace kiosk::faces
