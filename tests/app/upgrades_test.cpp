#include "kiosk/app/upgrades.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "tests/support/temp_folder.h"

namespace kiosk::upgrades_test {

using visit::Upgrade;
using Outcome = Upgrade::Outcome;

namespace {

Upgrade read(const std::string& text) {
  const tests::TempFolder temp;
  const std::filesystem::path file = temp / "outcome";
  std::ofstream{file} << text;
  return app::last_upgrade(file);
}

}  // namespace

TEST_CASE("a station reads what whoever installs says of the last new version") {
  CHECK(read("3 installed 1.2.0\n") == Upgrade{Outcome::installed, "1.2.0", 3});
  CHECK(read("4 working\n") == Upgrade{Outcome::working, "", 4});
  CHECK(read("12 went_back 2:1.0~rc1\n") == Upgrade{Outcome::went_back, "2:1.0~rc1", 12});
  CHECK(read("5 forged") == Upgrade{Outcome::forged, "", 5});
}

TEST_CASE("what nobody can understand of it is as if nobody ever brought one") {
  for (const std::string& text :
       {std::string{}, std::string{"installed 1.2.0"}, std::string{"3 exploded 1.2.0"},
        std::string{"x installed 1"}, std::string(201, '1')}) {
    CHECK(read(text) == Upgrade{});
  }
  CHECK(app::last_upgrade("/nowhere/outcome") == Upgrade{});
}

TEST_CASE("a station takes new versions where both its inbox and whoever installs are there") {
  const tests::TempFolder temp;
  const auto inbox = app::inbox_of(temp / "store");
  const auto told = temp / "installer" / "outcome";
  CHECK_FALSE(app::takes_upgrades(inbox, told));
  std::filesystem::create_directories(inbox);
  CHECK_FALSE(app::takes_upgrades(inbox, told));
  std::filesystem::create_directories(told.parent_path());
  CHECK(app::takes_upgrades(inbox, told));
}

}  // namespace kiosk::upgrades_test
