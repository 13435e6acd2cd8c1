#pragma once

#include <string>

#include "kiosk/base/time.h"

namespace kiosk::text {

/// A day as people write it in `language` (a BCP 47 tag): "25 november 2026".
std::string date_in(const std::string& language, Day day);

/// A time of day, in minutes after midnight, on a clock of 24 hours in the digits of `language`: "08:30".
std::string time_in(const std::string& language, int minutes);

}  // namespace kiosk::text
