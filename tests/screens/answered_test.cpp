#include <catch2/catch.hpp>

#include "tests/support/visitor.h"

using namespace kiosk;
using namespace std::chrono_literals;
using given::Visitor;

namespace {

constexpr std::size_t dilemma = 2;

/// Someone who chose a side of the first dilemma.
struct Chooser : Visitor {
  Chooser() {
    tap("Tik om te antwoorden");
    tap("Sla over");
    tap("Sla over");
    tap(side(0));
    wait(timings().choice);
  }
  std::string side(std::size_t option) const {
    return ui::plain(survey().questions[dilemma].options[option].label.in("nl", "nl"));
  }
};

survey::Published published(std::size_t question, std::vector<std::optional<std::uint64_t>> options) {
  survey::Published all(6);
  survey::Tally tally{.answers = 20, .dont_know = 0, .options = std::move(options)};
  all[question] = std::move(tally);
  return all;
}

}  // namespace

TEST_CASE("who chose a side sees what others chose, and which side is theirs") {
  Chooser visitor;
  visitor.disk_saves(published(dilemma, {12, 8}));
  CHECK(visitor.screen() == "results");
  CHECK(visitor.reads("A 60%"));
  CHECK(visitor.reads("B 40%"));
  CHECK(visitor.reads("uw keuze"));
  CHECK(visitor.reads("Van 20 antwoorden"));
  visitor.tap("Volgende vraag");
  CHECK(visitor.reads("Vraag 4 van 6"));
}

TEST_CASE("nothing of what others chose is shown while too few did, or one side is too small to show") {
  for (const survey::Published& so_far :
       {survey::Published{}, published(dilemma, {std::nullopt, std::nullopt})}) {
    Chooser visitor;
    visitor.disk_saves(so_far);
    CHECK(visitor.screen() == "results");
    CHECK(visitor.reads("Vanaf 10 antwoorden"));
    CHECK_FALSE(visitor.reads("%"));
  }
}

TEST_CASE("a thousand answers and more are written as the visitor's language writes them") {
  Chooser visitor;
  visitor.disk_saves(published(dilemma, {1200, 34}));
  CHECK(visitor.reads("Van 1.234 antwoorden"));
  visitor.happens(visit::LanguageChosen{1});
  CHECK(visitor.reads("From 1,234 answers"));
  visitor.happens(visit::LanguageChosen{3});
  CHECK(visitor.reads("Sur 1\u202F234 réponses"));
  visitor.happens(visit::LanguageChosen{6});
  CHECK(visitor.reads("\u0661\u066C\u0662\u0663\u0664"));
  CHECK(visitor.reads("\u0669\u0667\u066A"));  // 97 %
}

TEST_CASE("who went before is counted as the visitor's language counts") {
  Visitor visitor;
  survey::Published known = published(0, {1, 1});
  known[0]->answers = 12345;
  visitor.happens(visit::StoreWorks{known});
  CHECK(visitor.reads("12.345 mensen gingen u voor"));
}

TEST_CASE("no result is on screen before the visitor has answered") {
  Visitor visitor;
  visitor.happens(visit::StoreWorks{published(dilemma, {12, 8})});
  for (int slide = 0; slide < 6; ++slide) {
    CHECK_FALSE(visitor.reads("%"));
    visitor.wait(visitor.timings().slide);
  }
  visitor.tap("Tik om te antwoorden");
  for (int question = 0; question < 6; ++question) {
    CHECK_FALSE(visitor.reads("%"));
    visitor.tap("Sla over");
  }
}

TEST_CASE("themes that were chosen are followed by results where there are any, else by the next question") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  visitor.tap("Samen opleiden");
  visitor.tap("Verder");
  SECTION("some are published") {
    visitor.disk_saves(published(0, {8, 7, std::nullopt, 9, 6, 5}));
    CHECK(visitor.screen() == "results");
    CHECK(visitor.reads("45%"));  // 9 of 20
    CHECK(visitor.tap("Volgende vraag"));
  }
  SECTION("none are") { visitor.disk_saves(); }
  CHECK(visitor.reads("Vraag 2 van 6"));
}

TEST_CASE("a choice can be explained, in an answer of its own that replaces it without doubling it") {
  Chooser visitor;
  visitor.disk_saves();
  visitor.tap("Licht uw keuze toe");
  CHECK(visitor.screen() == "words");
  visitor.happens(visit::Typed{dilemma, "Het hangt ervan af"});
  visitor.tap("Versturen");
  REQUIRE(visitor.saves().size() == 2);
  CHECK(visitor.saves()[1].answer.words == "Het hangt ervan af");
  CHECK(visitor.saves()[1].answer.options == visitor.saves()[0].answer.options);
  CHECK(visitor.saves()[1].replaces.has_value());
  visitor.disk_saves();
  CHECK(visitor.reads("Vraag 4 van 6"));
}

TEST_CASE("an explanation that is not sent is not kept") {
  Chooser visitor;
  visitor.disk_saves();
  visitor.tap("Licht uw keuze toe");
  visitor.happens(visit::Typed{dilemma, "Toch maar niet"});
  visitor.tap("Terug");
  CHECK(visitor.screen() == "results");
  visitor.tap("Licht uw keuze toe");
  CHECK_FALSE(visitor.reads("Toch maar niet"));
  CHECK(visitor.saves().size() == 1);
}

TEST_CASE("who does not know is asked why, and may leave it") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  visitor.tap("Sla over");
  visitor.tap("Sla over");
  visitor.tap("Weet ik niet");
  REQUIRE(visitor.saves().size() == 1);  // counts at once, whatever comes after
  visitor.disk_saves();
  CHECK(visitor.screen() == "why");
  SECTION("they say why") {
    visitor.tap("Geen van beide");
    REQUIRE(visitor.saves().size() == 2);
    CHECK(visitor.saves()[1].answer.reason == survey::Reason::neither);
    CHECK(visitor.saves()[1].answer.dont_know);
    CHECK(visitor.saves()[1].replaces.has_value());
    visitor.disk_saves();
  }
  SECTION("they do not") {
    visitor.tap("Volgende vraag");
    CHECK(visitor.saves().size() == 1);
  }
  SECTION("they wait") {
    visitor.wait(visitor.timings().results);
    CHECK(visitor.saves().size() == 1);
  }
  CHECK(visitor.reads("Vraag 4 van 6"));
}

TEST_CASE("from the results a visitor can go back and choose otherwise") {
  Chooser visitor;
  visitor.disk_saves();
  visitor.tap("Terug");
  CHECK(visitor.screen() == "dilemma");
  visitor.tap(visitor.side(1));
  visitor.wait(visitor.timings().choice);
  REQUIRE(visitor.saves().size() == 2);
  CHECK(visitor.saves()[1].answer.options == 0b10);
  CHECK(visitor.saves()[1].replaces.has_value());
}
