#include "kiosk/text/number.h"

#include <unicode/locid.h>
#include <unicode/numfmt.h>
#include <unicode/unistr.h>

#include <memory>

namespace kiosk::text {

std::string number_in(const std::string& language, long number) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberFormat> format{
      icu::NumberFormat::createInstance(icu::Locale{language.c_str()}, UNUM_DECIMAL, status)};
  if (U_FAILURE(status)) return std::to_string(number);
  icu::UnicodeString written;
  std::string utf8;
  format->format(std::int64_t{number}, written).toUTF8String(utf8);
  return utf8;
}

}  // namespace kiosk::text
