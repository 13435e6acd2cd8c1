#include "kiosk/base/clock.h"

#include <catch2/catch.hpp>
#include <ctime>
#include <string>

#include "tests/support/time_zone.h"

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
    kiosk::MinuteOfDay every_day{};
    every_day.fill(minutes);
    const auto moment = kiosk::next(every_day);
    const auto now = std::chrono::system_clock::now();
    CHECK(moment > now - std::chrono::seconds{2});
    CHECK(moment <= now + std::chrono::hours{25});
    CHECK(kiosk::wall_time(moment) == kiosk::WallTime{kiosk::wall_time(moment).weekday, minutes, 0});
  }
}

TEST_CASE("closing time is that of its own day, and may be midnight at its end") {
  const auto weekday = [](int days) {
    const int today = kiosk::wall_time(std::chrono::system_clock::now()).weekday;
    return (today + days) % 7;
  };
  const auto closing = [&](int tomorrow) {
    kiosk::MinuteOfDay minutes{};  // today's is past
    minutes.at(static_cast<std::size_t>(weekday(1))) = tomorrow;
    return kiosk::wall_time(kiosk::next(minutes));
  };
  CHECK(closing(12 * 60) == kiosk::WallTime{weekday(1), 12 * 60, 0});
  CHECK(closing(24 * 60) == kiosk::WallTime{weekday(2), 0, 0});
}

TEST_CASE("the wall shows its day, minute and second, in summer and in winter") {
  const kiosk::tests::TimeZone place{"Europe/Amsterdam"};
  const auto shown = [](std::time_t moment) {
    return kiosk::wall_time(std::chrono::system_clock::from_time_t(moment));
  };
  CHECK(shown(0) == kiosk::WallTime{3, 60, 0});                // Thursday 1 January 1970
  CHECK(shown(1'774'745'999) == kiosk::WallTime{6, 119, 59});  // 29 March 2026, a second before
  CHECK(shown(1'774'746'000) == kiosk::WallTime{6, 180, 0});   // it is put forward
  CHECK(shown(1'792'889'999) == kiosk::WallTime{6, 179, 59});  // 25 October 2026, a second before
  CHECK(shown(1'792'890'000) == kiosk::WallTime{6, 120, 0});   // it is put back
}
