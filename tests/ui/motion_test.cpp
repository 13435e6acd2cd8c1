#include "kiosk/ui/motion.h"

#include <catch2/catch.hpp>

namespace kiosk::motion_test {

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

constexpr ui::Rect first_theme{10, 100, 130, 40};
constexpr ui::Rect second_theme{160, 100, 130, 40};

ui::Box theme_at(const ui::Rect& area, const std::string& label) {
  ui::Box box;
  box.role = ui::Role::checkbox;
  box.label = label;
  box.area = area;
  return box;
}

ui::Frame themes(const std::string& question = "themes 0") {
  ui::Frame frame;
  frame.key = question;
  frame.size = {300, 400};
  frame.boxes = {theme_at(first_theme, "Samen"), theme_at(second_theme, "Open")};
  return frame;
}

ui::Frame chosen(std::size_t theme) {
  ui::Frame frame = themes();
  frame.boxes[theme].selected = true;
  return frame;
}

ui::Frame pressed(std::size_t theme) {
  ui::Frame frame = themes();
  frame.boxes[theme].pressed = true;
  return frame;
}

ui::Frame at_once(ui::Frame frame) {
  frame.at_once = true;
  return frame;
}

ui::Frame dark(ui::Frame frame) {
  frame.contrast = visit::Contrast::dark;
  return frame;
}

ui::Frame larger(ui::Frame frame) {
  frame.size = {400, 300};
  return frame;
}

}  // namespace

TEST_CASE("a screen fades into the next one, a choice into its card, and a press out of it") {
  const auto screen = ui::motion_between(themes("themes 0"), themes("themes 1"));
  REQUIRE(screen);
  CHECK(screen->lasts == 250ms);
  CHECK(screen->areas == std::vector<ui::Rect>{{0, 0, 300, 400}});

  const auto choice = ui::motion_between(pressed(1), chosen(1));
  REQUIRE(choice);
  CHECK(choice->lasts == 150ms);
  CHECK(choice->areas == std::vector<ui::Rect>{second_theme});

  const auto instead = ui::motion_between(chosen(0), chosen(1));
  REQUIRE(instead);
  CHECK(instead->areas == std::vector<ui::Rect>{first_theme, second_theme});

  const auto slid_off = ui::motion_between(pressed(0), themes());
  REQUIRE(slid_off);
  CHECK(slid_off->lasts == 100ms);
  CHECK(slid_off->areas == std::vector<ui::Rect>{first_theme});
}

TEST_CASE("what a visitor waits for comes at once") {
  struct Change {
    const char* what;
    ui::Frame before;
    ui::Frame after;
  };
  const Change changes[] = {
      {"a finger comes down", themes(), pressed(0)},
      {"nothing changes", chosen(0), chosen(0)},
      {"the first screen of all", ui::Frame{}, themes()},
      {"nobody is there any more", themes("thanks"), at_once(themes("attract"))},
      {"other colours, in which the old ones would flicker", chosen(0), dark(themes())},
      {"the window has another size", themes("themes 0"), larger(themes("themes 1"))},
  };
  for (const Change& change : changes) {
    INFO(change.what);
    CHECK_FALSE(ui::motion_between(change.before, change.after));
  }
}

TEST_CASE("what fades goes quickly at first, then gently, and is gone in time") {
  CHECK(ui::remaining(0ms, 250ms) == 1);
  CHECK(ui::remaining(250ms, 250ms) == 0);
  CHECK(ui::remaining(400ms, 250ms) == 0);
  double before = 1;
  for (Time passed = 5ms; passed <= 250ms; passed += 5ms) {
    const double now = ui::remaining(passed, 250ms);
    INFO(passed.count() << " ms");
    CHECK(now <= before);
    before = now;
  }
  // The value of cubic-bezier(0.2, 0, 0, 1) at a half, as a browser draws it: 0.874 of the way.
  CHECK(ui::remaining(125ms, 250ms) == Approx(1 - 0.874).margin(0.005));
}

}  // namespace kiosk::motion_test
