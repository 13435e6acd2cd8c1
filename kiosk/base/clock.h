#pragma once

#include <string>

#include "kiosk/base/time.h"

namespace kiosk {

/// The date on the wall here and now, without the time of day.
Day today();

/// "2026-11-23"
std::string iso_date(Day day);

}  // namespace kiosk
