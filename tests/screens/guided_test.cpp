#include <catch2/catch.hpp>

#include "kiosk/survey/reader.h"
#include "tests/support/visitor.h"

// The hour of a work form, led by a facilitator, with a clock that is not real.

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

survey::Survey prip() {
  const auto set = survey::read_survey(given::file("config/questions/prip.toml"), "prip.toml");
  if (!set) FAIL(describe(set.error()));
  return *set;
}

/// A room at the shipped form, and somebody who has the PIN.
struct Room : given::Visitor {
  Room() : Visitor{prip()} {}
  void call_staff() {
    happens(visit::StaffEvent{visit::StaffCalled{}});
    happens(visit::StaffEvent{visit::PinJudged{.says = visit::PinJudged::Says::right}});
  }
  /// What the facilitator taps, from the first screen of staff.
  void lead(const std::string& button) {
    call_staff();
    REQUIRE(tap("Begeleid uur"));
    REQUIRE(tap(button));
  }
  /// One of the room comes to the screen and answers the question of the moment.
  void answer(const std::string& group, const std::vector<std::string>& taps, bool has_more_to_show) {
    REQUIRE(tap("Tik om te antwoorden"));
    REQUIRE(reads("Namens wie zit u hier?"));
    tap(group);
    wait(1s);
    disk_saves();
    for (const std::string& label : taps) REQUIRE(tap(label));
    wait(1s);
    disk_saves(published());
    if (has_more_to_show) tap("Verder");
    tap("Klaar");
  }
  survey::Published published() const {
    survey::Published told(survey().questions.size());
    told[2] = survey::Tally{.answers = 12, .options = {12, 12, 12, 12, 12}, .points = {24, 48, 24, 12, 12}};
    told[3] = survey::Tally{.answers = 12, .options = {{}, 7, 5, {}}};
    return told;
  }
};

}  // namespace

TEST_CASE("a facilitator leads a room through the whole hour, from the case to the outcome") {
  Room room;
  CHECK(room.reads("Bouwen aan de rand van het dorp"));
  room.lead("Begin het uur");
  CHECK(room.screen() == "guided");
  CHECK(room.reads("Stap 1 van 5"));
  CHECK(room.reads("5:00"));
  CHECK(room.reads("Er is woningnood."));
  CHECK_FALSE(room.reads("Tik om te"));  // nothing to answer yet

  room.wait(5min);
  CHECK(room.reads("Stap 2 van 5"));
  CHECK(room.reads("Hoe zwaar weegt elk belang in deze casus?"));
  CHECK(room.reads("15:00"));
  std::vector<std::string> ten;
  for (int i = 0; i < 4; ++i) ten.emplace_back("Natuur en landschap, een punt erbij");
  for (int i = 0; i < 6; ++i) ten.emplace_back("Ruimte voor water, een punt erbij");
  ten.emplace_back("Verder");
  room.answer("Gemeente", ten, true);
  REQUIRE(room.saves().size() == 2);
  CHECK(room.saves()[1].answer.segment == 2);
  CHECK(room.saves()[1].answer.points == survey::Points{0, 4, 6, 0, 0});
  CHECK(room.screen() == "guided");
  CHECK(room.reads("Stap 2 van 5"));

  room.lead("Volgende stap");
  CHECK(room.reads("Wat moet er met dit initiatief gebeuren?"));
  CHECK(room.reads("10:00"));
  room.answer("Waterschap", {"Doorgaan, onder voorwaarden"}, true);
  room.wait(10min);
  CHECK(room.reads("Aan welke voorwaarden moet het plan voldoen?"));
  room.wait(15min);
  CHECK(room.reads("Wat is uw advies aan het bestuur?"));
  room.wait(10min);

  CHECK(room.screen() == "outcome");
  CHECK(room.reads("Uitkomst 1 van 2"));
  CHECK(room.reads("4,0"));  // points for nature
  room.wait(20s);
  CHECK(room.reads("Uitkomst 2 van 2"));
  CHECK(room.reads("58%"));
  room.wait(20s);
  CHECK(room.reads("Uitkomst 1 van 2"));

  room.lead("Stop het uur");
  CHECK(room.screen() == "attract");
}

