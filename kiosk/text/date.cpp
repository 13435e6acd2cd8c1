#include "kiosk/text/date.h"

#include <unicode/datefmt.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <memory>

namespace kiosk::text {

std::string date_in(const std::string& language, Day day) {
  constexpr double ms_a_day = 86'400'000.0;
  const std::unique_ptr<icu::DateFormat> format{
      icu::DateFormat::createDateInstance(icu::DateFormat::kLong, icu::Locale{language.c_str()})};
  if (format == nullptr) return {};  // ICU without its data; whoever reads it misses a date, no more
  format->setTimeZone(*icu::TimeZone::getGMT());  // a Day is a date already, wherever the clock is
  icu::UnicodeString written;
  format->format(ms_a_day * day, written);
  std::string date;
  return written.toUTF8String(date);
}

}  // namespace kiosk::text
