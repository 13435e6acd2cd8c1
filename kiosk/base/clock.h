#pragma once

#include <array>
#include <chrono>
#include <ctime>
#include <string>

#include "kiosk/base/time.h"

namespace kiosk {

/// The date on the wall here and now, without the time of day.
Day today();

/// The last midnight on the wall, as the system counts time.
std::time_t last_midnight();

/// What the clock on the wall shows.
struct WallTime {
  int weekday = 0;  ///< 0: Monday
  int minute = 0;   ///< after midnight
  int second = 0;

  friend bool operator==(const WallTime&, const WallTime&) = default;
};

/// What it shows at `moment`, in the zone that the machine is in now.
WallTime wall_time(std::chrono::system_clock::time_point moment);

/// A minute after midnight, up to 24:00, for each day of the week from Monday on.
using MinuteOfDay = std::array<int, 7>;

/// The next moment at which the clock on the wall shows the minute of its day.
std::chrono::system_clock::time_point next(const MinuteOfDay& minutes);

/// The part of the day at `hour` (0 to 23): morning until 12, afternoon until 18, then evening.
DayPart part_of_day(int hour);

/// Here and now, as coarse as `kept`.
When when(KeptTime kept);

/// "2026-11-23"
std::string iso_date(Day day);

}  // namespace kiosk
