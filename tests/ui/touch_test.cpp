#include <catch2/catch.hpp>

#include "kiosk/ui/touch.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

/// Two buttons beside each other, 100 px each, on a glass of 1 mm a px.
ui::Frame two_buttons(const std::string& key) {
  ui::Frame frame;
  frame.key = key;
  frame.size = {200, 100};
  frame.mm_per_px = 1;
  for (const int left : {0, 110}) {
    ui::Box box;
    box.role = ui::Role::button;
    box.label = left == 0 ? "left" : "right";
    box.area = {left, 0, 90, 50};
    box.on_tap = left == 0 ? visit::Event{visit::Stopped{}} : visit::Event{visit::Finished{}};
    frame.boxes.push_back(box);
  }
  return frame;
}

}  // namespace

TEST_CASE("a tap is down and up on the same box") {
  ui::Touch touch;
  const ui::Frame frame = two_buttons("a");
  touch.shown(frame, 0ms);
  CHECK(touch.down(frame, 1, {10, 10}, 1s));
  const auto tapped = touch.up(frame, 1, {60, 40}, 1s);
  REQUIRE(tapped);
  CHECK(std::holds_alternative<visit::Stopped>(*tapped));
}

TEST_CASE("sliding off takes a tap back, and a second finger does nothing") {
  ui::Touch touch;
  const ui::Frame frame = two_buttons("a");
  touch.shown(frame, 0ms);
  touch.down(frame, 1, {10, 10}, 1s);
  CHECK_FALSE(touch.down(frame, 2, {150, 10}, 1s));
  CHECK_FALSE(touch.up(frame, 2, {150, 10}, 1s));
  CHECK_FALSE(touch.up(frame, 1, {150, 10}, 1s));
}

TEST_CASE("a touch within 300 ms of a new screen, or begun before it, does nothing there") {
  ui::Touch touch;
  touch.shown(two_buttons("a"), 0ms);
  const ui::Frame next = two_buttons("b");
  touch.down(two_buttons("a"), 1, {10, 10}, 900ms);
  touch.shown(next, 1000ms);
  CHECK_FALSE(touch.up(next, 1, {10, 10}, 1010ms));
  touch.down(next, 1, {10, 10}, 1299ms);
  CHECK_FALSE(touch.up(next, 1, {10, 10}, 1400ms));
  touch.down(next, 1, {10, 10}, 1300ms);
  CHECK(touch.up(next, 1, {10, 10}, 1400ms));
}
