#include "kiosk/app/hours_watch.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/time_zone.h"
#include "tests/support/times.h"

namespace kiosk::hours_watch_test {

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

/// A time zone in which the wall shows noon in so many seconds.
std::string noon_in(std::chrono::seconds wait) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto today = std::chrono::floor<std::chrono::days>(now);
  // West of Greenwich, as POSIX counts: what is to be taken off to be so long before noon.
  const auto west = (now - today + 36h + wait) % 24h;
  const std::chrono::hh_mm_ss shown{west};
  return "HERE" + std::to_string(shown.hours().count()) + ":" + std::to_string(shown.minutes().count()) +
         ":" + std::to_string(shown.seconds().count());
}

app::Timetable mornings() {
  app::Timetable timetable;
  for (std::size_t minute = 0; minute < timetable.open.size(); ++minute) {
    timetable.open.set(minute, minute % app::minutes_a_day < 12 * 60);
  }
  return timetable;
}

WallTimer timer() {
  auto made = WallTimer::make();
  REQUIRE(static_cast<bool>(made));
  return std::move(*made);
}

}  // namespace

TEST_CASE("whoever waits is woken when the station closes, once") {
  const std::string zone = noon_in(2s);
  const tests::TimeZone place{zone.c_str()};
  tests::Times woken;
  const app::HoursWatch watch{mornings(), [&] { woken.once_more(); }, timer()};
  CHECK(watch.now().open());
  REQUIRE(woken.reach(1));
  CHECK_FALSE(watch.now().open());
  CHECK(watch.now().closed_until == visit::Reopening{visit::Reopening::On::tomorrow, 0});
  CHECK(woken.now() == 1);
}

TEST_CASE("a watch that waits for hours ends at once when it is to end") {
  const std::string zone = noon_in(6h);
  const tests::TimeZone place{zone.c_str()};
  tests::Times woken;
  {
    const app::HoursWatch watch{mornings(), [&] { woken.once_more(); }, timer()};
  }
  CHECK(woken.now() == 0);
}

TEST_CASE("a machine that is put into another time zone has the hours of that place") {
  const std::string here = noon_in(6h);
  const std::string far = noon_in(18h);
  tests::Times woken;
  const tests::TimeZone place{here.c_str()};
  const app::HoursWatch watch{mornings(), [&] { woken.once_more(); }, timer()};
  CHECK(watch.now().open());
  const tests::TimeZone moved{far.c_str()};
  CHECK_FALSE(watch.now().open());
}

}  // namespace kiosk::hours_watch_test
