#include "kiosk/sdl/painter.h"

#include <catch2/catch.hpp>

namespace kiosk::focus_ring_test {

using namespace kiosk;

namespace {

/// What a painter draws, without a window or a display.
class Paper {
 public:
  explicit Paper(ui::Size size)
      : surface_{SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_RGB888)},
        renderer_{SDL_CreateSoftwareRenderer(surface_.get())} {}

  void draw(const ui::Frame& frame) {
    sdl::Painter{renderer_.get(), nullptr, ui::default_themes()}.draw(frame);
    SDL_RenderFlush(renderer_.get());
  }

  bool shows(ui::Ink ink, ui::Point at) const {
    const ui::Colour& colour = ui::default_themes().of(visit::Contrast::normal)[ink];
    const auto* px = static_cast<const std::uint32_t*>(surface_->pixels);
    return px[at.y * surface_->pitch / 4 + at.x] ==
           SDL_MapRGB(surface_->format, colour.r, colour.g, colour.b);
  }

 private:
  sdl::Picture surface_;
  sdl::Renderer renderer_;
};

ui::Box box_at(const ui::Rect& area, ui::Ink fill) {
  ui::Box box;
  box.role = ui::Role::button;
  box.area = area;
  box.surface.fill = fill;
  box.surface.radius_px = 12;
  return box;
}

/// The colours met on the way from outside the ring into the box, one px at a time.
std::vector<ui::Ink> met(const Paper& paper, ui::Point from, int dx, int dy, int steps) {
  std::vector<ui::Ink> inks;
  for (int i = 0; i < steps; ++i) {
    const ui::Point at{from.x + i * dx, from.y + i * dy};
    for (const ui::Ink ink : {ui::Ink::paper, ui::Ink::focus, ui::Ink::focus_line, ui::Ink::surface}) {
      if (paper.shows(ink, at)) inks.push_back(ink);
    }
  }
  return inks;
}

}  // namespace

TEST_CASE("the focus ring is drawn round its box, bright outside and dark inside, each 1.5 mm thick") {
  ui::Frame frame;
  frame.size = {300, 200};
  frame.mm_per_px = 0.25;  // so 1.5 mm are 6 px
  frame.boxes = {box_at({0, 0, 300, 200}, ui::Ink::paper), box_at({100, 80, 100, 60}, ui::Ink::surface),
                 box_at({205, 80, 90, 60}, ui::Ink::surface)};  // a neighbour nearer than the ring is wide
  frame.boxes[0].surface.radius_px = 0;
  frame.boxes[1].focused = true;
  Paper paper{frame.size};
  paper.draw(frame);
  const auto path = [](ui::Ink outside) {
    std::vector<ui::Ink> inks(2, outside);
    inks.insert(inks.end(), 6, ui::Ink::focus);
    inks.insert(inks.end(), 6, ui::Ink::focus_line);
    inks.insert(inks.end(), 2, ui::Ink::surface);
    return inks;
  };
  CHECK(met(paper, {86, 110}, 1, 0, 16) == path(ui::Ink::paper));
  CHECK(met(paper, {213, 110}, -1, 0, 16) == path(ui::Ink::surface));
  CHECK(met(paper, {150, 66}, 0, 1, 16) == path(ui::Ink::paper));
  CHECK(met(paper, {150, 153}, 0, -1, 16) == path(ui::Ink::paper));
  CHECK(paper.shows(ui::Ink::paper, {89, 69}));  // its corners are round
}

TEST_CASE("at the edge of the screen the focus ring lies on the box, whole") {
  ui::Frame frame;
  frame.size = {300, 200};
  frame.mm_per_px = 0.25;
  frame.boxes = {box_at({0, 0, 300, 200}, ui::Ink::paper), box_at({0, 140, 100, 60}, ui::Ink::surface)};
  frame.boxes[1].focused = true;
  Paper paper{frame.size};
  paper.draw(frame);
  CHECK(paper.shows(ui::Ink::focus, {2, 170}));
  CHECK(paper.shows(ui::Ink::focus_line, {9, 170}));
  CHECK(paper.shows(ui::Ink::surface, {13, 170}));
  CHECK(paper.shows(ui::Ink::focus, {50, 197}));
  CHECK(paper.shows(ui::Ink::focus_line, {50, 190}));
}

}  // namespace kiosk::focus_ring_test
