#pragma once

#include <string>

#include "kiosk/survey/plural.h"

namespace kiosk::text {

/// In which form `language` puts what is counted by `number`, after CLDR's rules in ICU. Other where ICU does
/// not know the language. Costs some microseconds.
survey::PluralCategory plural_of(const std::string& language, long number);

}  // namespace kiosk::text
