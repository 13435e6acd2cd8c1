#include "kiosk/app/missing_panel.h"

#include <catch2/catch.hpp>

#include "tests/support/notified.h"

namespace kiosk::missing_panel_test {

using namespace kiosk;
using tests::Notified;

namespace {

/// A panel that is plugged in again after so many pauses.
struct Panel {
  int pauses_left;
  int missed = 0;
  std::vector<Time> pauses{};

  app::PanelWait wait() {
    return {.has_picture = [this] { return std::optional{pauses_left == 0}; },
            .pause =
                [this](Time time) {
                  --pauses_left;
                  pauses.push_back(time);
                },
            .missed = [this] { ++missed; }};
  }
};

}  // namespace

TEST_CASE("a kiosk without a panel waits for it, and gives signs of life meanwhile") {
  const Notified systemd{"9000000"};
  Panel panel{.pauses_left = 3};
  CHECK(app::await_panel(system::Watchdog{}, panel.wait()));
  CHECK(panel.pauses == std::vector<Time>(3, std::chrono::seconds{3}));
  CHECK(panel.missed == 3);
  CHECK(systemd.told() == "READY=1");
  for (int sign = 0; sign < 3; ++sign) CHECK(systemd.told() == "WATCHDOG=1");
  CHECK(systemd.told().empty());
}

TEST_CASE("where a panel is plugged in, or no connector is known, something else is wrong") {
  const Notified systemd{"9000000"};
  Panel panel{.pauses_left = 0};
  CHECK_FALSE(app::await_panel(system::Watchdog{}, panel.wait()));
  app::PanelWait wait = panel.wait();
  wait.has_picture = [] { return std::optional<bool>{}; };
  CHECK_FALSE(app::await_panel(system::Watchdog{}, wait));
  CHECK(panel.pauses.empty());
  CHECK(systemd.told().empty());
}

TEST_CASE("whoever starts it by hand is told at once") {
  Panel panel{.pauses_left = 1};
  CHECK_FALSE(app::await_panel(system::Watchdog{}, panel.wait()));
}

}  // namespace kiosk::missing_panel_test
