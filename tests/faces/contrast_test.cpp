#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "kiosk/ui/hit.h"
#include "tests/faces/looks.h"
#include "tests/faces/picture.h"

// Can what Looks says about pixels be relied on? It draws little of what it judges (looks.h, part.h).

using namespace kiosk;
using namespace kiosk::faces;

TEST_CASE("a screen in another look is the same but for its colours, save where it is laid out anew") {
  Kiosk kiosk;
  std::size_t same = 0;
  for (const ui::Panel& panel : {upright(), lying()}) {
    each_face(kiosk, panel, comforts(kiosk, {"nl"}, {visit::TextSize::large}), [&](const Face& face) {
      for (const visit::Contrast contrast : {visit::Contrast::dark, visit::Contrast::yellow}) {
        if (differs_by_more_than_colour(face.frame, contrast)) continue;
        visit::State state = face.example.state;
        state.comfort.contrast = contrast;
        const ui::Frame frame = app::Session{kiosk.setup(), state}.frame(panel, kiosk.fonts());
        REQUIRE(frame.boxes.size() == face.frame.boxes.size());
        for (std::size_t i = 0; i < frame.boxes.size(); ++i) {
          const ui::Box& box = frame.boxes[i];
          const ui::Box& other = face.frame.boxes[i];
          if (box.area == other.area && box.surface == other.surface && box.lines == other.lines &&
              box.icon == other.icon && box.ring == other.ring && box.caret == other.caret &&
              box.on_tap.has_value() == other.on_tap.has_value()) {
            ++same;
          } else {
            INFO(place_of(face) << ", look " << static_cast<int>(contrast));
            FAIL_CHECK('"' << box.label << "\" is different");
          }
        }
      }
    });
  }
  CHECK(same > 10000);
}

TEST_CASE("a part of a screen that is drawn by itself looks as it does in the whole picture") {
  Kiosk kiosk;
  for (const ui::Panel& panel : {upright(), lying()}) {
    Parts parts{kiosk, panel.size};
    for (const char* name : {"behouden-chosen", "behouden-words-full", "belangen-results"}) {
      for (const visit::Contrast contrast : all_looks) {
        INFO(name << ", look " << static_cast<int>(contrast));
        const visit::Comfort comfort{.language = kiosk.language("ar"), .contrast = contrast};
        const ui::Frame frame =
            app::Session{kiosk.setup(), example(kiosk, comfort, name).state}.frame(panel, kiosk.fonts());
        const Picture whole = drawn(kiosk, frame);
        int most = 0;  // of 255
        const auto compare = [&](const ui::Rect& area) {
          const Part part = parts.of(frame, area);
          for (int y = area.y; y < area.bottom(); ++y) {
            for (int x = area.x; x < area.right(); ++x) {
              const ui::Colour a = unpacked(part.at({x, y}));
              const ui::Colour b = whole.at(x, y);
              most = std::max({most, std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
            }
          }
        };
        for (const ui::Box& box : frame.boxes) {
          for (const ui::PlacedLine& line : box.lines) compare(line.area);
          if (box.icon) compare(box.icon->area);
          if (box.on_tap && !ui::is_whole_screen(frame, box)) compare(box.area);
        }
        CHECK(most <= 1);  // SDL rounds otherwise where it begins elsewhere
      }
    }
  }
}

TEST_CASE("letters, icons, edges and buttons that do not stand out are found") {
  Kiosk kiosk;
  const visit::Comfort comfort;
  const app::Example one = example(kiosk, comfort, "behouden-chosen");
  const ui::Frame frame = app::Session{kiosk.setup(), one.state}.frame(upright(), kiosk.fonts());
  const auto judged = [&](const std::function<void(ui::Box&)>& change) {
    Face face{kiosk, upright(), comfort, one, frame};
    for (ui::Box& box : face.frame.boxes) change(box);
    Faults faults;
    Looks{kiosk, face.panel.size}.judge(face, faults);
    return faults;
  };
  const Faults faint_letters = judged([](ui::Box& box) {
    for (ui::PlacedLine& line : box.lines) line.ink = ui::Ink::border;
  });
  CHECK(faint_letters.of(9) != "");
  CHECK(faint_letters.of(10) == "");
  const Faults faint_icons = judged([](ui::Box& box) {
    if (box.icon) box.icon->ink = ui::Ink::dot;
  });
  CHECK(faint_icons.of(9) == "");
  CHECK(faint_icons.of(10) != "");
  const Faults faint_edges = judged([](ui::Box& box) {
    if (box.surface.edge == ui::Ink::border) box.surface.edge = ui::Ink::line;
  });
  CHECK(faint_edges.of(9) == "");
  CHECK(faint_edges.of(10) != "");
  CHECK(faint_edges.of(27) == "");
  const Faults always_pressed = judged([](ui::Box& box) { box.pressed = box.on_tap.has_value(); });
  CHECK(always_pressed.of(27) != "");
  const Faults none = judged([](ui::Box&) {});
  for (const int check : {9, 10, 11, 27}) CHECK(none.of(check) == "");
}
