#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/problem.h"
#include "kiosk/base/result.h"
#include "kiosk/survey/survey.h"

namespace kiosk::survey {

struct Key {
  enum class Does { insert, shift, backspace, space, page };

  Does does = Does::insert;
  std::string text;  ///< insert: what it types, in small letters; may be more than one letter
  std::string
      cap;  ///< what is written on it; empty for shift, backspace and space, which show an icon or a word
  double width = 1;                       ///< in key units: a row is Keyboard::columns wide
  std::string page;                       ///< page: where it leads
  std::vector<std::string> alternatives;  ///< insert: what a long press offers instead, in small letters
};

struct KeyRow {
  double inset = 0;  ///< key units left free at either end
  std::vector<Key> keys;
};

struct KeyPage {
  std::string name;
  std::vector<KeyRow> rows;
};

/// The keys on screen for one language: data, no places and no sizes but in key units.
struct Keyboard {
  Language language;
  int columns = 10;            ///< key units that a row is wide
  std::vector<KeyPage> pages;  ///< the first is "letters", which opens first

  /// Null where there is no such page.
  const KeyPage* page(std::string_view name) const;
};

/// How many key units a row may be: with 12, keys are at least 19 mm wide and lie 22 mm apart on the smallest
/// panel that is foreseen (22 inch, upright, 274 mm wide).
inline constexpr int fewest_columns = 8;
inline constexpr int most_columns = 12;

/// The most letters that a long press can offer: as many as stand beside each other over a key.
inline constexpr std::size_t most_alternatives = 8;

/// Reads a keyboard. `file` is its name in messages: nothing is opened. Fails with everything that is wrong:
/// also a row that is not as wide as the others, a page that cannot be reached or left, a page without space
/// or backspace.
Result<Keyboard, std::vector<Problem>> read_keyboard(std::string_view text, const std::string& file);

}  // namespace kiosk::survey
