#include "kiosk/sdl/canvas.h"

#include <catch2/catch.hpp>

#include "kiosk/sdl/painter.h"
#include "kiosk/sdl/png.h"
#include "tests/sdl/canvas.h"

namespace kiosk::canvas_test {

using namespace kiosk;

namespace {

constexpr ui::Size glass{60, 40};

/// A button in the middle of the paper, as `change` has it.
ui::Frame frame_with(void (*change)(ui::Box&)) {
  ui::Frame frame{.size = glass, .mm_per_px = 0.3};
  frame.boxes.resize(2);
  frame.boxes[0].area = {0, 0, glass.w, glass.h};
  frame.boxes[0].surface.fill = ui::Ink::paper;
  frame.boxes[1].area = {10, 10, 40, 20};
  frame.boxes[1].surface.fill = ui::Ink::surface;
  change(frame.boxes[1]);
  return frame;
}

std::string png_of(const ui::Frame& frame) {
  auto canvas = sdl::Canvas::make(glass);
  REQUIRE(canvas);
  sdl::Painter{canvas->renderer(), nullptr, ui::default_themes()}.draw(frame);
  const auto png = canvas->png();
  REQUIRE(png);
  return *png;
}

ui::Colour middle_of(const std::string& png) {
  const auto picture = sdl::read_png(png);
  REQUIRE(picture);
  REQUIRE((*picture)->w == glass.w);
  REQUIRE((*picture)->h == glass.h);
  std::uint32_t pixel = 0;
  SDL_memcpy(&pixel, static_cast<const unsigned char*>((*picture)->pixels) + 20 * (*picture)->pitch + 30 * 4,
             4);
  ui::Colour colour;
  SDL_GetRGB(pixel, (*picture)->format, &colour.r, &colour.g, &colour.b);
  return colour;
}

}  // namespace

TEST_CASE("a picture shows what a window shows, also what is half see-through") {
  for (const bool pressed : {false, true}) {
    INFO("pressed: " << pressed);
    const ui::Frame frame = frame_with(pressed ? [](ui::Box& box) { box.pressed = true; } : [](ui::Box&) {});
    given::Canvas window{glass};
    sdl::Painter{window.renderer(), nullptr, ui::default_themes()}.draw(frame);
    const ui::Colour seen = middle_of(png_of(frame));
    CHECK(seen == window.at(30, 20));
    CHECK((seen == ui::default_themes().of(visit::Contrast::normal)[ui::Ink::surface]) == !pressed);
  }
}

}  // namespace kiosk::canvas_test
