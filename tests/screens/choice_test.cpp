#include <catch2/catch.hpp>

#include "kiosk/survey/reader.h"
#include "tests/support/visitor.h"

// Questions of which one option is chosen: a choice, and a scale.

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

std::string scale(const std::string& id) {
  std::string text = "\n[[question]]\nid = \"" + id +
                     "\"\nkind = \"scale\"\ntag.nl = \"Stelling\"\ntext.nl = \"" + id + "?\"\n";
  for (const std::string point : {"Zeker niet", "Niet", "Weet ik nog niet", "Wel", "Zeker wel"}) {
    std::string name = point;
    for (char& letter : name) letter = letter == ' ' ? '-' : static_cast<char>(letter | 0x20);
    text += "\n[[question.option]]\nid = \"" + name + "\"\nnl = \"" + point + "\"\n";
  }
  return text;
}

survey::Survey set_with(const std::string& more_of_choice) {
  const std::string text = "id = \"hall\"\nlanguages = [\"nl\"]\ntitle.nl = \"Hal\"\n" + std::string{R"(
[[question]]
id = "pet"
kind = "choice"
tag.nl = "Vooraf"
text.nl = "Met welke pet op bent u hier?"
)"} + more_of_choice + R"(
[[question.option]]
id = "gemeente"
nl = "Gemeente"

[[question.option]]
id = "rijk"
nl = "Rijk"
)" + scale("eerste") + scale("tweede");
  const auto set = survey::read_survey(text, "hall.toml");
  if (!set) FAIL(describe(set.error()));
  return *set;
}

/// Somebody who has just tapped the first question.
struct Chooses : given::Visitor {
  explicit Chooses(const std::string& more_of_choice = "") : Visitor{set_with(more_of_choice)} {
    tap("Tik om te antwoorden");
  }
  std::vector<std::string> choices() {
    std::vector<std::string> labels;
    for (const ui::Box& box : frame().boxes) {
      if (box.role == ui::Role::radio) labels.push_back(ui::plain(box.label));
    }
    return labels;
  }
};

}  // namespace

TEST_CASE("one tap answers a choice: it shows what was chosen, is saved, and the next question comes") {
  Chooses visitor;
  CHECK(visitor.screen() == "choice");
  visitor.tap("Rijk");
  CHECK(visitor.saves().empty());  // there is a moment to choose another
  visitor.tap("Gemeente");
  visitor.wait(1s);
  REQUIRE(visitor.saves().size() == 1);
  CHECK(visitor.saves()[0].answer.options == 1);
  visitor.disk_saves();
  CHECK(visitor.reads("eerste?"));
}

TEST_CASE("who does not know says so, and is not asked why a choice between many is hard") {
  Chooses visitor;
  visitor.tap("Weet ik niet");
  REQUIRE(visitor.saves().size() == 1);
  CHECK(visitor.saves()[0].answer.dont_know);
  visitor.disk_saves();
  CHECK(visitor.reads("eerste?"));
}

TEST_CASE("where a set asks for it, who chose may say why") {
  Chooses visitor{"own_words = true\n"};
  visitor.tap("Rijk");
  visitor.wait(1s);
  visitor.disk_saves();
  CHECK(visitor.screen() == "results");
  visitor.tap("Licht uw keuze toe");
  visitor.write("Ja");
  visitor.tap("Versturen");
  REQUIRE(visitor.saves().size() == 2);
  CHECK(visitor.saves()[1].answer.words == "Ja");
  CHECK(visitor.saves()[1].replaces);
  visitor.disk_saves();
  CHECK(visitor.reads("eerste?"));
}

TEST_CASE("all scales of a visit begin at the same end, and the end is drawn for each visitor") {
  for (const bool turned : {false, true}) {
    Chooses visitor;
    visitor.draw(turned ? 1 : 0);
    visitor.tap("Sla over");
    const auto first = visitor.choices();
    REQUIRE(first.size() == 5);
    CHECK(first.front() == (turned ? "Zeker wel" : "Zeker niet"));
    visitor.draw(turned ? 2 : 3);  // the dice would have it the other way
    visitor.tap("Sla over");
    CHECK(visitor.reads("tweede?"));
    CHECK(visitor.choices() == first);
  }
}

TEST_CASE("back at a choice the one that was made is still there, and can be changed") {
  Chooses visitor;
  visitor.tap("Rijk");
  visitor.wait(1s);
  visitor.disk_saves();
  visitor.tap("Terug");
  CHECK(visitor.reads("Met welke pet op bent u hier?"));
  visitor.tap("Gemeente");
  visitor.wait(1s);
  REQUIRE(visitor.saves().size() == 2);
  CHECK(visitor.saves()[1].replaces);
}
