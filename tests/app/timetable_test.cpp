#include "kiosk/app/timetable.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "kiosk/app/station.h"
#include "tests/support/time_zone.h"

// Opening hours and quiet hours against the clock on the wall. 2026 has its nights of 23 and 25 hours in
// Amsterdam on 29 March and 25 October; both are Sundays.

namespace kiosk::app::timetable_test {

namespace {

using Moment = std::chrono::system_clock::time_point;
using namespace std::chrono_literals;

const char* const amsterdam = "Europe/Amsterdam";

Timetable timetable(const std::string& hours) {
  const auto station = read_station("[hours]\n" + hours, "kiosk.toml");
  INFO((station ? std::string{} : describe(station.error())));
  REQUIRE(static_cast<bool>(station));
  return station->timetable;
}

/// "2026-03-29 02:30" in Greenwich.
Moment utc(int month, int day, int hour, int minute, int second = 0) {
  const std::chrono::sys_days date =
      std::chrono::year{2026} / std::chrono::month{static_cast<unsigned>(month)} / day;
  return date + std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second};
}

constexpr WallTime at(int weekday, int hour, int minute) { return {weekday, 60 * hour + minute, 0}; }
constexpr int monday = 0, tuesday = 1, friday = 4, saturday = 5, sunday = 6;

/// "open", "closed until 0 08:30", with "dark" where it is: 0 is Monday, 7 today, 8 tomorrow.
std::string told(const visit::Hours& hours) {
  std::string words = "open";
  if (hours.closed_until) {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    words = "closed until " + std::to_string(static_cast<int>(hours.closed_until->on)) + " " +
            two(hours.closed_until->minute / 60) + ":" + two(hours.closed_until->minute % 60);
  }
  return hours.dark ? words + ", dark" : words;
}

/// Each moment at which something changes between two moments, as the wall shows it, and what it then is.
std::vector<std::string> changes(const Timetable& timetable, Moment from, Moment until) {
  std::vector<std::string> seen;
  for (auto next = next_change(timetable, from); next && *next <= until;
       next = next_change(timetable, *next)) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(*next - from).count();
    seen.push_back(std::to_string(minutes) + " " + told(hours_at(timetable, wall_time(*next))));
  }
  return seen;
}

using Changes = std::vector<std::string>;

}  // namespace

TEST_CASE("a station is open, closed or dark as its host wrote") {
  struct Case {
    const char* hours;
    WallTime wall;
    const char* told;
  };
  const char* office =
      "every_day = \"08:30-12:30, 13:30-17:00\"\nsaturday = \"closed\"\nsunday = \"closed\"\n";
  const char* bar = "every_day = \"closed\"\nfriday = \"20:00-02:00\"\nsunday = \"22:00-01:00\"\n";
  const char* nights = "quiet = \"22:00-07:00\"\n";
  const char* office_dark =
      "every_day = \"08:30-17:00\"\nsunday = \"closed\"\noutside = \"dark\"\nquiet = \"never\"\n";
  for (const auto& [hours, wall, expected] : {
           Case{"", at(sunday, 3, 0), "open"},
           Case{office, at(monday, 8, 29), "closed until 7 08:30"},
           Case{office, at(monday, 8, 30), "open"},
           Case{office, at(monday, 12, 29), "open"},
           Case{office, at(monday, 12, 30), "closed until 7 13:30"},
           Case{office, at(monday, 17, 0), "closed until 8 08:30"},
           Case{office, at(friday, 16, 59), "open"},
           Case{office, at(friday, 17, 0), "closed until 0 08:30"},
           Case{office, at(saturday, 12, 0), "closed until 0 08:30"},
           Case{office, at(sunday, 12, 0), "closed until 8 08:30"},
           Case{office, at(monday, 0, 0), "closed until 7 08:30"},
           Case{bar, at(friday, 19, 59), "closed until 7 20:00"},
           Case{bar, at(friday, 23, 59), "open"},
           Case{bar, at(saturday, 0, 0), "open"},
           Case{bar, at(saturday, 1, 59), "open"},
           Case{bar, at(saturday, 2, 0), "closed until 8 22:00"},
           Case{bar, at(sunday, 23, 0), "open"},
           Case{bar, at(monday, 0, 59), "open"},
           Case{bar, at(monday, 1, 0), "closed until 4 20:00"},
           Case{nights, at(tuesday, 21, 59), "open"},
           Case{nights, at(tuesday, 22, 0), "open, dark"},
           Case{nights, at(monday, 0, 0), "open, dark"},
           Case{nights, at(sunday, 6, 59), "open, dark"},
           Case{nights, at(sunday, 7, 0), "open"},
           Case{office_dark, at(monday, 12, 0), "open"},
           Case{office_dark, at(monday, 17, 0), "closed until 8 08:30, dark"},
           Case{office_dark, at(saturday, 17, 0), "closed until 0 08:30, dark"},
           Case{"every_day = \"closed\"\nmonday = \"09:00-10:00\"", at(monday, 10, 0),
                "closed until 0 09:00"},
           Case{"every_day = \"00:00-24:00\"", at(monday, 23, 59), "open"},
           Case{"every_day = \"12:00-24:00\"", at(monday, 23, 59), "open"},
           Case{"every_day = \"12:00-24:00\"", at(tuesday, 0, 0), "closed until 7 12:00"},
       }) {
    INFO(hours << " at " << wall.weekday << " " << wall.minute);
    CHECK(told(hours_at(timetable(hours), wall)) == expected);
  }
}

