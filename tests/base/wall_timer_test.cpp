#include "kiosk/base/wall_timer.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace std::chrono_literals;
using Clock = std::chrono::system_clock;

namespace {

kiosk::WallTimer timer() {
  auto made = kiosk::WallTimer::make();
  REQUIRE(static_cast<bool>(made));
  return std::move(*made);
}

}  // namespace

TEST_CASE("a timer waits for a moment on the wall, and not for one that is past") {
  const kiosk::WallTimer waits = timer();
  const auto soon = std::chrono::floor<std::chrono::seconds>(Clock::now()) + 2s;
  CHECK(waits.wait(soon));
  CHECK(Clock::now() >= soon);
  CHECK(waits.wait(soon - 1h));
  CHECK(Clock::now() < soon + 1h);
}

TEST_CASE("a timer that is stopped waits no longer, then and later") {
  const kiosk::WallTimer waits = timer();
  std::thread other{[&] { waits.stop(); }};
  CHECK_FALSE(waits.wait(Clock::now() + 1h));
  other.join();
  CHECK_FALSE(waits.wait(Clock::now() + 1h));
}
