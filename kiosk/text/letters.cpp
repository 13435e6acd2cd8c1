#include "kiosk/text/letters.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cassert>
#include <memory>

#include "kiosk/text/icu.h"

namespace kiosk::text {

std::string capitals(std::string_view text, const std::string& language) {
  const icu::StringPiece piece{text.data(), static_cast<std::int32_t>(text.size())};
  std::string result;
  icu::UnicodeString::fromUTF8(piece).toUpper(icu::Locale{language.c_str()}).toUTF8String(result);
  return result;
}

std::size_t last_letter_bytes(std::string_view text) {
  if (text.empty()) return 0;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> letters{
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status)};
  assert(U_SUCCESS(status));  // the root rules are compiled into ICU
  const Utf8Text view = open_utf8(text);
  letters->setText(view.get(), status);
  letters->last();
  return text.size() - static_cast<std::size_t>(letters->previous());
}

}  // namespace kiosk::text