TEST_CASE("the clock counts down each second, and tells when it is to be drawn again") {
  Room room;
  room.lead("Begin het uur");
  room.wait(1s);
  CHECK(room.reads("4:59"));
  room.wait(3min + 54s);
  CHECK(room.reads("1:05"));
}

TEST_CASE("who is answering when the time is up answers to the end, and then the next step comes") {
  Room room;
  room.lead("Begin het uur");
  room.lead("Volgende stap");
  room.lead("Volgende stap");
  room.wait(9min + 57s);
  room.tap("Tik om te antwoorden");
  room.tap("Gemeente");
  room.wait(1s);
  room.disk_saves();
  room.wait(10s);
  CHECK(room.reads("Wat moet er met dit initiatief gebeuren?"));
  room.tap("Doorgaan");
  room.wait(1s);
  room.disk_saves();
  CHECK(room.screen() == "thanks");
  room.tap("Klaar");
  CHECK(room.reads("Stap 4 van 5"));
}

TEST_CASE("a facilitator gives a step more time, or goes back to the one before") {
  Room room;
  room.lead("Begin het uur");
  room.lead("5 minuten erbij");
  CHECK(room.reads("Stap 1 van 5"));
  room.wait(8min);
  CHECK(room.reads("Stap 1 van 5"));
  room.wait(2min);
  CHECK(room.reads("Stap 2 van 5"));
  room.lead("Vorige stap");
  CHECK(room.reads("Stap 1 van 5"));
  CHECK(room.reads("5:00"));
}

TEST_CASE("where nobody ends the hour it ends by itself, long after the room has gone") {
  Room room;
  room.lead("Begin het uur");
  for (int step = 0; step < 5; ++step) room.lead("Volgende stap");
  room.wait(29min);
  CHECK(room.screen() == "outcome");
  room.wait(2min);
  CHECK(room.screen() == "attract");
}

TEST_CASE("a room at work is not sent home by the clock on the wall, and its glass stays lit") {
  Room room;
  room.lead("Begin het uur");
  room.happens(visit::HoursTold{{.closed_until = visit::Reopening{}, .dark = true}});
  room.wait(4min);
  CHECK(room.screen() == "guided");
  CHECK_FALSE(room.state().dark);
  room.lead("Stop het uur");
  room.wait(1min);
  CHECK(room.screen() != "attract");
}

TEST_CASE("with too few answers the hour ends with thanks, and says from how many on there is an outcome") {
  Room room;
  room.lead("Begin het uur");
  for (int step = 0; step < 5; ++step) room.lead("Volgende stap");
  CHECK(room.screen() == "outcome");
  CHECK(room.reads("Vanaf 10 antwoorden ziet u hier hoe anderen kozen."));
}

TEST_CASE("nobody leads the hour without the PIN, and no hour is offered where the set is no work form") {
  Room room;
  room.happens(visit::StaffEvent{visit::StaffCalled{}});
  room.happens(visit::StaffEvent{visit::GuidedSteered{visit::Steering::begin}});
  room.happens(visit::StaffEvent{visit::StaffLeft{}});
  CHECK(room.screen() == "attract");
  given::Visitor lobby;
  lobby.happens(visit::StaffEvent{visit::StaffCalled{}});
  lobby.happens(visit::StaffEvent{visit::PinJudged{.says = visit::PinJudged::Says::right}});
  CHECK_FALSE(lobby.tap("Begeleid uur"));
  lobby.happens(visit::StaffEvent{visit::GuidedSteered{visit::Steering::begin}});
  CHECK(lobby.screen() == "attract");
}
