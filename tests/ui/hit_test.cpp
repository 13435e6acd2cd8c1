#include "kiosk/ui/hit.h"

#include <catch2/catch.hpp>

namespace kiosk::hit_test {

using namespace kiosk;

namespace {

ui::Box button(const std::string& label, const ui::Rect& area) {
  ui::Box box;
  box.role = ui::Role::button;
  box.label = label;
  box.area = area;
  box.on_tap = visit::Event{visit::Stopped{}};
  return box;
}

/// A glass of 1 mm a px: the slop is 3 px below a box and 1 px elsewhere.
ui::Frame glass(std::vector<ui::Box> boxes) {
  ui::Frame frame;
  frame.size = {200, 100};
  frame.mm_per_px = 1;
  frame.boxes = std::move(boxes);
  return frame;
}

std::string meant(const ui::Frame& frame, ui::Point point) {
  const ui::Box* box = ui::hit(frame, point);
  return box != nullptr ? box->label : "nothing";
}

}  // namespace

TEST_CASE("a finger means the box under it, or the one that it just missed, most of all below it") {
  const ui::Frame frame = glass({button("left", {10, 10, 90, 50}), button("right", {110, 10, 80, 50}),
                                 button("below", {10, 66, 90, 20})});
  struct Case {
    const char* where;
    ui::Point point;
    const char* box;
  };
  for (const Case& one : {
           Case{"in the middle", {50, 30}, "left"},
           Case{"in the first corner", {10, 10}, "left"},
           Case{"in the last corner", {99, 59}, "left"},
           Case{"just past the right edge", {100, 30}, "left"},
           Case{"further past it", {101, 30}, "nothing"},
           Case{"just before the left edge", {109, 30}, "right"},
           Case{"just above", {50, 9}, "left"},
           Case{"further above", {50, 8}, "nothing"},
           Case{"3 mm below", {150, 62}, "right"},
           Case{"4 mm below", {150, 63}, "nothing"},
           Case{"between two, where either is near", {50, 62}, "left"},
           Case{"between two, at the second one's edge", {50, 65}, "below"},
       }) {
    INFO(one.where);
    CHECK(meant(frame, one.point) == one.box);
  }
}

TEST_CASE("the slop is so many mm on every panel") {
  ui::Frame fine = glass({button("one", {10, 10, 50, 50})});
  fine.mm_per_px = 0.25;
  CHECK(meant(fine, {30, 71}) == "one");
  CHECK(meant(fine, {30, 72}) == "nothing");
  CHECK(meant(fine, {65, 30}) == "one");
  CHECK(meant(fine, {66, 30}) == "nothing");
}

TEST_CASE("what is on top is meant, and what cannot be tapped is in nobody's way") {
  ui::Box words = button("words", {20, 20, 30, 10});
  words.on_tap.reset();
  const ui::Frame frame = glass({button("under", {10, 10, 80, 60}), button("over", {50, 10, 80, 60}), words});
  CHECK(meant(frame, {60, 30}) == "over");
  CHECK(meant(frame, {25, 25}) == "under");
}

TEST_CASE("where the whole screen can be tapped, it is meant only when no box is near") {
  const ui::Frame frame = glass({button("screen", {0, 0, 200, 100}), button("language", {10, 10, 40, 20})});
  CHECK(meant(frame, {150, 80}) == "screen");
  CHECK(meant(frame, {20, 20}) == "language");
  CHECK(meant(frame, {20, 32}) == "language");
  CHECK(meant(frame, {20, 33}) == "screen");
}

TEST_CASE("a box is found by what it is called when it is read aloud") {
  ui::Box group = button("Omgevingswet", {0, 0, 10, 10});
  group.role = ui::Role::group;
  ui::Box words = button("Stoppen", {0, 0, 10, 10});
  words.on_tap.reset();
  const ui::Frame frame =
      glass({group, words, button("Omgevings\u00ADwet", {10, 0, 10, 10}), button("Omgevingswet", {})});
  REQUIRE(ui::find(frame, "Omgevingswet") != nullptr);
  CHECK(ui::find(frame, "Omgevingswet")->area.x == 10);
  CHECK(ui::find(frame, "Stoppen") == nullptr);
  CHECK(ui::find(frame, "Omgevings") == nullptr);
}

}  // namespace kiosk::hit_test
