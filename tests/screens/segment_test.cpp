#include <catch2/catch.hpp>

#include "kiosk/survey/reader.h"
#include "tests/support/visitor.h"

// The group that a visitor says to belong to, which the other answers carry.

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

std::string yes_or_no(const std::string& id) {
  return "\n[[question]]\nid = \"" + id + "\"\nkind = \"choice\"\ntag.nl = \"Vraag\"\ntext.nl = \"" + id +
         "?\"\norder = \"fixed\"\n[[question.option]]\nid = \"ja\"\nnl = \"Ja\"\n" +
         "[[question.option]]\nid = \"nee\"\nnl = \"Nee\"\n";
}

survey::Survey set_with_groups() {
  const auto set = survey::read_survey(
      "id = \"tafel\"\nlanguages = [\"nl\"]\ntitle.nl = \"Tafel\"\n" + yes_or_no("eerste") + R"(
[[question]]
id = "groep"
kind = "choice"
segment = true
order = "fixed"
tag.nl = "Vooraf"
text.nl = "Bij welke groep hoort u?"

[[question.option]]
id = "gemeente"
nl = "Gemeente"

[[question.option]]
id = "waterschap"
nl = "Waterschap"
)" + yes_or_no("tweede") +
          "\n[[question]]\nid = \"woord\"\nkind = \"open\"\ntag.nl = \"Woord\"\ntext.nl = \"Wat nog?\"\n",
      "tafel.toml");
  if (!set) FAIL(describe(set.error()));
  return *set;
}

/// Somebody who tapped the question that is on screen first.
struct Partner : given::Visitor {
  Partner() : Visitor{set_with_groups()} { tap("Tik om te antwoorden"); }
  void choose(const std::string& option) {
    tap(option);
    wait(1s);
    disk_saves();
  }
  std::uint8_t segment_of_last() { return saves().back().answer.segment; }
};

}  // namespace

TEST_CASE("the group is asked before the question that was tapped, and every other answer carries it") {
  Partner visitor;
  CHECK(visitor.reads("Bij welke groep hoort u?"));
  CHECK(visitor.reads("Vraag 1 van 4"));
  visitor.choose("Waterschap");
  CHECK(visitor.segment_of_last() == 0);  // of itself it says nothing twice
  CHECK(visitor.reads("eerste?"));
  visitor.choose("Ja");
  CHECK(visitor.segment_of_last() == 2);
  visitor.choose("Nee");
  CHECK(visitor.segment_of_last() == 2);
}

TEST_CASE("who passes over the group, or does not know it, answers without one") {
  for (const char* passing : {"Sla over", "Weet ik niet"}) {
    Partner visitor;
    visitor.tap(passing);
    if (std::string{passing} == "Weet ik niet") visitor.disk_saves();
    visitor.choose("Ja");
    CHECK(visitor.segment_of_last() == 0);
  }
}

TEST_CASE(
    "who goes back and names another group moves the answers that were given since, each in its place") {
  Partner visitor;
  visitor.choose("Gemeente");
  visitor.choose("Ja");
  visitor.choose("Nee");
  REQUIRE(visitor.saves().size() == 3);
  for (int back = 0; back < 3; ++back) visitor.tap("Terug");
  CHECK(visitor.reads("Bij welke groep hoort u?"));
  visitor.tap("Waterschap");
  visitor.wait(1s);
  visitor.disk_saves();
  REQUIRE(visitor.saves().size() == 5);  // the group, and the first of two answers
  CHECK(visitor.saves()[4].answer.question == 0);
  CHECK(visitor.saves()[4].answer.options == 1);
  CHECK(visitor.saves()[4].answer.segment == 2);
  CHECK(visitor.saves()[4].replaces);
  visitor.disk_saves();
  REQUIRE(visitor.saves().size() == 6);
  CHECK(visitor.saves()[5].answer.question == 2);
  CHECK(visitor.saves()[5].answer.options == 2);
  CHECK(visitor.saves()[5].answer.segment == 2);
  CHECK_FALSE(visitor.reads("eerste?"));  // the visitor sees only that it is saved
  visitor.disk_saves();
  CHECK(visitor.reads("eerste?"));
}

TEST_CASE("where an answer cannot be moved to another group, nobody hears that it is lost: it is not") {
  Partner visitor;
  visitor.choose("Gemeente");
  visitor.choose("Ja");
  visitor.tap("Terug");
  visitor.tap("Terug");
  visitor.tap("Waterschap");
  visitor.wait(1s);
  visitor.disk_saves();
  visitor.happens(visit::StoreFailed{"the disk is gone"});
  CHECK(visitor.screen() == "out_of_order");
  CHECK_FALSE(visitor.reads("Uw laatste antwoord is niet bewaard"));
}

TEST_CASE("the attract cycle goes on after the question that was tapped, not after the group") {
  Partner visitor;
  visitor.tap("Stoppen");
  CHECK(visitor.screen() == "attract");
  CHECK(visitor.reads("Bij welke groep hoort u?"));  // the second of the set: the first was tapped
  visitor.tap("Tik om te antwoorden");
  visitor.choose("Gemeente");
  CHECK(visitor.reads("tweede?"));
}
