#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::text {

/// The width in px of one line as it will be drawn. Lines are measured whole: the widths of words do not add
/// up to the width of their line (kerning, ligatures).
using Measure = std::function<int(std::string_view line)>;

/// What to do with a word that is wider than a line.
enum class LongWord {
  stays_whole,  ///< an organiser's: it is told as a misfit, and mended
  is_cut,       ///< a visitor's: between any two letters, so that nothing typed is out of sight
};

struct Line {
  std::string text;  ///< without soft hyphens; with a hyphen where the line ends inside a word
  int width = 0;     ///< px
};

struct Paragraph {
  std::vector<Line> lines;
  int width = 0;     ///< px, of the widest line
  bool fits = true;  ///< false when a word is wider than the lines may be
};

/// Breaks `text` into lines of at most `width` px, where Unicode's line breaking (UAX 14) allows it in
/// `language`; inside a word only at a soft hyphen (U+00AD), and only where the word is too wide for a line
/// of its own. A word that is too wide even so stands on a line of its own. Empty text has no lines. Costs
/// one measurement a possible break.
Paragraph break_into_lines(std::string_view text, int width, const std::string& language,
                           const Measure& measure, LongWord long_word = LongWord::stays_whole);

/// The same, in as many lines, but where the last one would be a short remainder the lines before it give it
/// some of their words. No word is cut for that. Costs up to four times as much where there is a remainder.
Paragraph break_evenly(std::string_view text, int width, const std::string& language, const Measure& measure);

}  // namespace kiosk::text
