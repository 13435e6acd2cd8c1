#include "kiosk/text/number.h"

#include <fmt/core.h>
#include <unicode/locid.h>
#include <unicode/numfmt.h>
#include <unicode/unistr.h>

#include <memory>

namespace kiosk::text {

namespace {

/// With so many digits behind the point; nothing where ICU does not know how.
template <class Number>
std::string written_in(const std::string& language, int decimals, Number number) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberFormat> format{
      icu::NumberFormat::createInstance(icu::Locale{language.c_str()}, UNUM_DECIMAL, status)};
  if (U_FAILURE(status)) return {};
  format->setMinimumFractionDigits(decimals);
  format->setMaximumFractionDigits(decimals);
  icu::UnicodeString written;
  std::string utf8;
  format->format(number, written).toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::string number_in(const std::string& language, long number) {
  std::string written = written_in(language, 0, std::int64_t{number});
  return written.empty() ? std::to_string(number) : written;
}

std::string tenths_in(const std::string& language, double number) {
  std::string written = written_in(language, 1, number);
  return written.empty() ? fmt::format("{:.1f}", number) : written;
}

}  // namespace kiosk::text
