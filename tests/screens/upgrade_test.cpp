#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/screens/staff_member.h"

using namespace kiosk;
using namespace std::chrono_literals;
using visit::Upgrade;
using Outcome = Upgrade::Outcome;

namespace {

/// Staff at a station that runs version 1.2.0, on the page of new versions.
struct Upgrading : given::StaffMember {
  Upgrading() {
    take_upgrades_from("1.2.0");
    come_in();
  }
  void opens(const std::vector<std::string>& on_stick, const Upgrade& last = {}) {
    tap("Nieuwe versie");
    told(visit::UpgradeTold{last});
    told(visit::PackagesFound{on_stick});
  }
  void installs() {
    stick_comes();
    opens({"1.3.0"}, {.outcome = Outcome::installed, .version = "1.2.0", .number = 4});
    tap("Installeer");
    told(visit::PackageTaken{true});
  }
};

}  // namespace

TEST_CASE("where nobody can install a new version none is offered") {
  given::StaffMember staff;
  staff.come_in();
  CHECK_FALSE(staff.tap("Nieuwe versie"));
}

TEST_CASE("staff see which version is on the stick and which runs, and begin with one tap") {
  Upgrading staff;
  staff.stick_comes();
  staff.opens({"1.3.0"});
  CHECK(staff.reads("Op de stick staat versie 1.3.0"));
  CHECK(staff.reads("Deze zuil werkt met versie 1.2.0."));
  CHECK(staff.reads("Alle antwoorden en instellingen blijven bewaard."));
  staff.tap("Installeer");
  CHECK(staff.reads("Laat hem zitten."));
  CHECK(staff.times_asked<visit::TakePackage>() == 1);
  const auto& asked = std::get<visit::TakePackage>(std::get<visit::StaffEffect>(staff.asked().back()));
  CHECK(asked.version == "1.3.0");
  staff.told(visit::PackageTaken{true});
  CHECK(staff.reads("De stick mag eruit."));
}

TEST_CASE("without a stick staff are asked for one, and once it is there it is looked at") {
  Upgrading staff;
  staff.opens({});
  CHECK(staff.reads("Steek een USB-stick met een nieuwe versie in de zuil."));
  CHECK(staff.times_asked<visit::FindPackages>() == 1);
  staff.stick_comes();
  CHECK(staff.times_asked<visit::FindPackages>() == 2);
  staff.told(visit::UpgradeTold{});
  staff.told(visit::PackagesFound{});
  CHECK(staff.reads("Op de stick staat geen nieuwe versie."));
  staff.stick_comes();  // as a port may tell twice
  CHECK(staff.times_asked<visit::FindPackages>() == 2);
}

TEST_CASE("which of two versions is meant nobody guesses") {
  Upgrading staff;
  staff.stick_comes();
  staff.opens({"1.3.0", "1.4.0"});
  CHECK(staff.reads("Laat er één op staan."));
  CHECK_FALSE(staff.tap("Installeer"));
  staff.told(visit::UpgradeAsked{});
  CHECK(staff.times_asked<visit::TakePackage>() == 0);
}

TEST_CASE(
    "nothing is installed before it is known what became of the last one: its end would pass for this "
    "one's") {
  Upgrading staff;
  staff.stick_comes();
  staff.tap("Nieuwe versie");
  staff.told(visit::PackagesFound{{"1.3.0"}});
  CHECK_FALSE(staff.tap("Installeer"));
  staff.told(visit::UpgradeTold{});
  CHECK(staff.tap("Installeer"));
}

TEST_CASE("a stick that is pulled out too soon is told, and can be tried again") {
  Upgrading staff;
  staff.stick_comes();
  staff.opens({"1.3.0"});
  staff.tap("Installeer");
  staff.told(visit::PackageTaken{false});
  CHECK(staff.reads("kon niet van de stick gehaald worden"));
  staff.tap("Opnieuw proberen");
  CHECK(staff.times_asked<visit::FindPackages>() == 2);
}

TEST_CASE("while it is installed staff need not touch the screen, and hear what came of this one") {
  Upgrading staff;
  staff.installs();
  for (int second = 0; second < 90; ++second) {
    staff.wait(1s);
    // At first what is told is still about the one before.
    staff.told(visit::UpgradeTold{{.outcome = second < 2 ? Outcome::installed : Outcome::working,
                                   .version = "",
                                   .number = second < 2 ? 4U : 5U}});
  }
  CHECK(staff.times_asked<visit::AskUpgrade>() > 80);
  CHECK(staff.reads("wordt gecontroleerd en geïnstalleerd"));
  staff.told(visit::UpgradeTold{{.outcome = Outcome::not_newer, .version = "1.3.0", .number = 5}});
  CHECK(staff.reads("Versie 1.3.0 is niet nieuwer dan wat hier al werkt."));
  const int asked = staff.times_asked<visit::AskUpgrade>();
  staff.wait(5s);
  CHECK(staff.times_asked<visit::AskUpgrade>() == asked);
}

TEST_CASE("an installer that says nothing keeps no screen open for ever") {
  Upgrading staff;
  staff.installs();
  staff.wait(61s);
  CHECK(staff.screen() == "attract");
}

TEST_CASE("each outcome has its sentence, also the next time that staff look") {
  struct Told {
    Outcome outcome;
    std::string sentence;
  };
  const auto told = GENERATE(
      Told{Outcome::installed, "Versie 1.3.0 is geïnstalleerd."}, Told{Outcome::no_key, "nog geen sleutel"},
      Told{Outcome::forged, "is niet ondertekend door wie deze zuil kent"},
      Told{Outcome::other_program, "niet voor deze zuil"},
      Told{Outcome::not_newer, "Versie 1.3.0 is niet nieuwer"},
      Told{Outcome::lacks, "Versie 1.3.0 heeft iets nodig dat deze zuil niet heeft."},
      Told{Outcome::went_back, "Versie 1.3.0 startte niet. De versie van daarvoor werkt weer."},
      Told{Outcome::broken, "kon niet teruggezet worden"});
  const Upgrade last{.outcome = told.outcome, .version = "1.3.0", .number = 5};
  Upgrading staff;
  staff.installs();
  staff.told(visit::UpgradeTold{last});
  CHECK(staff.reads(told.sentence));

  Upgrading later;
  later.opens({}, last);
  CHECK(later.reads("De vorige keer:"));
  CHECK(later.reads(told.sentence));
}
