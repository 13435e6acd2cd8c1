#pragma once

#include <bitset>
#include <chrono>
#include <optional>

#include "kiosk/base/clock.h"
#include "kiosk/visit/hours.h"

namespace kiosk::app {

inline constexpr int minutes_a_day = 24 * 60;
inline constexpr int days_a_week = 7;

/// The minutes of a week, from Monday 00:00 on: those in which something holds.
using Week = std::bitset<std::size_t{days_a_week} * minutes_a_day>;

/// The opening hours and quiet hours of a station, as its host wrote them. By itself it is always open.
struct Timetable {
  Week open = Week{}.set();
  Week quiet{};
  bool dark_outside = false;  ///< outside opening hours the glass gives no light

  friend bool operator==(const Timetable&, const Timetable&) = default;
};

/// What the hours are at a moment.
visit::Hours hours_at(const Timetable& timetable, const WallTime& wall);

/// The first moment after `now` at which they may be something else; nothing if there is none. It is looked
/// for on the wall, minute by minute: so a night in which the clock is put forward or back is no other than
/// the rest. Costs some milliseconds at most.
std::optional<std::chrono::system_clock::time_point> next_change(const Timetable& timetable,
                                                                 std::chrono::system_clock::time_point now);

/// When the station closes for the day, on each day of the week; `otherwise` where it does not.
MinuteOfDay closing_times(const Timetable& timetable, int otherwise);

}  // namespace kiosk::app
