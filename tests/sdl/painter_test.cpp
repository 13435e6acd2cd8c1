#include "kiosk/sdl/painter.h"

#include <png.h>
#include <catch2/catch.hpp>

#include "tests/sdl/canvas.h"

namespace kiosk::painter_test {

using namespace kiosk;
using given::Canvas;
using ui::Ink;
using ui::Rect;

namespace {

const ui::Themes& themes = ui::default_themes();
const ui::Theme& theme = themes.of(visit::Contrast::normal);
constexpr ui::Colour ground{250, 250, 250};
constexpr ui::Size glass{200, 100};
constexpr Rect everywhere{0, 0, 200, 100};
constexpr Rect middle{50, 20, 100, 60};

ui::Box box_at(const Rect& area, Ink fill, int radius = 0) {
  ui::Box box;
  box.area = area;
  box.surface.fill = fill;
  box.surface.radius_px = radius;
  return box;
}

ui::Frame frame_of(std::vector<ui::Box> boxes) {
  ui::Frame frame;
  frame.size = glass;
  frame.boxes = std::move(boxes);
  return frame;
}

ui::Box words_at(const Rect& area, const std::string& words, Ink ink) {
  ui::Box box = box_at(area, Ink::none);
  box.lines.push_back({area, words, {false, 40}, text::Direction::left_to_right, ink});
  return box;
}

/// A frame, drawn.
struct Drawn {
  Canvas canvas{glass, ground};
  sdl::Painter painter;
  explicit Drawn(const ui::Frame& frame, sdl::Fonts* fonts = nullptr)
      : painter{canvas.renderer(), fonts, themes} {
    painter.draw(frame);
  }
};

}  // namespace

TEST_CASE("a box fills its area to each edge, and nothing beside it") {
  const Drawn drawn{frame_of({box_at(middle, Ink::keep)})};
  CHECK(drawn.canvas.count(middle, theme[Ink::keep]) == middle.w * middle.h);
  CHECK(drawn.canvas.count(everywhere, ground) == everywhere.w * everywhere.h - middle.w * middle.h);
}

TEST_CASE("a rounded box has smooth corners, alike on all sides, and straight edges between them") {
  constexpr int radius = 16;
  const Drawn drawn{frame_of({box_at(middle, Ink::ink, radius)})};
  const Canvas& canvas = drawn.canvas;
  int in_between = 0;
  for (int y = 0; y < radius; ++y) {
    for (int x = 0; x < radius; ++x) {
      const ui::Colour colour = canvas.at(middle.x + x, middle.y + y);
      in_between += colour != theme[Ink::ink] && colour != ground ? 1 : 0;
      CHECK(colour == canvas.at(middle.right() - 1 - x, middle.y + y));
      CHECK(colour == canvas.at(middle.x + x, middle.bottom() - 1 - y));
      CHECK(colour == canvas.at(middle.right() - 1 - x, middle.bottom() - 1 - y));
    }
  }
  CHECK(in_between >= radius);
  CHECK(canvas.at(middle.x, middle.y) == ground);
  CHECK(canvas.at(middle.x + radius, middle.y) == theme[Ink::ink]);
  CHECK(canvas.at(middle.x, middle.y + radius) == theme[Ink::ink]);
  CHECK(canvas.at(middle.right() - 1, middle.bottom() - 1 - radius) == theme[Ink::ink]);
  CHECK(canvas.at(middle.centre().x, middle.centre().y) == theme[Ink::ink]);
}

TEST_CASE("a radius larger than the box rounds it as far as it goes") {
  const Drawn drawn{frame_of({box_at(middle, Ink::ink, 500)})};
  CHECK(drawn.canvas.at(middle.x, middle.y) == ground);
  CHECK(drawn.canvas.at(middle.x + 1, middle.centre().y) == theme[Ink::ink]);
  CHECK(drawn.canvas.at(middle.centre().x, middle.y) == theme[Ink::ink]);
}

TEST_CASE("an edge runs all around, and a lip only below") {
  ui::Box box = box_at(middle, Ink::surface);
  box.surface.edge = Ink::border;
  box.surface.edge_px = 3;
  box.surface.lip = Ink::key_edge;
  box.surface.lip_px = 5;
  const Drawn drawn{frame_of({box})};
  const Canvas& canvas = drawn.canvas;
  const int x = middle.centre().x;
  const int y = middle.centre().y;
  CHECK(canvas.at(middle.x + 2, y) == theme[Ink::border]);
  CHECK(canvas.at(middle.x + 3, y) == theme[Ink::surface]);
  CHECK(canvas.at(middle.right() - 3, y) == theme[Ink::border]);
  CHECK(canvas.at(x, middle.y + 2) == theme[Ink::border]);
  CHECK(canvas.at(x, middle.y + 3) == theme[Ink::surface]);
  CHECK(canvas.at(x, middle.bottom() - 9) == theme[Ink::surface]);
  CHECK(canvas.at(x, middle.bottom() - 6) == theme[Ink::border]);
  CHECK(canvas.at(x, middle.bottom() - 5) == theme[Ink::key_edge]);
  CHECK(canvas.at(x, middle.bottom() - 1) == theme[Ink::key_edge]);
}

TEST_CASE("a dashed edge has dashes and gaps, inside the box alone") {
  ui::Box box = box_at(middle, Ink::surface, 10);
  box.surface.edge = Ink::ink;
  box.surface.edge_px = 2;
  box.surface.dashed = true;
  const Drawn drawn{frame_of({box})};
  const Rect top{middle.x + 10, middle.y, middle.w - 20, 1};
  CHECK(drawn.canvas.count(top, theme[Ink::ink]) > top.w / 4);
  CHECK(drawn.canvas.count(top, theme[Ink::surface]) > top.w / 4);
  CHECK(drawn.canvas.count(inset(middle, 10), theme[Ink::ink]) == 0);
}

TEST_CASE("letters have the colour of their ink and stay within their line") {
  given::Letters letters;
  const std::string words = "Hallo";
  const int width = letters.fonts().width({false, 40}, words);
  const Rect line{20, 20, width, 60};
  const Drawn drawn{frame_of({words_at(line, words, Ink::improve)}), &letters.fonts()};
  const int inked = drawn.canvas.count(everywhere, theme[Ink::improve]);
  CHECK(inked > 200);
  CHECK(drawn.canvas.count(line, theme[Ink::improve]) == inked);
  CHECK(drawn.canvas.count(line, ground) > inked);

  const Drawn without_fonts{frame_of({words_at(line, words, Ink::improve)})};
  CHECK(without_fonts.canvas.count(everywhere, ground) == everywhere.w * everywhere.h);
}

TEST_CASE("a writing mark stands where the frame has it") {
  ui::Box box = box_at(middle, Ink::surface);
  box.caret = Rect{60, 30, 4, 20};
  const Drawn drawn{frame_of({box})};
  CHECK(drawn.canvas.count(everywhere, theme[Ink::improve]) == 4 * 20);
}

TEST_CASE("what is pressed looks pressed, on top of all that is on it; the whole screen never does") {
  ui::Box under = box_at(middle, Ink::surface);
  under.pressed = true;
  const ui::Box card = box_at(inset(middle, 10), Ink::keep);
  const Drawn drawn{frame_of({under, card})};
  CHECK(drawn.canvas.at(middle.x, middle.y) != theme[Ink::surface]);
  CHECK(drawn.canvas.at(middle.centre().x, middle.centre().y) != theme[Ink::keep]);
  CHECK(drawn.canvas.count(everywhere, ground) == everywhere.w * everywhere.h - middle.w * middle.h);

  ui::Box screen = box_at(everywhere, Ink::paper);
  screen.pressed = true;
  const Drawn whole{frame_of({screen})};
  CHECK(whole.canvas.count(everywhere, theme[Ink::paper]) == everywhere.w * everywhere.h);
}

TEST_CASE("a ring empties clockwise from the top") {
  ui::Box box = box_at(middle, Ink::none);
  box.ring = ui::PlacedRing{{70, 20, 60, 60}, 0.75, 8, Ink::ink, Ink::dot};
  const Drawn drawn{frame_of({box})};
  CHECK(drawn.canvas.at(118, 32) == theme[Ink::dot]);  // the first quarter is spent
  CHECK(drawn.canvas.at(118, 67) == theme[Ink::ink]);
  CHECK(drawn.canvas.at(81, 67) == theme[Ink::ink]);
  CHECK(drawn.canvas.at(81, 32) == theme[Ink::ink]);
  CHECK(drawn.canvas.at(100, 50) == ground);
}

TEST_CASE("a screen that is drawn again makes no picture anew, until they are forgotten") {
  given::Letters letters;
  ui::Box icon = box_at(middle, Ink::surface, 12);
  icon.icon = ui::PlacedIcon{ui::Icon::check, {60, 30, 30, 30}, Ink::keep};
  ui::Box ring = box_at({0, 0, 40, 40}, Ink::none);
  ring.ring = ui::PlacedRing{{0, 0, 40, 40}, 0.5, 6};
  const ui::Frame frame = frame_of({icon, ring, words_at({20, 20, 100, 60}, "Hallo", Ink::ink)});
  Drawn drawn{frame, &letters.fonts()};
  const std::uint64_t made = drawn.painter.textures_made();
  CHECK(made == 5);  // disc, icon, two parts of a ring, a line
  drawn.painter.draw(frame);
  CHECK(drawn.painter.textures_made() == made);
  drawn.painter.draw(frame_of({words_at({20, 20, 100, 60}, "Hallo!", Ink::ink)}));
  CHECK(drawn.painter.textures_made() == made + 1);
  drawn.painter.forget();
  drawn.painter.draw(frame);
  CHECK(drawn.painter.textures_made() == 2 * made + 1);
}

TEST_CASE(
    "an organisation's logo stands in its place, in its own colours in every look, and nothing without one") {
  // 2 by 1 px: red, and half transparent blue.
  const auto two_pixels = [] {
    const std::uint8_t bytes[] = {255, 0, 0, 255, 0, 0, 255, 128};
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = 2;
    image.height = 1;
    image.format = PNG_FORMAT_RGBA;
    std::string png(1000, '\0');
    png_alloc_size_t used = png.size();
    REQUIRE(png_image_write_to_memory(&image, png.data(), &used, 0, bytes, 0, nullptr) != 0);
    png.resize(used);
    return png;
  };
  ui::Box box = box_at(middle, Ink::none);
  box.logo = true;
  ui::Frame frame = frame_of({box});
  frame.contrast = visit::Contrast::yellow;

  ui::Themes own = ui::default_themes();
  own.logo = ui::Logo{two_pixels(), 2, "Gemeente Voorbeeld"};
  Canvas canvas{glass, ground};
  sdl::Painter{canvas.renderer(), nullptr, own}.draw(frame);
  const Rect left{middle.x, middle.y, middle.w / 2, middle.h};
  const Rect right{middle.x + middle.w / 2, middle.y, middle.w / 2, middle.h};
  CHECK(canvas.count(left, {255, 0, 0}) == left.w * left.h);
  const ui::Colour through = canvas.at(right.centre().x, right.centre().y);
  CHECK((through.b > 245 && through.r > 115 && through.r < 135));
  CHECK(canvas.count(right, through) == right.w * right.h);

  Canvas bare{glass, ground};
  sdl::Painter{bare.renderer(), nullptr, themes}.draw(frame);
  CHECK(bare.count(everywhere, ground) == everywhere.w * everywhere.h);
}

}  // namespace kiosk::painter_test
