#include "kiosk/text/plural.h"

#include <unicode/locid.h>
#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace kiosk::text {

survey::PluralCategory plural_of(const std::string& language, long number) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules{
      icu::PluralRules::forLocale(icu::Locale{language.c_str()}, status)};
  if (U_FAILURE(status)) return survey::PluralCategory::other;
  std::string keyword;
  rules->select(static_cast<std::int32_t>(number)).toUTF8String(keyword);
  const auto& names = survey::plural_names;
  const auto found = std::find(names.begin(), names.end(), keyword);
  return found == names.end() ? survey::PluralCategory::other
                              : survey::PluralCategory{static_cast<std::uint8_t>(found - names.begin())};
}

}  // namespace kiosk::text
