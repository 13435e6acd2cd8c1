#include "kiosk/app/timetable.h"

namespace kiosk::app {

namespace {

constexpr int minutes_a_week = days_a_week * minutes_a_day;

/// Which minute of the week it is; also after the end of one.
std::size_t minute_of_week(int day, int minute) {
  return static_cast<std::size_t>((day * minutes_a_day + minute) % minutes_a_week);
}

std::size_t minute_of_week(const WallTime& wall) { return minute_of_week(wall.weekday, wall.minute); }

/// How long from `wall` until it is open.
int minutes_until_open(const Week& open, const WallTime& wall) {
  int minutes = 0;
  while (minutes < minutes_a_week && !open[minute_of_week(wall.weekday, wall.minute + minutes)]) ++minutes;
  return minutes;
}

visit::Reopening reopening(const Week& open, const WallTime& wall) {
  const int minutes = wall.minute + minutes_until_open(open, wall);
  const int days = minutes / minutes_a_day;
  using On = visit::Reopening::On;
  On on = static_cast<On>((wall.weekday + days) % days_a_week);
  if (days == 0) on = On::today;
  if (days == 1) on = On::tomorrow;
  return {on, minutes % minutes_a_day};
}

/// Are the hours the same at both moments, of which one follows the other? Says no where only the name of the
/// day on which it opens again may be another one.
bool same_hours(const Timetable& timetable, const WallTime& one, const WallTime& other) {
  const std::size_t a = minute_of_week(one);
  const std::size_t b = minute_of_week(other);
  const bool open = timetable.open[a];
  if (open != timetable.open[b] || timetable.quiet[a] != timetable.quiet[b]) return false;
  return open || one.weekday == other.weekday;
}

}  // namespace

visit::Hours hours_at(const Timetable& timetable, const WallTime& wall) {
  const std::size_t minute = minute_of_week(wall);
  visit::Hours hours{.dark = timetable.quiet[minute]};
  if (timetable.open[minute]) return hours;
  hours.closed_until = reopening(timetable.open, wall);
  hours.dark = hours.dark || timetable.dark_outside;
  return hours;
}

std::optional<std::chrono::system_clock::time_point> next_change(const Timetable& timetable,
                                                                 std::chrono::system_clock::time_point now) {
  if (timetable.open.all() && (timetable.quiet.all() || timetable.quiet.none())) return std::nullopt;
  constexpr int longest = minutes_a_week + minutes_a_day;  // the clock may be put back meanwhile
  const WallTime wall = wall_time(now);
  auto moment = std::chrono::floor<std::chrono::seconds>(now) - std::chrono::seconds{wall.second};
  for (int minute = 0; minute < longest; ++minute) {
    moment += std::chrono::minutes{1};
    if (!same_hours(timetable, wall, wall_time(moment))) return moment;
  }
  return std::nullopt;
}

MinuteOfDay closing_times(const Timetable& timetable, int otherwise) {
  MinuteOfDay closing{};
  closing.fill(otherwise);
  for (int day = 0; day < days_a_week; ++day) {
    for (int minute = 1; minute <= minutes_a_day; ++minute) {
      const bool closes =
          timetable.open[minute_of_week(day, minute - 1)] && !timetable.open[minute_of_week(day, minute)];
      if (closes) closing.at(static_cast<std::size_t>(day)) = minute;  // the last one of the day stays
    }
  }
  return closing;
}

}  // namespace kiosk::app