TEST_CASE("what never changes is never waited for") {
  for (const char* hours :
       {"", "every_day = \"00:00-24:00\"", "quiet = \"00:00-24:00\"", "quiet = \"never\""}) {
    INFO(hours);
    CHECK_FALSE(next_change(timetable(hours), utc(11, 23, 12, 0)));
  }
}

TEST_CASE("the next change comes at the second at which the wall shows it, also a weekend away") {
  const tests::TimeZone place{amsterdam};
  const Timetable office =
      timetable("every_day = \"closed\"\nmonday = \"08:30-17:00\"\nfriday = \"08:30-17:00\"");
  // Friday 27 November 2026, 15:59:59 in Greenwich is 16:59:59 in Amsterdam.
  CHECK(next_change(office, utc(11, 27, 15, 59, 59)) == utc(11, 27, 16, 0));
  // At each midnight the day of opening may have another name.
  CHECK(changes(office, utc(11, 27, 16, 0), utc(11, 30, 16, 0)) ==
        Changes{"420 closed until 0 08:30", "1860 closed until 8 08:30", "3300 closed until 7 08:30",
                "3810 open", "4320 closed until 4 08:30"});
}

TEST_CASE("in the night that the clock is put forward it opens and closes by the wall") {
  const tests::TimeZone place{amsterdam};
  const Moment midnight = utc(3, 28, 23, 0);  // the day has 23 hours
  CHECK(changes(timetable("every_day = \"08:30-17:00\""), midnight, midnight + 24h) ==
        Changes{"450 open", "960 closed until 8 08:30", "1380 closed until 7 08:30"});
  // 02:30 is not on the wall: from 03:00 on it is past.
  CHECK(changes(timetable("quiet = \"02:30-04:00\""), midnight, midnight + 23h) ==
        Changes{"120 open, dark", "180 open"});
  CHECK(changes(timetable("quiet = \"01:00-02:30\""), midnight, midnight + 23h) ==
        Changes{"60 open, dark", "120 open"});
  CHECK(changes(timetable("quiet = \"02:10-02:50\""), midnight, midnight + 23h).empty());
}

TEST_CASE("in the night that the clock is put back it opens and closes by the wall, twice if need be") {
  const tests::TimeZone place{amsterdam};
  const Moment midnight = utc(10, 24, 22, 0);  // the day has 25 hours
  CHECK(changes(timetable("every_day = \"08:30-17:00\""), midnight, midnight + 26h) ==
        Changes{"570 open", "1080 closed until 8 08:30", "1500 closed until 7 08:30"});
  CHECK(changes(timetable("quiet = \"22:00-07:00\""), midnight, midnight + 25h) ==
        Changes{"480 open", "1380 open, dark"});
  // 02:30 is on the wall twice, and 02:00 in between.
  CHECK(changes(timetable("quiet = \"01:00-02:30\""), midnight, midnight + 24h) ==
        Changes{"60 open, dark", "150 open", "180 open, dark", "210 open"});
}

TEST_CASE("a clock that jumps is at the hours of where it came to") {
  const tests::TimeZone place{amsterdam};
  const Timetable office = timetable("every_day = \"08:30-17:00\"\nquiet = \"22:00-07:00\"");
  const auto now = [&](Moment moment) { return told(hours_at(office, wall_time(moment))); };
  CHECK(now(utc(11, 27, 20, 0)) == "closed until 8 08:30");
  CHECK(now(utc(11, 27, 10, 0)) == "open");  // put back
  CHECK(next_change(office, utc(11, 27, 10, 0)) == utc(11, 27, 16, 0));
  CHECK(now(utc(11, 28, 2, 0)) == "closed until 7 08:30, dark");  // put forward
  CHECK(next_change(office, utc(11, 28, 2, 0)) == utc(11, 28, 6, 0));
  CHECK(now(Moment{}) == "closed until 7 08:30, dark");  // 1970: its battery is empty
}

TEST_CASE("what a visitor answered is sealed when the station closes for the day") {
  constexpr int otherwise = 22 * 60 + 30;
  const auto closing = [&](const char* hours) { return closing_times(timetable(hours), otherwise); };
  const MinuteOfDay always{otherwise, otherwise, otherwise, otherwise, otherwise, otherwise, otherwise};
  CHECK(closing("") == always);
  CHECK(closing("quiet = \"22:00-07:00\"") == always);
  CHECK(
      closing("every_day = \"08:30-12:30, 13:30-17:00\"\nsaturday = \"closed\"\nsunday = \"10:00-24:00\"") ==
      MinuteOfDay{1020, 1020, 1020, 1020, 1020, otherwise, 1440});
  CHECK(closing("every_day = \"closed\"\nfriday = \"20:00-02:00\"") ==
        MinuteOfDay{otherwise, otherwise, otherwise, otherwise, otherwise, 120, otherwise});
  CHECK(closing("every_day = \"08:00-24:00\"\nmonday = \"00:00-24:00\"\ntuesday = \"00:00-12:00\"") ==
        MinuteOfDay{otherwise, 720, 1440, 1440, 1440, 1440, otherwise});
}

}  // namespace kiosk::app::timetable_test
