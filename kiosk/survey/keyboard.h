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
  std::string text;  ///< insert: what it types, in small letters
  std::string
      cap;  ///< what is written on it; empty for shift, backspace and space, which show an icon or a word
  double width = 1;  ///< in key units: a row is Keyboard::units_a_row wide
  std::string page;  ///< page: where it leads
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
  static constexpr double units_a_row = 10;

  Language language;
  std::vector<KeyPage> pages;  ///< the first is "letters", which opens first

  /// Null where there is no such page.
  const KeyPage* page(std::string_view name) const;
};

/// Reads a keyboard. `file` is its name in messages: nothing is opened. Fails with everything that is wrong:
/// also a row that is not 10 units wide, a page that cannot be reached or left, a page without space or
/// backspace.
Result<Keyboard, std::vector<Problem>> read_keyboard(std::string_view text, const std::string& file);

}  // namespace kiosk::survey
