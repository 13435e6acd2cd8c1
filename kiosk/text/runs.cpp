#include "kiosk/text/runs.h"

#include <unicode/locid.h>
#include <unicode/ubidi.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cassert>
#include <memory>

#include "kiosk/base/handle.h"
#include "kiosk/base/utf8.h"

namespace kiosk::text {

namespace {

using Bidi = std::unique_ptr<UBiDi, Frees<ubidi_close>>;

/// Marks, digits and punctuation take the script of the letter before them, so that they do not split a word.
bool joins_any(UScriptCode script) {
  return script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN;
}

/// The pieces of one directional run, each of one script, in reading order.
std::vector<Run> by_script(const icu::UnicodeString& text, Direction direction) {
  std::vector<Run> pieces;
  UScriptCode current = USCRIPT_COMMON;
  std::int32_t begin = 0;
  const auto close = [&](std::int32_t end) {
    if (end == begin) return;
    Run run;
    text.tempSubStringBetween(begin, end).toUTF8String(run.text);
    run.direction = direction;
    run.script = uscript_getShortName(joins_any(current) ? USCRIPT_LATIN : current);
    pieces.push_back(std::move(run));
    begin = end;
  };
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(text.char32At(at), &status);
    if (joins_any(script) || script == current) continue;
    if (!joins_any(current)) close(at);
    current = script;
  }
  close(text.length());
  return pieces;
}

}  // namespace

std::vector<Run> runs(std::string_view line, Direction paragraph) {
  if (line.empty()) return {};
  const auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece{line.data(), static_cast<std::int32_t>(line.size())});
  UErrorCode status = U_ZERO_ERROR;
  const Bidi bidi{ubidi_openSized(text.length(), 0, &status)};
  const UBiDiLevel level = paragraph == Direction::right_to_left ? 1 : 0;
  ubidi_setPara(bidi.get(), text.getBuffer(), text.length(), level, nullptr, &status);
  const std::int32_t count = ubidi_countRuns(bidi.get(), &status);
  assert(U_SUCCESS(status));  // fails for lack of memory alone

  std::vector<Run> result;
  for (std::int32_t i = 0; i < count; ++i) {
    std::int32_t begin = 0;
    std::int32_t length = 0;
    const bool rtl = ubidi_getVisualRun(bidi.get(), i, &begin, &length) == UBIDI_RTL;
    std::vector<Run> pieces = by_script(text.tempSubString(begin, length),
                                        rtl ? Direction::right_to_left : Direction::left_to_right);
    if (rtl) std::reverse(pieces.begin(), pieces.end());
    std::move(pieces.begin(), pieces.end(), std::back_inserter(result));
  }
  return result;
}

Direction direction_of_words(std::string_view words, Direction of_language) {
  bool has_ltr = false;
  bool has_rtl = false;
  for (std::size_t at = 0; at < words.size();) {
    const UCharDirection direction = u_charDirection(static_cast<UChar32>(utf8::next_letter(words, at)));
    has_ltr = has_ltr || direction == U_LEFT_TO_RIGHT;
    has_rtl = has_rtl || direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ||
              direction == U_ARABIC_NUMBER;
  }
  if (has_ltr == has_rtl) return of_language;
  return has_rtl ? Direction::right_to_left : Direction::left_to_right;
}

Direction direction_of(const std::string& language) {
  return icu::Locale{language.c_str()}.isRightToLeft() ? Direction::right_to_left : Direction::left_to_right;
}

}  // namespace kiosk::text
