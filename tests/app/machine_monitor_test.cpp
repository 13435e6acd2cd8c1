#include "kiosk/app/machine_monitor.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "kiosk/app/exported.h"
#include "kiosk/base/file.h"
#include "tests/support/temp_folder.h"

namespace kiosk::machine_monitor_test {

using namespace kiosk;
using namespace std::chrono_literals;
using Kind = visit::Incident::Kind;
using Lines = std::vector<std::string>;

namespace {

constexpr Day friday = 20'784;  // 2026-11-27

/// A kiosk on a machine whose every part is as a test says, looked at every ten seconds.
class Station {
 public:
  Station() { looks(); }

  /// What a look brings into the journal.
  Lines looks(int times = 1) {
    Lines all;
    for (; times > 0; --times) {
      sight.up += 10s;
      for (std::string& line : monitor_->look(sight)) all.push_back(std::move(line));
    }
    return all;
  }
  bool out_of_order() const { return monitor_->touch_is_gone(); }
  std::vector<visit::Incident> staff_hear() const {
    return app::incidents_now(temp_.path(), sight.today, std::nullopt);
  }
  void starts_anew() { monitor_.emplace(temp_.path()); }
  std::filesystem::path file(const char* name) const { return temp_ / name; }

  void is_at(int degrees, int critical = 100) {
    sight.temperatures = {{"acpitz", 40'000, 119'000}, {"coretemp", degrees * 1000, critical * 1000}};
  }

  app::MachineSight sight{.up = 1h, .wall_lead = 1000h, .today = friday};

