#include "kiosk/text/paragraph.h"

#include <unicode/locid.h>

#include <algorithm>
#include <cassert>
#include <memory>

#include "kiosk/base/utf8.h"
#include "kiosk/text/icu.h"

namespace kiosk::text {

namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

struct Break {
  std::size_t at;  ///< bytes before the break
  bool required;   ///< a line break in the text
  bool in_word;    ///< at a soft hyphen
};

std::vector<Break> breaks_of(std::string_view text, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator{
      icu::BreakIterator::createLineInstance(icu::Locale{language.c_str()}, status)};
  assert(U_SUCCESS(status));  // the root rules are compiled into ICU
  const Utf8Text view = open_utf8(text);
  iterator->setText(view.get(), status);
  std::vector<Break> breaks;
  iterator->first();
  for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    const bool required = iterator->getRuleStatus() >= UBRK_LINE_HARD;
    const auto end = static_cast<std::size_t>(at);
    breaks.push_back({end, required, text.substr(0, end).ends_with(soft_hyphen)});
  }
  return breaks;
}

/// The stretch as it looks on a line of its own: no soft hyphens, no spaces at the end, a hyphen where it was
/// cut.
std::string as_line(std::string_view stretch) {
  while (!stretch.empty() && std::string_view{" \n\r\t"}.find(stretch.back()) != std::string_view::npos) {
    stretch.remove_suffix(1);
  }
  const bool cut = stretch.ends_with(soft_hyphen);
  std::string line;
  for (std::size_t at = 0; at < stretch.size();) {
    const std::size_t found = std::min(stretch.find(soft_hyphen, at), stretch.size());
    line.append(stretch.substr(at, found - at));
    at = found + soft_hyphen.size();
  }
  if (cut) line += '-';
  return line;
}

/// Without the breaks inside words that fit on a line of their own: a whole word reads better than two
/// halves.
std::vector<Break> without_needless_cuts(const std::vector<Break>& breaks, std::string_view text, int width,
                                         const Measure& measure) {
  std::vector<Break> kept;
  kept.reserve(breaks.size());
  std::size_t word_start = 0;
  std::size_t cuts = 0;  // of the word so far
  for (const Break& next : breaks) {
    kept.push_back(next);
    if (next.in_word) {
      ++cuts;
      continue;
    }
    const std::string word = as_line(text.substr(word_start, next.at - word_start));
    if (cuts > 0 && measure(word) <= width) {
      kept.erase(kept.end() - 1 - static_cast<std::ptrdiff_t>(cuts), kept.end() - 1);
    }
    word_start = next.at;
    cuts = 0;
  }
  return kept;
}

/// How many bytes of `stretch` fit, in whole letters and at least one.
std::size_t fitting_bytes(std::string_view stretch, int width, const Measure& measure) {
  std::size_t fits = 0;
  for (std::size_t at = 0; at < stretch.size();) {
    utf8::next_letter(stretch, at);
    if (fits > 0 && measure(stretch.substr(0, at)) > width) break;
    fits = at;
  }
  return fits;
}

}  // namespace

Paragraph break_into_lines(std::string_view text, int width, const std::string& language,
                           const Measure& measure, LongWord long_word) {
  Paragraph paragraph;
  const auto add = [&](std::string line) {
    const int line_width = line.empty() ? 0 : measure(line);
    paragraph.width = std::max(paragraph.width, line_width);
    paragraph.fits = paragraph.fits && line_width <= width;
    paragraph.lines.push_back({std::move(line), line_width});
  };

  std::size_t line_start = 0;
  std::size_t fitting = 0;  // the last break up to which the line fits; line_start if there is none yet
  for (const Break& next : without_needless_cuts(breaks_of(text, language), text, width, measure)) {
    const std::string candidate = as_line(text.substr(line_start, next.at - line_start));
    const bool too_wide = !candidate.empty() && measure(candidate) > width;
    if (too_wide && fitting > line_start) {
      add(as_line(text.substr(line_start, fitting - line_start)));
      line_start = fitting;
    }
    fitting = next.at;
    bool still_too_wide = too_wide && measure(as_line(text.substr(line_start, next.at - line_start))) > width;
    while (still_too_wide && long_word == LongWord::is_cut) {
      const std::size_t cut = fitting_bytes(text.substr(line_start, next.at - line_start), width, measure);
      add(as_line(text.substr(line_start, cut)));
      line_start += cut;
      still_too_wide = measure(as_line(text.substr(line_start, next.at - line_start))) > width;
    }
    if (next.required || still_too_wide) {
      if (next.at > line_start) add(as_line(text.substr(line_start, next.at - line_start)));
      line_start = next.at;
    }
  }
  if (line_start < text.size()) add(as_line(text.substr(line_start)));
  return paragraph;
}

namespace {

std::ptrdiff_t cuts_in(const Paragraph& paragraph) {
  return std::count_if(paragraph.lines.begin(), paragraph.lines.end(),
                       [](const Line& line) { return line.text.ends_with('-'); });
}

}  // namespace

Paragraph break_evenly(std::string_view text, int width, const std::string& language,
                       const Measure& measure) {
  constexpr double remainder = 0.5;  // of the widest line: less looks left over
  Paragraph full = break_into_lines(text, width, language, measure);
  const std::size_t count = full.lines.size();
  if (count < 2 || !full.fits || full.lines.back().width >= remainder * full.width) return full;
  int all = 0;
  for (const Line& line : full.lines) all += line.width;
  for (const double ease : {1.05, 1.15, 1.25}) {
    const int narrower = static_cast<int>(ease * all / static_cast<double>(count));
    if (narrower >= width) break;
    Paragraph even = break_into_lines(text, narrower, language, measure);
    if (even.fits && even.lines.size() == count && cuts_in(even) <= cuts_in(full)) return even;
  }
  return full;
}

}  // namespace kiosk::text
