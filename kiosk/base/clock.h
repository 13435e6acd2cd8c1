#pragma once

#include <chrono>
#include <ctime>
#include <string>

#include "kiosk/base/time.h"

namespace kiosk {

/// The date on the wall here and now, without the time of day.
Day today();

/// The last midnight on the wall, as the system counts time.
std::time_t last_midnight();

/// The next moment at which the clock on the wall shows `minutes` after midnight.
std::chrono::system_clock::time_point next(int minutes);

/// The part of the day at `hour` (0 to 23): morning until 12, afternoon until 18, then evening.
DayPart part_of_day(int hour);

/// Here and now, as coarse as `kept`.
When when(KeptTime kept);

/// "2026-11-23"
std::string iso_date(Day day);

}  // namespace kiosk
