#include "kiosk/batch/row.h"

#include <catch2/catch.hpp>

#include "tests/store/given.h"

using namespace kiosk;
using namespace kiosk::batch;
using kiosk::store::given::small_survey;
using Ids = std::vector<std::string_view>;

namespace {

store::Choice some_choice() {
  store::Choice choice;
  choice.given.when.day = 20780;
  choice.language = "en";
  choice.options = 0b101;
  choice.order = survey::number_of({2, 0, 1});
  return choice;
}

}  // namespace

TEST_CASE("what was stored in numbers is told in the words of its question set") {
  const auto survey = small_survey();
  Legend legend{{0xAB}, survey};
  const store::Choice choice = some_choice();
  const auto row = legend.row(choice);
  REQUIRE(row);
  CHECK(row->kind == Row::Kind::choice);
  CHECK(row->set == "ab000000000000000000000000000000");
  CHECK(row->question == "keep");
  CHECK(row->question_text == "Wat gaat goed?");
  CHECK(row->chosen == Ids{"fast", "near"});
  CHECK(row->labels == Ids{"NL fast", "NL near"});
  CHECK(row->shown == Ids{"near", "fast", "open"});
  CHECK(row->language == "en");
  CHECK(row->day == "2026-11-23");
}

TEST_CASE("\"don't know\" is told as such, with the options that were on screen") {
  const auto survey = small_survey();
  Legend legend{{}, survey};
  store::Choice choice = some_choice();
  choice.outcome = store::Outcome::dont_know;
  choice.options = 0;
  const auto row = legend.row(choice);
  REQUIRE(row);
  CHECK(row->kind == Row::Kind::dont_know);
  CHECK(row->chosen.empty());
  CHECK(row->shown.size() == 3);
}

TEST_CASE("words are told alone") {
  const auto survey = small_survey();
  Legend legend{{}, survey};
  store::OwnWords text;
  text.question = 1;
  text.given.when.day = 20780;
  text.language = "nl";
  text.words = "kaders";
  const auto row = legend.row(text);
  REQUIRE(row);
  CHECK(row->kind == Row::Kind::words);
  CHECK(row->question == "role");
  CHECK(row->words == "kaders");
  CHECK(row->chosen.empty());
  CHECK(row->shown.empty());
}

TEST_CASE("an answer that does not fit its question set is none") {
  const auto survey = small_survey();
  Legend legend{{}, survey};
  store::Choice choice = some_choice();
  choice.question = 2;
  CHECK_FALSE(legend.row(choice));
  choice = some_choice();
  choice.options = 0b1000;
  CHECK_FALSE(legend.row(choice));
  store::OwnWords text;
  text.question = 2;
  CHECK_FALSE(legend.row(text));
}
