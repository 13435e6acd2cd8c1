#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "kiosk/ui/transcript.h"
#include "tests/faces/part.h"

// Checks 42 and 43.

using namespace kiosk;
using namespace kiosk::faces;

namespace {

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

/// A visitor's choices, and the same screen with nothing chosen.
struct Choice {
  const char* chosen;
  const char* not_chosen;  ///< null: the same with no reason given
  int answers;             ///< of those that can be chosen, so many are
};

// Of every kind of question, and of reasons for not knowing. An open question has nothing to choose from.
const Choice choices[] = {{"behouden-chosen", "behouden", 1}, {"verbeteren-chosen", "verbeteren", 1},
                          {"belangen-chosen", "belangen", 1}, {"ruimte-chosen", "ruimte", 1},
                          {"keten-chosen", "keten", 1},       {"belangen-why", nullptr, 1}};

std::vector<visit::Comfort> in_each_look(const std::vector<visit::Comfort>& comforts) {
  std::vector<visit::Comfort> all;
  for (visit::Comfort comfort : comforts) {
    for (const visit::Contrast contrast : all_looks) {
      comfort.contrast = contrast;
      all.push_back(comfort);
    }
  }
  return all;
}

ui::Frame frame_of(Kiosk& kiosk, const ui::Panel& panel, const visit::State& state) {
  return app::Session{kiosk.setup(), state}.frame(panel, kiosk.fonts());
}

visit::State state_of(const std::vector<app::Example>& examples, const std::string& name) {
  const auto found = std::find_if(examples.begin(), examples.end(),
                                  [&](const app::Example& example) { return example.name == name; });
  REQUIRE(found != examples.end());
  return found->state;
}

ui::Frame with_nothing_chosen(Kiosk& kiosk, const ui::Panel& panel, const std::vector<app::Example>& examples,
                              const Choice& choice) {
  if (choice.not_chosen != nullptr) return frame_of(kiosk, panel, state_of(examples, choice.not_chosen));
  visit::State state = state_of(examples, choice.chosen);
  visit::Visit& visit = std::get<visit::Answered>(state.doing).visit;
  visit.turns[visit::question_of(visit)].draft.reason = survey::Reason::none;
  return frame_of(kiosk, panel, state);
}

/// How many square mm of an answer differ, as someone sees it; its own words, which may stand elsewhere,
/// aside.
double differing_mm2(const ui::Frame& frame, const Part& a, const Part& b, const std::vector<ui::Rect>& words,
                     ui::Colour (*seen)(const ui::Colour&)) {
  int pixels = 0;
  for (int y = a.area.y; y < a.area.bottom(); ++y) {
    for (int x = a.area.x; x < a.area.right(); ++x) {
      if (a.at({x, y}) == b.at({x, y})) continue;
      const bool in_words = std::any_of(words.begin(), words.end(), [&](const ui::Rect& line) {
        return ui::contains(line, ui::Point{x, y});
      });
      const auto in = [&](const Part& part) { return seen(unpacked(part.at({x, y}))); };
      pixels += !in_words && tells_apart(in(a), in(b)) ? 1 : 0;
    }
  }
  return pixels * frame.mm_per_px * frame.mm_per_px;
}

/// Where the words of an answer are, which the box that can be tapped is called by.
std::vector<ui::Rect> words_in(const ui::Frame& frame, const ui::Box& answer) {
  std::vector<ui::Rect> areas;
  for (const ui::Box& box : frame.boxes) {
    if (&box == &answer || box.label != answer.label) continue;
    for (const ui::PlacedLine& line : box.lines) areas.push_back(line.area);
  }
  return areas;
}

}  // namespace

TEST_CASE(
    "42: chosen and not chosen look different without colours, and to someone who confuses red and green",
    "[long]") {
  Kiosk kiosk;
  for (const ui::Panel& panel : {upright(), lying()}) {
    Parts parts{kiosk, panel.size};
    for (const visit::Comfort& comfort : in_each_look(comforts(kiosk, {"nl"}, all_sizes))) {
      const std::vector<app::Example> examples = app::every_screen(kiosk.setup(), comfort);
      for (const Choice& choice : choices) {
        INFO(choice.chosen << (panel.portrait() ? ", upright" : ", lying") << ", size "
                           << static_cast<int>(comfort.size) << ", look "
                           << static_cast<int>(comfort.contrast) << ", language " << comfort.language);
        const ui::Frame chosen = frame_of(kiosk, panel, state_of(examples, choice.chosen));
        const ui::Frame not_chosen = with_nothing_chosen(kiosk, panel, examples, choice);
        const auto with = targets(chosen);
        const auto without = targets(not_chosen);
        REQUIRE(with.size() == without.size());
        int answers = 0;
        for (std::size_t i = 0; i < with.size(); ++i) {
          if (!is_answer(chosen, *with[i]) || !with[i]->selected) continue;
          ++answers;
          CHECK_FALSE(without[i]->selected);
          REQUIRE(with[i]->label == without[i]->label);
          REQUIRE(with[i]->area == without[i]->area);
          std::vector<ui::Rect> words = words_in(chosen, *with[i]);
          for (const ui::Rect& line : words_in(not_chosen, *without[i])) words.push_back(line);
          const Part a = parts.of(chosen, with[i]->area);
          const Part b = parts.of(not_chosen, without[i]->area);
          constexpr double square_of_a_cm = 100;  // of mark and edge together
          CHECK(differing_mm2(chosen, a, b, words, grey) > square_of_a_cm);
          CHECK(differing_mm2(chosen, a, b, words, deuteranope) > square_of_a_cm);
        }
        CHECK(answers == choice.answers);
      }
    }
  }
}

TEST_CASE("43: a screen is drawn the same each time", "[long]") {
  Kiosk kiosk;
  Kiosk another;
  int seen = 0;
  const auto look_twice = [&](const ui::Panel& panel, const visit::Comfort& comfort) {
    Parts parts{kiosk, panel.size};
    Parts others{another, panel.size};
    const ui::Rect glass{0, 0, panel.size.w, panel.size.h};
    each_face(kiosk, panel, {comfort}, [&](const Face& face) {
      INFO(place_of(face));
      ++seen;
      const ui::Frame again = app::Session{another.setup(), face.example.state}.frame(panel, another.fonts());
      const bool same = parts.of(face.frame, glass) == others.of(again, glass);
      CHECK(same);
    });
  };
  look_twice(upright(), {.size = visit::TextSize::large});
  look_twice(lying(), {.language = kiosk.language("ar"), .contrast = visit::Contrast::yellow});
  CHECK(seen > 120);
}
