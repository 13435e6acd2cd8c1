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
