#include "kiosk/system/watchdog.h"

#include <catch2/catch.hpp>

#include "tests/support/notified.h"

using namespace kiosk;
using namespace std::chrono_literals;
using system::Watchdog;
using tests::Notified;

TEST_CASE("what is told reaches whoever started the program, each once") {
  const Notified systemd{"10000000"};
  const Watchdog watchdog;
  CHECK(systemd.told().empty());
  watchdog.ready();
  watchdog.feed();
  CHECK(systemd.told() == "READY=1");
  CHECK(systemd.told() == "WATCHDOG=1");
  CHECK(systemd.told().empty());
}

TEST_CASE("a sign of life is due three times before its absence has an effect") {
  const Notified systemd{"10000000"};
  CHECK(Watchdog{}.every() == 3333ms);
}

TEST_CASE("a program that is not the first of its unit is meant too") {
  const Notified systemd{"3000000"};
  ::setenv("WATCHDOG_PID", "1", 1);
  CHECK(Watchdog{}.every() == 1000ms);
  ::unsetenv("WATCHDOG_PID");
}

TEST_CASE("no sign of life is due where nobody waits for one") {
  CHECK_FALSE(Watchdog{}.every());
  for (const char* nonsense : {"", "0", "-5", "10s", "99999999999999999999"}) {
    const Notified systemd{nonsense};
    CAPTURE(nonsense);
    CHECK_FALSE(Watchdog{}.every());
  }
}

TEST_CASE("without anybody to tell, telling harms nothing") {
  const Watchdog watchdog;
  watchdog.ready();
  watchdog.feed();
  CHECK_FALSE(watchdog.every());
}
