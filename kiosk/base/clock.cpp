#include "kiosk/base/clock.h"

#include <fmt/core.h>

#include <chrono>
#include <ctime>

namespace kiosk {

namespace {

std::tm on_the_wall() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return local;
}

constexpr int minutes_an_hour = 60;

int weekday_of(const std::tm& local) { return (local.tm_wday + 6) % 7; }  // C counts from Sunday

Day day_of(const std::tm& local) {
  using namespace std::chrono;
  const sys_days date = year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday;
  return static_cast<Day>(date.time_since_epoch().count());
}

}  // namespace

Day today() { return day_of(on_the_wall()); }

std::time_t last_midnight() {
  std::tm local = on_the_wall();
  local.tm_hour = 0;
  local.tm_min = 0;
  local.tm_sec = 0;
  local.tm_isdst = -1;
  return std::mktime(&local);
}

WallTime wall_time(std::chrono::system_clock::time_point moment) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(moment);
  std::tm local{};
  ::tzset();  // the machine may have been put into another zone since
  ::localtime_r(&seconds, &local);
  return {weekday_of(local), minutes_an_hour * local.tm_hour + local.tm_min, local.tm_sec};
}

std::chrono::system_clock::time_point next(const MinuteOfDay& minutes) {
  const std::time_t now = std::time(nullptr);
  for (int days = 0;; ++days) {
    std::tm local = on_the_wall();
    const int minute = minutes.at(static_cast<std::size_t>((weekday_of(local) + days) % 7));
    local.tm_mday += days;
    local.tm_hour = minute / minutes_an_hour;
    local.tm_min = minute % minutes_an_hour;
    local.tm_sec = 0;
    local.tm_isdst = -1;
    const std::time_t moment = std::mktime(&local);
    if (moment > now) return std::chrono::system_clock::from_time_t(moment);
  }
}

DayPart part_of_day(int hour) {
  constexpr int noon = 12;
  constexpr int evening = 18;
  if (hour < noon) return DayPart::morning;
  return hour < evening ? DayPart::afternoon : DayPart::evening;
}

When when(KeptTime kept) {
  if (kept == KeptTime::none) return {};
  const std::tm now = on_the_wall();
  return {day_of(now), kept == KeptTime::day ? DayPart::none : part_of_day(now.tm_hour)};
}

std::string iso_date(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace kiosk
