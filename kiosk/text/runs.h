#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::text {

enum class Direction { left_to_right, right_to_left };

/// A stretch of text in one direction and one script: the most that a text shaper can draw in one call.
struct Run {
  std::string text;  ///< in the order in which it is read
  Direction direction = Direction::left_to_right;
  std::string script;  ///< ISO 15924: "Latn", "Cyrl", "Arab"
};

/// Splits one line into runs, in the order in which they stand on screen from left to right (Unicode's
/// bidirectional algorithm, UAX 9). Digits in Arabic text come out in their own order.
std::vector<Run> runs(std::string_view line, Direction paragraph);

/// In which direction `words` read as a paragraph on a screen whose language is written in `of_language`: in
/// that direction, unless they are in another writing altogether.
Direction direction_of_words(std::string_view words, Direction of_language);

/// In which direction text of this language is written.
Direction direction_of(const std::string& language);

}  // namespace kiosk::text
