#include "kiosk/app/machine_watch.h"

#include <catch2/catch.hpp>

#include "tests/support/false_machine.h"
#include "tests/support/times.h"

namespace kiosk::machine_watch_test {

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

struct Station {
  tests::FalseMachine machine;
  tests::TempFolder store;
  tests::Times looked;
  tests::Times woken;
  Time now{};
  app::MachineWatch watch{app::MachineMonitor{store.path()},
                          [this] {
                            const app::MachineSight sight = app::look_at_machine(machine.root());
                            looked.once_more();
                            return sight;
                          },
                          [this] { woken.once_more(); }};

  /// The loop is awake, ten seconds after the last time.
  bool looks() {
    const int before = looked.now();
    now += 10s;
    watch.may_look(now);
    return looked.reach(before + 1);
  }
};

}  // namespace

TEST_CASE("the loop is woken when the touch panel is gone, and when it is back") {
  Station station;
  station.machine.has_keyboard();
  station.machine.has_touchscreen();
  REQUIRE(station.looks());
  station.machine.loses_touchscreen();
  REQUIRE(station.looks());
  REQUIRE(station.looks());
  REQUIRE(station.woken.reach(1));
  CHECK(station.watch.touch_is_gone());
  station.machine.has_touchscreen();
  REQUIRE(station.looks());
  REQUIRE(station.looks());
  REQUIRE(station.woken.reach(2));
  CHECK_FALSE(station.watch.touch_is_gone());
}

TEST_CASE("nobody looks more often than every ten seconds, nor by themselves") {
  Station station;
  REQUIRE(station.looks());
  for (Time later = 0s; later < 10s; later += 100ms) station.watch.may_look(station.now + later);
  REQUIRE(station.looks());
  CHECK(station.looked.now() == 2);
  CHECK(station.woken.now() == 0);
}

TEST_CASE("this very machine can be looked at") {
  const app::MachineSight sight = app::look_at_machine();
  CHECK(sight.up > 0s);
  CHECK(sight.today > 20'782);
  for (const system::Temperature& each : sight.temperatures) CHECK_FALSE(each.sensor.empty());
}

}  // namespace kiosk::machine_watch_test
