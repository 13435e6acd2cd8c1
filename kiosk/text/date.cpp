#include "kiosk/text/date.h"

#include <unicode/datefmt.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <memory>

namespace kiosk::text {

namespace {

constexpr double ms_a_day = 86'400'000.0;
constexpr double ms_a_minute = 60'000.0;

/// What `format` writes for a moment that counts from 1970 wherever the clock is.
std::string written(icu::DateFormat& format, double ms) {
  format.setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString words;
  format.format(ms, words);
  std::string text;
  return words.toUTF8String(text);
}

}  // namespace

std::string date_in(const std::string& language, Day day) {
  const std::unique_ptr<icu::DateFormat> format{
      icu::DateFormat::createDateInstance(icu::DateFormat::kLong, icu::Locale{language.c_str()})};
  if (format == nullptr) return {};  // ICU without its data; whoever reads it misses a date, no more
  return written(*format, ms_a_day * day);
}

std::string time_in(const std::string& language, int minutes) {
  UErrorCode error = U_ZERO_ERROR;
  icu::SimpleDateFormat format{"HH:mm", icu::Locale{language.c_str()}, error};
  if (U_FAILURE(error) != 0) return {};  // as a date
  return written(format, ms_a_minute * minutes);
}

}  // namespace kiosk::text
