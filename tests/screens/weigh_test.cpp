#include <catch2/catch.hpp>

#include "kiosk/survey/reader.h"
#include "tests/support/visitor.h"

// Points that a visitor divides over interests.

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

survey::Survey set_to_weigh() {
  const auto set = survey::read_survey(R"(id = "casus"
languages = ["nl"]
title.nl = "Casus"

[[question]]
id = "wegen"
kind = "weigh"
tag.nl = "Wegen"
text.nl = "Wat weegt hier het zwaarst?"
own_words = true

[[question.option]]
id = "wonen"
nl = "Wonen"

[[question.option]]
id = "natuur"
nl = "Natuur"

[[question.option]]
id = "weg"
nl = "Bereikbaar"

[[question]]
id = "advies"
kind = "open"
tag.nl = "Advies"
text.nl = "Wat is uw advies?"
)",
                                       "casus.toml");
  if (!set) FAIL(describe(set.error()));
  return *set;
}

/// Somebody who has just tapped the question.
struct Weighs : given::Visitor {
  Weighs() : Visitor{set_to_weigh()} { tap("Tik om te antwoorden"); }
  void give(const std::string& interest, int points) {
    for (int i = 0; i < points; ++i) tap(interest + ", een punt erbij");
  }
};

}  // namespace

TEST_CASE("a visitor divides ten points, sees how many are left, and they are saved as they were divided") {
  Weighs visitor;
  CHECK(visitor.screen() == "weigh");
  CHECK(visitor.reads("Nog 10 punten te verdelen"));
  visitor.give("Wonen", 5);
  visitor.give("Bereikbaar", 4);
  CHECK(visitor.reads("Nog 1 punt te verdelen"));
  visitor.give("Natuur", 1);
  CHECK(visitor.reads("Alle punten zijn verdeeld"));
  visitor.tap("Verder");
  REQUIRE(visitor.saves().size() == 1);
  const survey::Answer answer = visitor.saves()[0].answer;
  CHECK(answer.points == survey::Points{5, 1, 4});
  CHECK(answer.options == 0b111);
  visitor.disk_saves();
  CHECK(visitor.reads("Wat is uw advies?"));
}

TEST_CASE("with points left nothing is saved, and the screen says what to do") {
  Weighs visitor;
  visitor.tap("Verder");
  CHECK(visitor.reads("Verdeel eerst alle 10 punten, of tik op Sla over."));
  visitor.give("Wonen", 9);
  visitor.tap("Verder");
  CHECK(visitor.reads("Verdeel eerst alle 10 punten, of tik op Sla over."));
  CHECK(visitor.saves().empty());
  visitor.tap("Sla over");
  CHECK(visitor.reads("Wat is uw advies?"));
}

TEST_CASE("an eleventh point is not given; one that is taken back can be given to another") {
  Weighs visitor;
  visitor.give("Wonen", 11);
  CHECK(visitor.reads("Alle punten zijn verdeeld. Haal er eerst ergens een weg."));
  visitor.tap("Wonen, een punt eraf");
  visitor.give("Natuur", 1);
  visitor.tap("Verder");
  REQUIRE(visitor.saves().size() == 1);
  CHECK(visitor.saves()[0].answer.points == survey::Points{9, 1, 0});
  CHECK(visitor.saves()[0].answer.options == 0b011);
}

TEST_CASE("an interest without points has no minus to tap") {
  Weighs visitor;
  CHECK_FALSE(visitor.tap("Wonen, een punt eraf"));
  visitor.give("Wonen", 1);
  CHECK(visitor.tap("Wonen, een punt eraf"));
  CHECK_FALSE(visitor.tap("Wonen, een punt eraf"));
}

TEST_CASE("words that are written before the points are divided wait for them, and are saved with them") {
  Weighs visitor;
  visitor.tap("In uw eigen woorden");
  visitor.write("Ja");
  visitor.tap("Versturen");
  CHECK(visitor.saves().empty());
  CHECK(visitor.screen() == "weigh");
  CHECK(visitor.reads("Verdeel eerst alle 10 punten"));
  visitor.give("Wonen", 10);
  visitor.tap("Verder");
  REQUIRE(visitor.saves().size() == 1);
  CHECK(visitor.saves()[0].answer.words == "Ja");
}

TEST_CASE(
    "who goes back and divides otherwise replaces what was saved; who takes all points back, takes it back") {
  Weighs visitor;
  visitor.give("Wonen", 10);
  visitor.tap("Verder");
  visitor.disk_saves();
  visitor.tap("Terug");
  CHECK(visitor.reads("Alle punten zijn verdeeld"));
  visitor.tap("Wonen, een punt eraf");
  visitor.give("Natuur", 1);
  visitor.tap("Verder");
  REQUIRE(visitor.saves().size() == 2);
  CHECK(visitor.saves()[1].replaces);
  CHECK(visitor.saves()[1].answer.points == survey::Points{9, 1, 0});
  visitor.disk_saves();
  visitor.tap("Terug");
  for (int i = 0; i < 9; ++i) visitor.tap("Wonen, een punt eraf");
  visitor.tap("Natuur, een punt eraf");
  visitor.tap("Verder");
  CHECK(std::holds_alternative<visit::Withdraw>(visitor.asked().back()));
}

TEST_CASE("after weighing a visitor reads what others gave on average, and what they gave themselves") {
  Weighs visitor;
  visitor.give("Wonen", 7);
  visitor.give("Natuur", 3);
  visitor.tap("Verder");
  survey::Published published(2);
  published[0] = survey::Tally{.answers = 20, .options = {20, 15, 8}, .points = {124, 76, {}}};
  visitor.disk_saves(published);
  CHECK(visitor.reads("6,2"));
  CHECK(visitor.reads("3,8"));
  CHECK(visitor.reads("uw punten: 7"));
  CHECK(visitor.reads("Het gemiddelde aantal punten. Van 20 antwoorden op deze zuil."));
}

TEST_CASE("a tap on plus counts once, and a finger that stays gives more") {
  Weighs visitor;
  const ui::Frame frame = visitor.frame();
  for (const ui::Box& box : frame.boxes) {
    if (ui::plain(box.label) == "Wonen, een punt erbij") CHECK(box.repeats);
  }
  visitor.give("Wonen", 1);
  CHECK(visitor.reads("Nog 9 punten te verdelen"));
}
