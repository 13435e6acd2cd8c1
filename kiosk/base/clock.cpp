#include "kiosk/base/clock.h"

#include <fmt/core.h>

#include <chrono>
#include <ctime>

namespace kiosk {

Day today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  using namespace std::chrono;
  const sys_days date = year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday;
  return static_cast<Day>(date.time_since_epoch().count());
}

std::string iso_date(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace kiosk
