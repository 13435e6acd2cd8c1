#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "kiosk/ui/hit.h"
#include "kiosk/ui/transcript.h"
#include "tests/faces/picture.h"

// Checks 9, 10, 27, 42 and 43, on pixels: what is seen, whatever the theme says.

using namespace kiosk;
using namespace kiosk::faces;

namespace {

constexpr visit::Contrast looks[] = {visit::Contrast::normal, visit::Contrast::dark, visit::Contrast::yellow};

std::uint32_t packed(const ui::Colour& colour) { return colour.r * 0x10000U + colour.g * 0x100U + colour.b; }

/// The colour that fills most of `area`.
ui::Colour ground_in(const Picture& picture, const ui::Rect& area) {
  std::map<std::uint32_t, std::pair<int, ui::Colour>> counts;
  for (int y = area.y; y < area.bottom(); ++y) {
    for (int x = area.x; x < area.right(); ++x) {
      auto& [count, colour] = counts[packed(picture.at(x, y))];
      ++count;
      colour = picture.at(x, y);
    }
  }
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second.first < b.second.first; })
      ->second.second;
}

/// How much what is drawn in `area` stands out from its ground: of the middles of strokes, not their edges.
double contrast_in(const Picture& picture, const ui::Rect& area) {
  const ui::Colour ground = ground_in(picture, area);
  double most = 1;
  std::set<std::uint32_t> known;
  for (int y = area.y; y < area.bottom(); ++y) {
    for (int x = area.x; x < area.right(); ++x) {
      const ui::Colour colour = picture.at(x, y);
      if (known.insert(packed(colour)).second) most = std::max(most, ui::contrast(colour, ground));
    }
  }
  return most;
}

/// The screens of one question of each kind, and those of none, in each look.
void each_look(Kiosk& kiosk, const std::function<void(const Face&)>& look) {
  for (const visit::Contrast contrast : looks) {
    for (const char* name :
         {"attract-behouden-known", "behouden-chosen", "behouden-too-many", "behouden-words-full",
          "behouden-results", "belangen-chosen", "belangen-results", "belangen-why", "attract-statenleden",
          "verbeteren-chosen", "languages", "thanks", "still-there", "out-of-order-lost"}) {
      const visit::Comfort comfort{.contrast = contrast};
      const app::Example one = example(kiosk, comfort, name);
      look({kiosk, upright(), comfort, one,
            app::Session{kiosk.setup(), one.state}.frame(upright(), kiosk.fonts())});
    }
  }
}

std::string place(const Face& face) {
  return fmt::format("{}, look {}", place_of(face), static_cast<int>(face.frame.contrast));
}

/// As someone sees it who sees no colours, and someone who confuses red and green (Vienot 1999).
ui::Colour grey(const ui::Colour& c) {
  const auto light = static_cast<std::uint8_t>(0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b);
  return {light, light, light};
}
ui::Colour deuteranope(const ui::Colour& c) {
  const auto part = [](double value) { return static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0)); };
  return {part(0.625 * c.r + 0.375 * c.g), part(0.7 * c.r + 0.3 * c.g), part(0.3 * c.g + 0.7 * c.b)};
}

bool tells_apart(const ui::Colour& a, const ui::Colour& b) {
  return std::abs(a.r - b.r) > 32 || std::abs(a.g - b.g) > 32 || std::abs(a.b - b.b) > 32;
}

}  // namespace

TEST_CASE(
    "9, 10: letters stand out from what is behind them 7 to 1, headings 10 to 1, icons and edges 3 to 1",
    "[long]") {
  Kiosk kiosk;
  Faults faults;
  each_look(kiosk, [&](const Face& face) {
    const Picture picture = drawn(kiosk, face.frame);
    for (const ui::Box& box : face.frame.boxes) {
      for (const ui::PlacedLine& line : box.lines) {
        const ui::Rect seen = ui::common(line.area, {0, 0, face.frame.size.w, face.frame.size.h});
        const double ratio = contrast_in(picture, seen);
        const double least = box.role == ui::Role::heading ? 10.0 : 7.0;
        if (ratio < least)
          faults.add(9, face, fmt::format("{}: {:.1f}: \"{}\"", place(face), ratio, line.words));
      }
      if (box.icon) {
        const double ratio = contrast_in(picture, box.icon->area);
        if (ratio < 3.0) faults.add(10, face, fmt::format("{}: an icon has {:.1f}", place(face), ratio));
      }
      // Keys are told apart by their letters; their edges are the design's, as faint as on any keyboard.
      const bool has_edge =
          box.on_tap && box.surface.edge_px > 0 && !box.surface.dashed && box.role != ui::Role::key;
      if (has_edge) {
        const int y = box.area.centre().y;
        const ui::Colour edge = picture.at(box.area.x + box.surface.edge_px / 2, y);
        const ui::Colour beside = picture.at(box.area.x - 3, y);
        const ui::Colour inside = picture.at(box.area.x + box.surface.edge_px + 3, y);
        const double ratio = std::max(ui::contrast(edge, beside), ui::contrast(inside, beside));
        if (ratio < 3.0)
          faults.add(10, face,
                     fmt::format("{}: the edge of \"{}\" has {:.1f}", place(face), box.label, ratio));
      }
    }
  });
  CHECK(faults.of(9) == "");
  CHECK(faults.of(10) == "");
}

