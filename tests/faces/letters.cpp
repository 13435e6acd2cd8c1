#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "kiosk/base/utf8.h"
#include "kiosk/ui/transcript.h"
#include "tests/faces/face.h"

// Checks 12 to 19: can it be read?

namespace kiosk::faces {

using ui::Box;
using ui::PlacedLine;
using ui::Rect;
using ui::Role;

namespace {

double cap_mm(const Face& face, const PlacedLine& line) {
  return line.face.px * ui::cap_per_em * face.panel.mm_per_px;
}

/// Rounding to whole px may take half a px from the size of a font.
void letters_are_large(const Face& face, Faults& faults) {
  const double least = face.comfort.size == visit::TextSize::normal ? 5.0 : 7.3;
  const double half_px = ui::cap_per_em * face.panel.mm_per_px / 2;
  for (const Box& box : face.frame.boxes) {
    for (const PlacedLine& line : box.lines) {
      if (cap_mm(face, line) >= least - half_px) continue;
      faults.add(12, face, fmt::format("\"{}\" is {:.1f} mm high", line.words, cap_mm(face, line)));
    }
  }
}

/// The letters of a text that are seen, whatever lines it was broken into.
std::string letters_of(const std::string& words) {
  std::string letters = ui::plain(words);
  std::erase_if(letters, [](char letter) { return letter == ' ' || letter == '-' || letter == '\n'; });
  return letters;
}

/// The last surface that was painted around `box`: what its letters stand on.
const Box* ground_of(const ui::Frame& frame, const Box& box) {
  const Box* ground = nullptr;
  for (const Box& other : frame.boxes) {
    if (&other == &box) break;
    const bool around = other.surface.fill != ui::Ink::none || other.on_tap;
    const Rect shared = ui::common(other.area, box.area);
    if (around && shared.w > 0 && shared.h > 0) ground = &other;
  }
  return ground;
}

void stay_in_their_box(const Face& face, Faults& faults) {
  for (const Box& box : face.frame.boxes) {
    std::string shown;
    const Box* ground = ground_of(face.frame, box);
    for (const PlacedLine& line : box.lines) {
      shown += line.words;
      const Rect ink = face.kiosk.ink_of(line);
      if (!ui::contains(box.area, line.area)) {
        faults.add(14, face, fmt::format("\"{}\" is wider or higher than its room", line.words));
      }
      if (ground != nullptr && !ui::contains(ground->area, ink)) {
        faults.add(14, face,
                   fmt::format("\"{}\" sticks out of \"{}\": {}-{} of {}-{}", line.words, ground->label,
                               ink.y, ink.bottom(), ground->area.y, ground->area.bottom()));
      }
    }
    if (box.role == Role::text && letters_of(shown) != letters_of(box.label) && !box.lines.empty()) {
      faults.add(14, face, fmt::format("of \"{}\" is shown \"{}\"", ui::plain(box.label), shown));
    }
  }
}

void never_touch(const Face& face, Faults& faults) {
  std::vector<std::pair<const PlacedLine*, Rect>> inks;
  for (const Box& box : face.frame.boxes) {
    for (const PlacedLine& line : box.lines) inks.emplace_back(&line, face.kiosk.ink_of(line));
  }
  for (std::size_t i = 0; i < inks.size(); ++i) {
    for (std::size_t j = i + 1; j < inks.size(); ++j) {
      const Rect shared = ui::common(inks[i].second, inks[j].second);
      if (shared.w == 0 || shared.h == 0) continue;
      faults.add(15, face,
                 fmt::format("\"{}\" and \"{}\" touch", inks[i].first->words, inks[j].first->words));
    }
  }
}

/// Lines that stand alone have no line to keep off, so their height says nothing.
void lines_are_short(const Face& face, Faults& faults) {
  for (const Box& box : face.frame.boxes) {
    for (const PlacedLine& line : box.lines) {
      const std::size_t letters = utf8::length(line.words);
      if (letters > 60) faults.add(16, face, fmt::format("{} letters: \"{}\"", letters, line.words));
      if (box.lines.size() > 1 && line.area.h < 1.15 * line.face.px - 1) {
        faults.add(16, face, fmt::format("lines of {} px for letters of {}", line.area.h, line.face.px));
      }
    }
  }
}

bool closes(char32_t letter) {
  constexpr std::u32string_view signs = U",.;:!?)]}»،؛؟";
  return signs.find(letter) != std::u32string_view::npos;
}

/// What is between two lines of a text may only be a space, a hyphen or a slash of its own, or a place where
/// it may be cut.
void words_stay_whole(const Face& face, Faults& faults) {
  for (const Box& box : face.frame.boxes) {
    if (box.lines.size() < 2 || box.caret) continue;  // what is being written may be one word of any length
    std::string_view rest = box.label;
    for (const PlacedLine& line : box.lines) {
      std::size_t at = 0;
      if (closes(utf8::next_letter(line.words, at))) {
        faults.add(17, face, fmt::format("a line begins \"{}\"", line.words));
      }
      if (&line == &box.lines.back()) break;
      char before = ' ';
      for (std::size_t left = letters_of(line.words).size(); left > 0 && !rest.empty();
           rest.remove_prefix(1)) {
        if (letters_of(std::string{rest.front()}).empty() || rest.substr(0, 2) == "\u00AD") {
          if (rest.substr(0, 2) == "\u00AD") rest.remove_prefix(1);
          continue;
        }
        before = rest.front();
        --left;
      }
      const bool may_break = rest.empty() || rest.front() == ' ' || rest.front() == '-' ||
                             rest.front() == '\n' || rest.substr(0, 2) == "\u00AD" || before == '/';
      if (!may_break) faults.add(17, face, fmt::format("\"{}\" is cut", line.words));
    }
  }
}

void have_all_letters(const Face& face, Faults& faults) {
  for (const Box& box : face.frame.boxes) {
    for (const PlacedLine& line : box.lines) {
      if (!face.kiosk.has_all_letters(line.words))
        faults.add(18, face, fmt::format("boxes in \"{}\"", line.words));
    }
  }
}

void read_from_the_right_side(const Face& face, Faults& faults) {
  const bool arabic = face.frame.language.rfind("ar", 0) == 0;
  if ((face.frame.direction == text::Direction::right_to_left) != arabic) {
    faults.add(19, face, "the screen reads from the wrong side");
  }
  for (const Box& box : face.frame.boxes) {
    for (const PlacedLine& line : box.lines) {
      const bool has_arabic = line.words.find_first_of("\xD8\xD9") != std::string::npos;
      if (has_arabic && arabic && line.direction != text::Direction::right_to_left) {
        faults.add(19, face, fmt::format("\"{}\" reads from left to right", line.words));
      }
    }
  }
}

}  // namespace

std::vector<Check> letter_checks() {
  return {
      {12, "capitals are 5 mm high or more, and 7.3 mm for who chose larger letters", letters_are_large},
      {14, "no letter leaves its box or the card that it is on, and none is left out", stay_in_their_box},
      {15, "no two lines of text touch", never_touch},
      {16, "lines are at most 60 letters long, and stand apart", lines_are_short},
      {17, "no word is cut where it may not be, and no line begins with a sign that ends one",
       words_stay_whole},
      {18, "no letter is a box", have_all_letters},
      {19, "Arabic reads from the right", read_from_the_right_side},
  };
}

}  // namespace kiosk::faces
