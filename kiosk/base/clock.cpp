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

Day day_of(const std::tm& local) {
  using namespace std::chrono;
  const sys_days date = year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday;
  return static_cast<Day>(date.time_since_epoch().count());
}

}  // namespace

Day today() { return day_of(on_the_wall()); }

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
