#include "kiosk/sdl/arrivals.h"

#include <catch2/catch.hpp>

namespace kiosk::arrivals_test {

using namespace kiosk;
using namespace std::chrono_literals;

TEST_CASE("a finger that came while the kiosk drew counts from when that began") {
  sdl::Arrivals arrivals;
  CHECK(arrivals.earliest(900ms) == 900ms);
  arrivals.blind(1000ms, 1090ms);
  CHECK(arrivals.earliest(999ms) == 999ms);
  CHECK(arrivals.earliest(1090ms) == 1000ms);
  CHECK(arrivals.earliest(1091ms) == 1091ms);  // read while the kiosk waited for it
}

TEST_CASE("a finger that is dealt with after a second drawing still counts from the first") {
  sdl::Arrivals arrivals;
  arrivals.blind(1000ms, 1090ms);
  arrivals.blind(1091ms, 1180ms);
  CHECK(arrivals.earliest(1090ms) == 1000ms);
  CHECK(arrivals.earliest(1180ms) == 1091ms);
  arrivals.all_done();
  CHECK(arrivals.earliest(1090ms) == 1090ms);
}

TEST_CASE("a panel that never rests does not fill the memory, and new fingers stay known") {
  sdl::Arrivals arrivals;
  for (int i = 0; i < 1000; ++i) arrivals.blind(Time{10 * i}, Time{10 * i + 5});
  CHECK(arrivals.earliest(Time{9995}) == Time{9990});
  CHECK(arrivals.earliest(Time{5}) == Time{5});
}

}  // namespace kiosk::arrivals_test
