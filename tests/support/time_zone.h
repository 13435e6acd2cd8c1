#pragma once

#include <cstdlib>
#include <ctime>

namespace kiosk::tests {

/// The clock on the wall hangs in another place, as TZ names it, until this goes.
class TimeZone {
 public:
  explicit TimeZone(const char* zone) {
    ::setenv("TZ", zone, 1);
    ::tzset();
  }
  ~TimeZone() {
    ::unsetenv("TZ");
    ::tzset();
  }
  TimeZone(const TimeZone&) = delete;
  TimeZone& operator=(const TimeZone&) = delete;
};

}  // namespace kiosk::tests