TEST_CASE("27: what a finger is on looks pressed, most of it", "[long]") {
  Kiosk kiosk;
  Faults faults;
  each_look(kiosk, [&](const Face& face) {
    ui::Frame pressed = face.frame;
    for (ui::Box& box : pressed.boxes) box.pressed = box.on_tap && !ui::is_whole_screen(pressed, box);
    const Picture before = drawn(kiosk, face.frame);
    const Picture after = drawn(kiosk, pressed);
    for (const ui::Box* box : targets(face.frame)) {
      int changed = 0;
      int looked = 0;
      for (int y = box->area.y; y < box->area.bottom(); y += 5) {
        for (int x = box->area.x; x < box->area.right(); x += 5) {
          ++looked;
          const ui::Colour a = before.at(x, y);
          const ui::Colour b = after.at(x, y);
          changed += std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b) > 24 ? 1 : 0;
        }
      }
      const double part = changed / static_cast<double>(looked);
      if (part < 0.6)
        faults.add(27, face,
                   fmt::format("{}: {:.0f} % of \"{}\"", static_cast<int>(face.frame.contrast), 100 * part,
                               ui::plain(box->label)));
    }
  });
  CHECK(faults.of(27) == "");
}

TEST_CASE(
    "42: chosen and not chosen look different without colours, and to someone who confuses red and green") {
  Kiosk kiosk;
  for (const visit::Contrast contrast : looks) {
    const visit::Comfort comfort{.contrast = contrast};
    for (const char* name : {"behouden", "verbeteren", "belangen"}) {
      INFO(name << ", look " << static_cast<int>(contrast));
      const auto frame = [&](const std::string& of) {
        return app::Session{kiosk.setup(), example(kiosk, comfort, of).state}.frame(upright(), kiosk.fonts());
      };
      const ui::Frame chosen = frame(std::string{name} + "-chosen");
      const Picture with = drawn(kiosk, chosen);
      const Picture without = drawn(kiosk, frame(name));
      int marks = 0;
      for (const ui::Box* box : targets(chosen)) {
        if (!is_answer(chosen, *box) || !box->selected) continue;
        int in_grey = 0;
        int in_two_colours = 0;
        for (int y = box->area.y; y < box->area.bottom(); ++y) {
          for (int x = box->area.x; x < box->area.right(); ++x) {
            in_grey += tells_apart(grey(with.at(x, y)), grey(without.at(x, y))) ? 1 : 0;
            in_two_colours += tells_apart(deuteranope(with.at(x, y)), deuteranope(without.at(x, y))) ? 1 : 0;
          }
        }
        const double mm2 = chosen.mm_per_px * chosen.mm_per_px;
        CHECK(in_grey * mm2 > 100);  // of the mark and the edge: a square of 10 mm
        CHECK(in_two_colours * mm2 > 100);
        ++marks;
      }
      CHECK(marks == 1);
    }
  }
}

TEST_CASE("43: a screen is drawn the same each time") {
  Kiosk kiosk;
  Kiosk another;
  each_face(kiosk, upright(), {{.size = visit::TextSize::large}}, [&](const Face& face) {
    if (face.example.name.rfind("belangen", 0) != 0) return;
    INFO(place_of(face));
    const ui::Frame again =
        app::Session{another.setup(), face.example.state}.frame(face.panel, another.fonts());
    CHECK(drawn(kiosk, face.frame) == drawn(another, again));
  });
}
