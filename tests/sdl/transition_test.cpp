#include "kiosk/sdl/transition.h"

#include <catch2/catch.hpp>

#include "tests/sdl/canvas.h"

namespace kiosk::transition_test {

using namespace kiosk;
using given::Canvas;
using ui::Ink;
using ui::Rect;
using namespace std::chrono_literals;

namespace {

const ui::Theme& theme = ui::default_themes().of(visit::Contrast::normal);
constexpr ui::Size glass{200, 100};
constexpr Rect left{0, 0, 100, 100};
constexpr Rect right{100, 0, 100, 100};

ui::Frame all_in(Ink ink) {
  ui::Box box;
  box.area = {0, 0, glass.w, glass.h};
  box.surface.fill = ink;
  ui::Frame frame;
  frame.size = glass;
  frame.boxes = {box};
  return frame;
}

struct Glass {
  Canvas canvas{glass, {0, 0, 0}};
  sdl::Painter painter{canvas.renderer(), nullptr, ui::default_themes()};
  sdl::Transition transition{canvas.renderer()};

  void show(const ui::Frame& frame, Time now) {
    transition.draw(painter, frame, {{0, 0, glass.w, glass.h}}, now);
  }
  ui::Colour left_one() const { return canvas.at(50, 50); }
  ui::Colour right_one() const { return canvas.at(150, 50); }
};

bool between(std::uint8_t value, std::uint8_t one, std::uint8_t two) {
  return value > std::min(one, two) && value < std::max(one, two);
}

}  // namespace

TEST_CASE("what was there fades where something moves, and the rest is there at once") {
  Glass screen;
  const ui::Frame before = all_in(Ink::keep);
  const ui::Frame after = all_in(Ink::surface);
  screen.show(before, 0ms);
  screen.transition.begin(screen.painter, before, {100ms, {left}}, 1000ms);

  screen.show(after, 1000ms);
  CHECK(screen.left_one() == theme[Ink::keep]);
  CHECK(screen.right_one() == theme[Ink::surface]);

  screen.show(after, 1016ms);
  CHECK(between(screen.left_one().r, theme[Ink::keep].r, theme[Ink::surface].r));
  CHECK(screen.right_one() == theme[Ink::surface]);

  screen.show(after, 1100ms);
  CHECK(screen.left_one() == theme[Ink::surface]);
}

TEST_CASE("while something moves the screen is drawn 60 times a second, and then no more") {
  Glass screen;
  screen.show(all_in(Ink::keep), 0ms);
  CHECK_FALSE(screen.transition.due());
  screen.transition.begin(screen.painter, all_in(Ink::keep), {250ms, {left, right}}, 1000ms);
  int drawn = 0;
  screen.show(all_in(Ink::surface), 1000ms);
  while (const auto due = screen.transition.due()) {
    screen.show(all_in(Ink::surface), *due);
    ++drawn;
    REQUIRE(drawn < 100);
  }
  CHECK(drawn == 16);
  CHECK(screen.left_one() == theme[Ink::surface]);
}

TEST_CASE("a change that comes while another still moves goes on from what is to be seen") {
  Glass screen;
  screen.show(all_in(Ink::keep), 0ms);
  screen.transition.begin(screen.painter, all_in(Ink::keep), {250ms, {left, right}}, 1000ms);
  screen.show(all_in(Ink::surface), 1032ms);
  const ui::Colour seen = screen.left_one();
  screen.transition.begin(screen.painter, all_in(Ink::surface), {250ms, {left, right}}, 1032ms);
  screen.show(all_in(Ink::ink), 1032ms);
  CHECK(screen.left_one() == seen);
}

TEST_CASE("what is stopped comes at once") {
  Glass screen;
  screen.transition.begin(screen.painter, all_in(Ink::keep), {250ms, {left}}, 1000ms);
  screen.transition.stop();
  screen.show(all_in(Ink::surface), 1000ms);
  CHECK(screen.left_one() == theme[Ink::surface]);
  CHECK_FALSE(screen.transition.due());
}

}  // namespace kiosk::transition_test
