#include <catch2/catch.hpp>

#include "tests/support/visitor.h"

using namespace kiosk;
using namespace std::chrono_literals;
using given::Visitor;

namespace {

/// Someone who set everything otherwise.
struct Particular : Visitor {
  Particular() {
    tap("Tik om te antwoorden");
    tap("Regionale samenwerking");
    for (const char* utility : {"Tekst", "Contrast", "Lager"}) tap(utility);
    tap("Nederlands");
    tap("English");
  }
};

bool is_default(const Visitor& visitor) { return visitor.state().comfort == visit::Comfort{}; }

}  // namespace

TEST_CASE("language, size, contrast and place change at once and keep what the visitor did") {
  Particular visitor;
  CHECK(visitor.state().comfort ==
        visit::Comfort{
            .language = 1, .size = visit::TextSize::large, .contrast = visit::Contrast::dark, .lower = true});
  CHECK(visitor.reads("Question 1 of 6"));
  CHECK(visitor.reads("checkbox Working together in the region (selected)"));
  visitor.tap("Next");
  REQUIRE(visitor.saves().size() == 1);
  CHECK(visitor.saves()[0].answer.language == "en");
}

TEST_CASE("the list of languages can be left without choosing one") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  visitor.tap("Nederlands");
  CHECK(visitor.screen() == "languages");
  for (const char* name :
       {"Nederlands", "English", "Deutsch", "Français", "Türkçe", "Українська", "العربية"}) {
    CHECK(visitor.reads(name));
  }
  visitor.tap("Terug");
  CHECK(visitor.screen() == "themes");
}

TEST_CASE("size and contrast go round: three taps and all is as it was") {
  Visitor visitor;
  for (const char* utility : {"Tekst", "Contrast"}) {
    for (int i = 0; i < 3; ++i) visitor.tap(utility);
    CHECK(is_default(visitor));
  }
}

TEST_CASE("the next visitor finds the screen as it was, however the one before went") {
  Particular visitor;
  SECTION("stopped without an answer on disk") { visitor.tap("Stop"); }
  SECTION("walked away") { visitor.wait(3 * (visitor.timings().idle + visitor.timings().still_there)); }
  SECTION("answered and was thanked") {
    visitor.tap("Next");
    visitor.disk_saves();
    visitor.tap("Stop");
    visitor.tap("Done");
  }
  CHECK(visitor.screen() == "attract");
  CHECK(is_default(visitor));
  CHECK(visitor.reads("Tik om te antwoorden"));
}

TEST_CASE("looks that someone chose and walked away from go back by themselves") {
  Visitor visitor;
  visitor.tap("Contrast");
  visitor.wait(visitor.timings().language - 2s);
  CHECK_FALSE(is_default(visitor));
  visitor.wait(2s);
  CHECK(is_default(visitor));
}

TEST_CASE("whoever needs other looks or keys has three times as long") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  SECTION("larger letters") { visitor.tap("Tekst"); }
  SECTION("other colours") { visitor.tap("Contrast"); }
  SECTION("everything lower") { visitor.tap("Lager"); }
  SECTION("keys or switches") { visitor.happens(visit::UsedKeys{}); }
  visitor.happens(visit::Touched{});
  visitor.wait(3 * visitor.timings().idle - 1s);
  CHECK(visitor.screen() == "themes");
  visitor.wait(1s);
  CHECK(visitor.screen() == "still_there");
  visitor.wait(3 * visitor.timings().still_there - 1s);
  CHECK(visitor.screen() == "still_there");
  visitor.wait(1s);
  CHECK(visitor.screen() == "attract");
}

TEST_CASE("with \"lower\" all that can be tapped is in the lowest 45 % of an upright panel") {
  Visitor visitor;
  visitor.tap("Lager");
  visitor.tap("Tik om te antwoorden");
  for (int question = 0; question < 6; ++question) {
    const ui::Frame frame = visitor.frame();
    for (const ui::Box& box : frame.boxes) {
      INFO(frame.screen << ": " << box.label);
      if (box.on_tap) CHECK(box.area.y >= frame.size.h * 0.55 - 1);
    }
    visitor.tap("Sla over");
  }
}

TEST_CASE("a question without the visitor's language shows its own, and says which that is") {
  Visitor visitor;
  visitor.tap("Nederlands");
  visitor.tap("Deutsch");
  CHECK(visitor.reads("Wat vind je goed"));
  CHECK(visitor.reads("text Nederlands"));
}

TEST_CASE("on a screen that reads from right to left everything is mirrored but the keyboard") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  const auto left_of = [&](const std::string& label) {
    const ui::Frame frame = visitor.frame();
    const ui::Box* box = ui::find(frame, label);
    REQUIRE(box != nullptr);
    return box->area.x;
  };
  const int back_in_dutch = left_of("Terug");
  visitor.happens(visit::LanguageChosen{6});
  CHECK(visitor.frame().direction == text::Direction::right_to_left);
  CHECK(left_of("رجوع") > back_in_dutch);
}
