#include "kiosk/app/pulse.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <utility>

#include "kiosk/app/setup.h"
#include "tests/store/given.h"
#include "tests/support/notified.h"

namespace kiosk::pulse_test {

using namespace kiosk;
using namespace kiosk::store::given;
using namespace std::chrono_literals;
using tests::Notified;

namespace {

constexpr const char* alive = "WATCHDOG=1";

survey::Survey shipped_survey() {
  return *app::load_survey(std::string{KIOSK_SOURCE_DIR} + "/config/questions/omgevingswet.toml");
}

/// A kiosk with a store, as its loop sees it. Its worker hangs when it has something to tell, until goes_on.
struct Station {
  tests::TempFolder temp;
  survey::Survey survey = shipped_survey();
  std::promise<void> woken;
  std::shared_future<void> goes_on;

  app::Worker worker() {
    app::Performer performer{temp / "store", survey};
    REQUIRE(std::holds_alternative<visit::StoreWorks>(performer.open()));
    return {std::move(performer), [this, told = false]() mutable {
              if (std::exchange(told, true)) return;
              woken.set_value();
              if (goes_on.valid()) goes_on.wait();
            }};
  }
  bool wakes() { return woken.get_future().wait_for(20s) == std::future_status::ready; }
};

}  // namespace

TEST_CASE("a kiosk is ready once, when something is on the glass") {
  const Notified systemd{"9000000"};
  app::Pulse pulse{system::Watchdog{}};
  pulse.begin(5ms);
  CHECK(systemd.told().empty());
  CHECK(pulse.due() == 5ms);
  pulse.shown();
  pulse.shown();
  CHECK(systemd.told() == "READY=1");
  CHECK(systemd.told().empty());
}

TEST_CASE("a sign of life comes after the store answered, and not before") {
  const Notified systemd{"9000000"};
  Station station;
  app::Worker worker = station.worker();
  app::Pulse pulse{system::Watchdog{}};
  pulse.begin(0ms);
  pulse.tick(&worker, 10ms);
  CHECK(pulse.due() == 3010ms);
  REQUIRE(station.wakes());
  CHECK(systemd.told().empty());
  const auto look = worker.take_look();
  REQUIRE(look);
  CHECK_FALSE(look->failed);
  CHECK_FALSE(worker.take_look());
  pulse.answered();
  CHECK(systemd.told() == alive);
}

TEST_CASE("a worker that hangs leaves a kiosk without a sign of life") {
  const Notified systemd{"9000000"};
  std::promise<void> goes_on;
  Station station;
  station.goes_on = goes_on.get_future().share();
  app::Worker worker = station.worker();
  worker.perform(visit::Save{chosen(1), {}});
  REQUIRE(station.wakes());  // and there it hangs, with what it saved
  app::Pulse pulse{system::Watchdog{}};
  pulse.begin(0ms);
  for (Time now = 0ms; now < 60s; now = *pulse.due()) pulse.tick(&worker, now);
  CHECK_FALSE(worker.is_at_long_work());
  CHECK(systemd.told().empty());
  goes_on.set_value();
}

TEST_CASE("a worker that seals for staff may take its time") {
  const Notified systemd{"9000000"};
  std::promise<void> begun;
  std::promise<void> goes_on;
  Station station;
  const auto export_slowly = [&](const app::ExportOrder&) {
    begun.set_value();
    goes_on.get_future().wait();
    return true;
  };
  app::Performer performer{station.temp / "store", station.survey, {}, app::this_program(), export_slowly};
  REQUIRE(std::holds_alternative<visit::StoreWorks>(performer.open()));
  for (int i = 0; i < 10; ++i) performer.perform(visit::Save{chosen(1), {}});  // enough to seal
  app::Worker worker{std::move(performer), [] {}};
  worker.perform(visit::StaffEffect{visit::StartExport{}});
  REQUIRE(begun.get_future().wait_for(20s) == std::future_status::ready);
  app::Pulse pulse{system::Watchdog{}};
  pulse.begin(0ms);
  pulse.tick(&worker, 0ms);
  CHECK(systemd.told().empty());
  pulse.tick(&worker, 3000ms);
  CHECK(systemd.told() == alive);
  goes_on.set_value();
}

TEST_CASE("what was still awaited in one loop is asked anew in the next") {
  const Notified systemd{"9000000"};
  app::Pulse pulse{system::Watchdog{}};
  Station first;
  app::Worker gone = first.worker();
  pulse.begin(0ms);
  pulse.tick(&gone, 0ms);
  Station second;
  app::Worker worker = second.worker();
  pulse.begin(100ms);
  pulse.tick(&worker, 100ms);
  REQUIRE(second.wakes());
  CHECK(worker.take_look());
}

TEST_CASE("a kiosk without a store, that only tells what is wrong, lives") {
  const Notified systemd{"9000000"};
  app::Pulse pulse{system::Watchdog{}};
  pulse.begin(0ms);
  pulse.tick(nullptr, 0ms);
  CHECK(systemd.told() == alive);
}

TEST_CASE("where nobody waits for a sign of life the loop is woken for none") {
  app::Pulse pulse{system::Watchdog{}};
  pulse.begin(0ms);
  pulse.shown();
  pulse.tick(nullptr, 0ms);
  CHECK_FALSE(pulse.due());
  pulse.begin(0ms);
  CHECK_FALSE(pulse.due());
}

TEST_CASE("a look says nothing of a store that is well, or not open yet") {
  tests::TempFolder temp;
  const survey::Survey survey = small_survey();
  app::Performer performer{temp / "store", survey};
  CHECK_FALSE(performer.look());  // not open: others look after that
  REQUIRE(std::holds_alternative<visit::StoreWorks>(performer.open()));
  CHECK_FALSE(performer.look());
}

}  // namespace kiosk::pulse_test
