// What a visitor sees and what a finger there does, for every way in which a panel can hang: a real window is
// drawn, the target is looked for in what the glass shows, and touched where it is seen.
#include <SDL2/SDL.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "kiosk/sdl/input.h"
#include "kiosk/sdl/library.h"
#include "kiosk/sdl/painter.h"
#include "kiosk/sdl/turned_copy.h"
#include "kiosk/sdl/window.h"
#include "kiosk/ui/hit.h"
#include "kiosk/ui/layout.h"

namespace kiosk::mounting_test {

using namespace kiosk;

namespace {

constexpr ui::Turn turns[] = {ui::Turn::none, ui::Turn::quarter, ui::Turn::half, ui::Turn::three_quarters};

/// Four targets, each of a colour of its own, spread so that no turn puts one onto another.
ui::Frame four_targets(ui::Size size) {
  ui::Frame frame;
  frame.size = size;
  frame.mm_per_px = 0.2767;
  ui::Box ground;
  ground.area = {0, 0, size.w, size.h};
  ground.surface.fill = ui::Ink::paper;
  frame.boxes.push_back(ground);
  const ui::Rect areas[] = {{10, 20, 90, 40},
                            {size.w - 60, 30, 50, 50},
                            {30, size.h - 50, 70, 30},
                            {size.w - 110, size.h - 90, 40, 70}};
  const ui::Ink inks[] = {ui::Ink::keep, ui::Ink::improve, ui::Ink::dilemma, ui::Ink::brand};
  for (std::size_t i = 0; i < 4; ++i) {
    ui::Box box;
    box.role = ui::Role::button;
    box.label = std::to_string(i);
    box.area = areas[i];
    box.surface.fill = inks[i];
    box.on_tap = visit::Typed{0, box.label};
    frame.boxes.push_back(box);
  }
  return frame;
}

std::uint32_t px_at(const SDL_Surface& surface, int x, int y) {
  return static_cast<const std::uint32_t*>(surface.pixels)[y * surface.pitch / 4 + x];
}

/// What the only window shows.
const SDL_Surface& glass_shown() {
  SDL_Window* window = nullptr;
  for (Uint32 id = 1; window == nullptr && id < 100; ++id) window = SDL_GetWindowFromID(id);
  REQUIRE(window != nullptr);
  return *SDL_GetWindowSurface(window);
}

/// The middle of all px of the glass that have `colour`.
ui::Point seen_at(const SDL_Surface& glass, const ui::Colour& colour) {
  const std::uint32_t wanted = SDL_MapRGB(glass.format, colour.r, colour.g, colour.b);
  long x = 0;
  long y = 0;
  long count = 0;
  for (int row = 0; row < glass.h; ++row) {
    for (int column = 0; column < glass.w; ++column) {
      if (px_at(glass, column, row) != wanted) continue;
      x += column;
      y += row;
      ++count;
    }
  }
  REQUIRE(count > 0);
  return {static_cast<int>(x / count), static_cast<int>(y / count)};
}

/// What a sensor that is turned back by `touch` says for a finger at `at`.
ui::Fraction sensed(ui::Turn touch, ui::Size glass, ui::Point at) {
  const double x = (at.x + 0.5) / glass.w;
  const double y = (at.y + 0.5) / glass.h;
  switch (touch) {
    case ui::Turn::none:
      return {x, y};
    case ui::Turn::quarter:
      return {y, 1 - x};
    case ui::Turn::half:
      return {1 - x, 1 - y};
    case ui::Turn::three_quarters:
      return {1 - y, x};
  }
  return {x, y};
}

std::string label_at(const ui::Frame& frame, ui::Point point) {
  const ui::Box* box = ui::hit(frame, point);
  return box == nullptr ? "" : box->label;
}

SDL_Event finger_at(ui::Fraction at) {
  SDL_Event event{};
  event.type = SDL_FINGERDOWN;
  event.tfinger.touchId = 7;
  event.tfinger.x = static_cast<float>(at.x);
  event.tfinger.y = static_cast<float>(at.y);
  return event;
}

SDL_Event click_at(ui::Point at) {
  SDL_Event event{};
  event.type = SDL_MOUSEBUTTONDOWN;
  event.button.button = SDL_BUTTON_LEFT;
  event.button.x = at.x;
  event.button.y = at.y;
  return event;
}

/// SDL with a display in memory.
struct Display {
  Display() {
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    auto started = sdl::VideoLibrary::start();
    REQUIRE(static_cast<bool>(started));
    library.emplace(std::move(*started));
  }
  std::optional<sdl::VideoLibrary> library;
};

}  // namespace

TEST_CASE("touching a target where it is seen hits it, however picture and sensor are turned") {
  const Display display;
  const ui::Size glass{480, 270};
  for (const ui::Turn picture : turns) {
    auto window = sdl::KioskWindow::open(glass, picture);
    REQUIRE(static_cast<bool>(window));
    CHECK(window->glass() == glass);
    const ui::Frame frame = four_targets(window->size());
    CHECK((picture == ui::Turn::none || picture == ui::Turn::half) == (frame.size.w > frame.size.h));
    sdl::Painter{window->renderer(), nullptr, ui::default_themes()}.draw(frame);
    window->present({{0, 0, frame.size.w, frame.size.h}});
    const SDL_Surface& shown = glass_shown();
    for (const ui::Box& box : frame.boxes) {
      if (!box.on_tap) continue;
      const ui::Point seen =
          seen_at(shown, ui::default_themes().of(visit::Contrast::normal)[box.surface.fill]);
      for (const ui::Turn touch : turns) {
        INFO("picture " << static_cast<int>(picture) << ", touch " << static_cast<int>(touch) << ", target "
                        << box.label);
        const ui::Mounting mounting{picture, touch, {}};
        const auto finger = sdl::contact_in(finger_at(sensed(touch, glass, seen)), mounting, glass, Time{});
        REQUIRE(finger);
        CHECK(label_at(frame, finger->point) == box.label);
        const auto click = sdl::contact_in(click_at(seen), mounting, glass, Time{});
        REQUIRE(click);
        CHECK(label_at(frame, click->point) == box.label);
      }
    }
  }
}

TEST_CASE("a turned picture fits a window that gets another size") {
  const Display display;
  auto window = sdl::KioskWindow::open(ui::Size{200, 100}, ui::Turn::quarter);
  REQUIRE(static_cast<bool>(window));
  CHECK(window->size() == ui::Size{100, 200});
  SDL_SetWindowSize(SDL_GetWindowFromID(1), 300, 120);
  SDL_PumpEvents();
  REQUIRE(static_cast<bool>(window->fit()));
  CHECK(window->size() == ui::Size{120, 300});
  const ui::Frame frame = four_targets(window->size());
  sdl::Painter{window->renderer(), nullptr, ui::default_themes()}.draw(frame);
  window->present({{0, 0, frame.size.w, frame.size.h}});
  const ui::Point seen =
      seen_at(glass_shown(), ui::default_themes().of(visit::Contrast::normal)[frame.boxes[1].surface.fill]);
  CHECK(label_at(frame, ui::pointed_point(ui::Turn::quarter, {300, 120}, seen)) == "0");
}

TEST_CASE("a touch on the glass's last px is still in the picture, and one beside it is at its edge") {
  const ui::Size glass{480, 270};
  for (const ui::Turn picture : turns) {
    const ui::Mounting mounting{picture, ui::Turn::none, {}};
    const ui::Rect whole{0, 0, ui::picture_size(picture, glass).w, ui::picture_size(picture, glass).h};
    for (const ui::Fraction at : {ui::Fraction{0, 0}, {1, 1}, {1, 0}, {0, 1}, {-0.5, 2}, {2, -0.5}}) {
      CHECK(ui::contains(whole, ui::touched_point(mounting, glass, at)));
    }
  }
}

TEST_CASE("a sensor that is off is put right by six numbers, as libinput has them") {
  const ui::Size glass{1000, 500};
  struct Case {
    const char* what;
    ui::Calibration calibration;
    ui::Fraction sensed;
    ui::Point meant;
  };
  for (const Case& each :
       {Case{"as it is", {}, {0.25, 0.5}, {250, 250}},
        Case{"shifted", {1, 0, 0.1, 0, 1, -0.2}, {0.25, 0.5}, {350, 150}},
        Case{"stretched", {2, 0, -0.5, 0, 2, -0.5}, {0.5, 0.5}, {500, 250}},
        Case{"stretched, off its middle", {2, 0, -0.5, 0, 2, -0.5}, {0.3, 0.65}, {100, 400}},
        Case{"left for right", {-1, 0, 1, 0, 1, 0}, {0.2, 0.5}, {800, 250}},
        Case{"x for y", {0, 1, 0, 1, 0, 0}, {0.2, 0.6}, {600, 100}}}) {
    INFO(each.what);
    const ui::Point point =
        ui::touched_point({ui::Turn::none, ui::Turn::none, each.calibration}, glass, each.sensed);
    CHECK(std::abs(point.x - each.meant.x) <= 1);
    CHECK(std::abs(point.y - each.meant.y) <= 1);
  }
  // It is put right first and turned afterwards: the numbers hold however the panel hangs.
  const ui::Mounting turned{ui::Turn::none, ui::Turn::quarter, {1, 0, 0.1, 0, 1, 0}};
  const ui::Point point = ui::touched_point(turned, glass, {0.2, 0.5});
  CHECK(std::abs(point.x - 500) <= 1);
  CHECK(std::abs(point.y - 150) <= 1);
}

TEST_CASE("a picture is turned px by px, whatever its size") {
  for (const ui::Turn turn : turns) {
    for (const ui::Size glass : {ui::Size{1, 1}, ui::Size{7, 3}, ui::Size{33, 65}, ui::Size{64, 32}}) {
      const ui::Size size = ui::picture_size(turn, glass);
      const sdl::Picture picture{
          SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_ARGB8888)};
      const sdl::Picture shown{
          SDL_CreateRGBSurfaceWithFormat(0, glass.w, glass.h, 32, SDL_PIXELFORMAT_ARGB8888)};
      for (int y = 0; y < size.h; ++y) {
        for (int x = 0; x < size.w; ++x) {
          static_cast<std::uint32_t*>(picture->pixels)[y * picture->pitch / 4 + x] =
              static_cast<std::uint32_t>(y * 1000 + x);
        }
      }
      sdl::copy_turned(*picture, *shown, turn);
      bool right = true;
      for (int y = 0; y < glass.h; ++y) {
        for (int x = 0; x < glass.w; ++x) {
          const ui::Point from = ui::pointed_point(turn, glass, {x, y});
          right = right && px_at(*shown, x, y) == static_cast<std::uint32_t>(from.y * 1000 + from.x);
        }
      }
      INFO(static_cast<int>(turn) << " " << glass.w << " by " << glass.h);
      CHECK(right);
    }
  }
}

}  // namespace kiosk::mounting_test