 private:
  tests::TempFolder temp_;
  std::optional<app::MachineMonitor> monitor_{temp_.path()};
};

}  // namespace

// ---- Warmth ----

TEST_CASE("a machine close to its critical point is told of once, and once more when it has cooled down") {
  Station station;
  station.is_at(94);
  CHECK(station.looks(9).empty());
  station.is_at(96);
  CHECK(
      station.looks(9) ==
      Lines{"the machine is too hot: coretemp is at 96 °C, and critical at 100; free its openings, keep the "
            "sun off it"});
  CHECK(station.staff_hear() == std::vector<visit::Incident>{{Kind::too_hot, friday}});
  station.is_at(92);  // not cool yet: it would be hot again at once
  CHECK(station.looks(9).empty());
  station.is_at(89);
  CHECK(station.looks(9) == Lines{"the machine has cooled down: coretemp is at 89 °C, and critical at 100"});
}

TEST_CASE("a moment of warmth is none, and what the machine itself calls critical counts") {
  Station station;
  station.is_at(97);
  CHECK(station.looks().empty());
  station.is_at(70);
  CHECK(station.looks().empty());
  station.is_at(97);
  CHECK(station.looks().empty());
  station.is_at(97, 110);
  CHECK(station.looks(9).empty());
  CHECK(station.staff_hear().empty());
}

TEST_CASE("a machine without sensors is said nothing of") {
  Station station;
  CHECK(station.looks(100).empty());
  CHECK(station.staff_hear().empty());
}

TEST_CASE("a sensor that flaps does not fill the journal, and hides nothing else") {
  Station station;
  station.sight.touchscreens = 1;
  std::size_t lines = 0;
  for (int i = 0; i < 24 * 360; ++i) {  // a day
    station.is_at(i % 4 < 2 ? 99 : 50);
    lines += station.looks().size();
  }
  CHECK(lines > 6);
  CHECK(lines <= std::size_t{25} * app::LogLimit::lines_an_hour);
  station.sight.touchscreens = 0;
  const Lines last = station.looks(2);
  CHECK(std::any_of(last.begin(), last.end(), [](const std::string& line) {
    return line.find("touch panel is gone") != std::string::npos;
  }));
}

// ---- The clock ----

TEST_CASE("a clock that was set is told of once, with how far") {
  Station station;
  station.sight.wall_lead += 2h;
  CHECK(station.looks(3) == Lines{"the clock was set forward by 7200 s and says 2026-11-27; answers get this "
                                  "date, see whether it is right"});
  CHECK(station.staff_hear() == std::vector<visit::Incident>{{Kind::clock_set, friday}});
  station.sight.wall_lead -= 24h;
  station.sight.today = friday - 1;
  CHECK(station.looks(3) == Lines{"the clock was set back by 86400 s and says 2026-11-26; answers get this "
                                  "date, see whether it is right"});
}

TEST_CASE("what NTP puts right, also every ten seconds, is no jump") {
  Station station;
  for (int i = 0; i < 1000; ++i) {
    station.sight.wall_lead += i % 2 == 0 ? 59s : 5ms;
    CHECK(station.looks().empty());
  }
  CHECK(station.staff_hear().empty());
}

TEST_CASE("a clock that jumps all the time does not fill the journal") {
  Station station;
  std::size_t lines = 0;
  for (int i = 0; i < 360; ++i) {
    station.sight.wall_lead += 61s;
    lines += station.looks().size();
  }
  CHECK(lines >= 1);
  CHECK(lines <= std::size_t{2} * app::LogLimit::lines_an_hour);
}

TEST_CASE("a clock that starts in the past is told of, and staff read which day it says") {
  Station station;
  station.starts_anew();
  station.sight.today = 10'957;
  CHECK(station.looks(5) ==
        Lines{"the clock is behind: it says 2000-01-01, which is past; set it, since answers get its date"});
  CHECK(station.staff_hear() == std::vector<visit::Incident>{{Kind::clock_behind, 10'957}});
}

TEST_CASE("a clock that was set back before the last export is behind") {
  Station station;
  REQUIRE(app::ExportedBatches{station.file("exported")}.add({}, friday));
  station.sight.today = friday - 1;
  station.sight.wall_lead -= 24h;
  const Lines lines = station.looks();
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].find("the clock is behind: it says 2026-11-26") == 0);
  CHECK(app::incidents_now(station.file(""), friday - 1, friday).at(0) ==
        visit::Incident{Kind::clock_behind, friday - 1});
}

// ---- The touch panel ----

TEST_CASE("a touch panel that is gone puts the kiosk out of order until it is there again") {
  Station station;
  station.sight.touchscreens = 1;
  CHECK(station.looks(2).empty());
  station.sight.touchscreens = 0;
  CHECK(station.looks().empty());
  CHECK_FALSE(station.out_of_order());  // it may be starting anew
  const Lines gone = station.looks(5);
  REQUIRE(gone.size() == 1);
  CHECK(gone[0].find("the touch panel is gone") == 0);
  CHECK(station.out_of_order());
  station.sight.touchscreens = 1;
  CHECK(station.looks(5) == Lines{"the touch panel is there again"});
  CHECK_FALSE(station.out_of_order());
  CHECK(station.staff_hear() == std::vector<visit::Incident>{{Kind::touch_gone, friday}});
}

TEST_CASE("a kiosk that is switched on without the panel that it had knows what is missing") {
  Station station;
  station.sight.touchscreens = 1;
  station.looks();
  station.sight.touchscreens = 0;
  station.starts_anew();
  CHECK(station.looks(2).size() == 1);
  CHECK(station.out_of_order());
  REQUIRE(remove_name(station.file("touch-panel")));  // as the journal says, where none belongs any more
  station.starts_anew();
  CHECK(station.looks(2).empty());
  CHECK_FALSE(station.out_of_order());
}

TEST_CASE("a machine that never had a touch panel misses none, and where it is not known nothing is said") {
  Station station;
  station.sight.touchscreens = 0;
  CHECK(station.looks(10).empty());
  CHECK_FALSE(station.out_of_order());
  station.sight.touchscreens = 1;
  station.looks();
  station.sight.touchscreens.reset();
  CHECK(station.looks(10).empty());
  CHECK_FALSE(station.out_of_order());
}

// ---- The picture ----

TEST_CASE("a picture that nobody takes is told of, and that it is back") {
  Station station;
  station.sight.picture = true;
  station.looks();
  station.sight.picture = false;
  CHECK(station.looks(5) == Lines{"no panel takes the picture; see whether it is on, and to its plug"});
  station.sight.picture = true;
  CHECK(station.looks(5) == Lines{"a panel takes the picture again"});
  CHECK(station.staff_hear() == std::vector<visit::Incident>{{Kind::picture_gone, friday}});
}

TEST_CASE("a machine that is looked at from afar, with nothing plugged in, says nothing") {
  Station station;
  station.sight.picture = false;
  CHECK(station.looks(10).empty());
}

TEST_CASE("a panel that is switched off for the night is no news to staff, one that is off by day is") {
  Station station;
  station.sight.touchscreens = 1;
  station.sight.picture = true;
  station.looks();
  station.sight.touchscreens = 0;
  station.sight.picture = false;
  station.sight.open = false;
  CHECK(station.looks(5).size() == 2);
  CHECK(station.staff_hear().empty());
  station.sight.open = true;
  CHECK(station.looks(5).empty());
  CHECK(station.staff_hear() ==
        std::vector<visit::Incident>{{Kind::touch_gone, friday}, {Kind::picture_gone, friday}});
}

// ---- What staff hear ----

TEST_CASE("staff who come once a week hear of all that happened, also after a restart, and not for ever") {
  Station station;
  station.is_at(99);
  station.looks(3);
  station.sight.today = friday + 1;
  station.looks();
  station.is_at(50);
  station.looks(3);
  station.starts_anew();
  station.sight.today = friday + 8;
  CHECK(station.staff_hear() == std::vector<visit::Incident>{{Kind::too_hot, friday + 1}});
  station.sight.today = friday + 9;
  CHECK(station.staff_hear().empty());
}

TEST_CASE("a file of incidents that somebody else wrote is read as far as it makes sense") {
  Station station;
  for (const char* text : {"", "kiosk-incidents 2\ntoo_hot 20784\n", "too_hot 20784\n",
                           "kiosk-incidents 1\ntoo_hot\n", "kiosk-incidents 1\ntoo_hot 99999999\n",
                           "kiosk-incidents 1\nvery_cold 20784\ntoo_hot 20784x\n\n\n"}) {
    CAPTURE(text);
    REQUIRE(write_atomically(station.file("incidents"), text));
    CHECK(station.staff_hear().empty());
  }
  REQUIRE(write_atomically(station.file("incidents"), "kiosk-incidents 1\nvery_cold 1\ntoo_hot 20784"));
  CHECK(station.staff_hear() == std::vector<visit::Incident>{{Kind::too_hot, friday}});
}

}  // namespace kiosk::machine_monitor_test
