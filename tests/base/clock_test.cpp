#include "kiosk/base/clock.h"

#include <catch2/catch.hpp>
#include <ctime>
#include <string>

TEST_CASE("a day is written as people sort dates") {
  struct Case {
    kiosk::Day day;
    const char* written;
  };
  for (const auto& [day, written] : {Case{0, "1970-01-01"}, Case{59, "1970-03-01"}, Case{11016, "2000-02-29"},
                                     Case{20780, "2026-11-23"}, Case{65535, "2149-06-06"}}) {
    CHECK(kiosk::iso_date(day) == written);
  }
}

TEST_CASE("today is the date on the wall, also far from Greenwich") {
  const auto date_in = [](const char* zone) {
    ::setenv("TZ", zone, 1);
    ::tzset();
    return kiosk::today();
  };
  // 26 hours apart: at any moment it is at least one day later in the east.
  const int apart = date_in("EAST-14") - date_in("WEST+12");
  ::unsetenv("TZ");
  ::tzset();
  CHECK(apart >= 1);
  CHECK(apart <= 2);
}

TEST_CASE("an answer keeps the day, the part of the day, or nothing of its time") {
  using kiosk::DayPart;
  CHECK(kiosk::part_of_day(0) == DayPart::morning);
  CHECK(kiosk::part_of_day(11) == DayPart::morning);
  CHECK(kiosk::part_of_day(12) == DayPart::afternoon);
  CHECK(kiosk::part_of_day(17) == DayPart::afternoon);
  CHECK(kiosk::part_of_day(18) == DayPart::evening);
  CHECK(kiosk::part_of_day(23) == DayPart::evening);
  CHECK(kiosk::when(kiosk::KeptTime::none) == kiosk::When{});
  CHECK(kiosk::when(kiosk::KeptTime::day).part == DayPart::none);
  CHECK(kiosk::when(kiosk::KeptTime::day).day != 0);
  CHECK(kiosk::when(kiosk::KeptTime::day_part).part != DayPart::none);
}

TEST_CASE("closing time comes within a day, at the minute asked for") {
  for (const int minutes : {0, 1, 22 * 60 + 30, 24 * 60 - 1}) {
    const auto moment = kiosk::next(minutes);
    const auto now = std::chrono::system_clock::now();
    CHECK(moment > now - std::chrono::seconds{2});
    CHECK(moment <= now + std::chrono::hours{25});
    const std::time_t seconds = std::chrono::system_clock::to_time_t(moment);
    std::tm local{};
    ::localtime_r(&seconds, &local);
    CHECK(local.tm_hour * 60 + local.tm_min == minutes);
    CHECK(local.tm_sec == 0);
  }
}
