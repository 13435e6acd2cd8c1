#include <catch2/catch.hpp>

#include "tests/support/visitor.h"

using namespace kiosk;
using namespace std::chrono_literals;
using given::Visitor;

namespace {

const std::string theme = "Samen opleiden";
const std::string other_theme = "Leren door te doen";

/// Someone at the first dilemma, who skipped what came before.
struct VisitorAtDilemma : Visitor {
  VisitorAtDilemma() {
    tap("Tik om te antwoorden");
    tap("Sla over");
    tap("Sla over");
  }
};

}  // namespace

TEST_CASE("a passer-by enters at the question that is on screen") {
  Visitor visitor;
  visitor.wait(visitor.timings().slide * 2 + 1ms);
  REQUIRE(visitor.reads("heading Wegen van belangen"));
  visitor.tap("Tik om te antwoorden");
  CHECK(visitor.screen() == "dilemma");
  CHECK(visitor.reads("progress Vraag 1 van 6"));
}

TEST_CASE("a visitor sees that an answer is kept only when the disk has said so") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  visitor.tap(theme);
  visitor.tap("Verder");
  REQUIRE(visitor.saves().size() == 1);
  CHECK_FALSE(visitor.reads("Bewaard"));
  CHECK(visitor.reads("Vraag 1 van 6"));
  visitor.disk_saves();
  CHECK(visitor.reads("status Bewaard"));
  CHECK(visitor.reads("Vraag 2 van 6"));
}

TEST_CASE("a slow disk is told, and a failing one puts the kiosk out of order") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  visitor.tap(theme);
  visitor.tap("Verder");
  visitor.wait(visitor.timings().busy);
  CHECK(visitor.reads("Even bewaren"));
  visitor.happens(visit::StoreFailed{"the disk is full"});
  CHECK(visitor.screen() == "out_of_order");
  CHECK(visitor.reads("niet bewaard"));
  visitor.wait(visitor.timings().store_check);
  CHECK(std::holds_alternative<visit::CheckStore>(visitor.asked().back()));
  visitor.happens(visit::StoreWorks{});
  CHECK(visitor.screen() == "attract");
}

TEST_CASE("a fourth theme is explained, not taken and not ignored") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  for (const survey::Option& option : visitor.survey().questions[0].options) {
    visitor.tap(ui::plain(option.label.in("nl", "nl")));
  }
  CHECK(visitor.reads("hoogstens 3"));
  visitor.tap("Verder");
  REQUIRE(visitor.saves().size() == 1);
  CHECK(visitor.saves()[0].answer.options == 0b111);
}

TEST_CASE("a visitor who confirms nothing is told what to do") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  visitor.tap("Verder");
  CHECK(visitor.reads("status Kies eerst iets"));
  CHECK(visitor.saves().empty());
}

TEST_CASE("a tapped side may be changed for a moment, then it is saved") {
  VisitorAtDilemma visitor;
  const auto& options = visitor.survey().questions[2].options;
  visitor.happens(visit::Chose{2, 0});
  visitor.wait(visitor.timings().choice - 1ms);
  CHECK(visitor.saves().empty());
  visitor.happens(visit::Chose{2, 1});
  visitor.wait(visitor.timings().choice);
  REQUIRE(visitor.saves().size() == 1);
  CHECK(visitor.saves()[0].answer.options == 0b10);
  CHECK(options.size() == 2);
}

TEST_CASE("not knowing is an answer, skipping is none") {
  VisitorAtDilemma visitor;
  visitor.tap("Weet ik niet");
  REQUIRE(visitor.saves().size() == 1);
  CHECK(visitor.saves()[0].answer.dont_know);
  visitor.disk_saves();
  visitor.tap("Volgende vraag");
  visitor.tap("Sla over");
  CHECK(visitor.saves().size() == 1);
  visitor.tap("Stoppen");
  visitor.tap("Klaar");
  const auto* skips = std::get_if<visit::CountSkips>(&visitor.asked().back());
  REQUIRE(skips != nullptr);
  CHECK(skips->questions == std::vector<std::uint16_t>{0, 1, 3});
}

TEST_CASE("an answer that was thanked for is not lost to a late tap on skip") {
  VisitorAtDilemma visitor;
  visitor.tap("Weet ik niet");
  visitor.disk_saves();
  visitor.tap("Terug");
  CHECK_FALSE(
      visitor.tap("Sla over"));  // there is no such button now; a tap from before it went may still come
  visitor.happens(visit::Skipped{2});
  CHECK(visitor.reads("Vraag 3 van 6"));
  visitor.tap("Stoppen");
  CHECK(visitor.screen() == "thanks");
}

TEST_CASE("sides stand in the order that was drawn, and the answer says in which") {
  Visitor visitor;
  visitor.draw(1);
  visitor.wait(visitor.timings().slide * 2 + 1ms);
  visitor.tap("Tik om te antwoorden");
  const auto& options = visitor.survey().questions[2].options;
  const std::string words = ui::transcript(visitor.frame());
  CHECK(words.find(ui::plain(options[1].label.in("nl", "nl"))) <
        words.find(ui::plain(options[0].label.in("nl", "nl"))));
  visitor.tap(ui::plain(options[1].label.in("nl", "nl")));
  visitor.wait(visitor.timings().choice);
  REQUIRE(visitor.saves().size() == 1);
  CHECK(visitor.saves()[0].answer.options == 0b10);
  CHECK(survey::order_from(visitor.saves()[0].answer.order, 2) == survey::Order{1, 0});
}

TEST_CASE("going back replaces the answer, and going on unchanged keeps it") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  visitor.tap(theme);
  visitor.tap("Verder");
  visitor.disk_saves();
  visitor.tap("Terug");
  CHECK(visitor.reads("checkbox " + theme + " (selected)"));
  visitor.tap("Verder");
  CHECK(visitor.saves().size() == 1);
  visitor.tap("Terug");
  visitor.tap(other_theme);
  visitor.tap("Verder");
  REQUIRE(visitor.saves().size() == 2);
  CHECK(visitor.saves()[1].replaces.has_value());
}

TEST_CASE("deselecting everything takes the answer back") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  visitor.tap(theme);
  visitor.tap("Verder");
  visitor.disk_saves();
  visitor.tap("Terug");
  visitor.tap(theme);
  visitor.tap("Verder");
  CHECK(std::holds_alternative<visit::Withdraw>(visitor.asked().back()));
}

TEST_CASE("own words are written on the kiosk's own keyboard and sent with the themes") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  visitor.tap(theme);
  visitor.tap("In uw eigen woorden");
  CHECK(visitor.tap("K"));  // a sentence starts with a capital
  visitor.write("orte lijn");
  visitor.tap("Wis alles");
  visitor.tap("Herstel tekst");
  visitor.tap("Versturen");
  REQUIRE(visitor.saves().size() == 1);
  CHECK(visitor.saves()[0].answer.words == "Korte lijn");
  CHECK(visitor.saves()[0].answer.options != 0);
}

TEST_CASE("a full text still leaves every way out") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  visitor.tap("In uw eigen woorden");
  visitor.happens(visit::Typed{0, std::string(280, 'm')});
  visitor.tap("m");
  CHECK(visitor.reads("Uw tekst is vol"));
  for (const char* way_out : {"Terug", "Wis alles", "Versturen", "Stoppen"}) {
    const ui::Frame seen = visitor.frame();
    CHECK(ui::find(seen, way_out) != nullptr);
  }
  visitor.tap("Versturen");
  CHECK(visitor.saves().at(0).answer.words.size() == 280);
}

TEST_CASE("a visitor who walks away is asked, and then nothing of the visit is left") {
  Visitor visitor;
  visitor.tap("Tik om te antwoorden");
  visitor.tap("In uw eigen woorden");
  visitor.tap("G");
  visitor.wait(visitor.timings().idle_writing);
  CHECK(visitor.screen() == "still_there");
  CHECK_FALSE(visitor.reads("textbox"));
  visitor.tap("Ja, ik ben er nog");
  CHECK(visitor.screen() == "words");
  visitor.wait(visitor.timings().idle_writing + visitor.timings().still_there);
  CHECK(visitor.screen() == "attract");
  CHECK(visitor.saves().empty());
}

TEST_CASE("the ring of the countdown is full at first and empties with the station's own seconds") {
  Visitor visitor;
  const auto left = [&visitor] {
    double part = -1;
    const ui::Frame seen = visitor.frame();
    for (const ui::Box& box : seen.boxes) part = box.ring ? box.ring->left : part;
    return part;
  };
  visitor.set_still_there(20s);
  visitor.tap("Tik om te antwoorden");
  visitor.wait(visitor.timings().idle);
  CHECK(left() == Approx(1.0));
  visitor.wait(10s);
  CHECK(left() == Approx(0.5));
}

TEST_CASE("thanks close by themselves, and the next visitor starts clean") {
  VisitorAtDilemma visitor;
  visitor.tap("Weet ik niet");
  visitor.disk_saves();
  visitor.tap("Stoppen");
  CHECK(visitor.screen() == "thanks");
  CHECK(visitor.reads("over 6 seconden"));
  visitor.wait(visitor.timings().thanks - 1s);
  CHECK(visitor.reads("over 1 seconde"));
  visitor.wait(1s);
  CHECK(visitor.screen() == "attract");
  visitor.tap("Tik om te antwoorden");
  CHECK_FALSE(visitor.reads("(selected)"));
}

TEST_CASE("an event meant for one question never answers another") {
  VisitorAtDilemma visitor;
  const std::string before = ui::transcript(visitor.frame());
  for (const visit::Event& late : std::vector<visit::Event>{
           visit::Toggled{0, 1}, visit::Chose{3, 0}, visit::Skipped{1}, visit::DidNotKnow{4},
           visit::Confirmed{0}, visit::Typed{0, "x"}, visit::WentBack{1}}) {
    visitor.happens(late);
    CHECK(ui::transcript(visitor.frame()) == before);
  }
}

TEST_CASE("every screen fits and every target is 20 mm, upright and lying") {
  for (const ui::Size size : {ui::Size{1080, 1920}, ui::Size{1920, 1080}}) {
    Visitor visitor{ui::panel_of(size, 24)};
    visitor.tap("Tik om te antwoorden");
    for (int question = 0; question < 6; ++question) {
      const ui::Frame frame = visitor.frame();
      INFO(frame.screen << " at " << size.w << "x" << size.h);
      CHECK(frame.misfits.empty());
      for (const ui::Box& box : frame.boxes) {
        INFO(box.label);
        CHECK(contains(ui::Rect{0, 0, size.w, size.h}, box.area));
        if (!box.on_tap) continue;
        CHECK(box.area.w * frame.mm_per_px >= 20.0);
        CHECK(box.area.h * frame.mm_per_px >= 20.0);
      }
      visitor.tap("Sla over");
    }
    CHECK(visitor.screen() == "attract");
  }
}

TEST_CASE("the attract screen reads as a visitor hears it") {
  Visitor visitor;
  CHECK(ui::transcript(visitor.frame()) ==
        "text Anders werken\n"
        "progress Vraag 1 van 6\n"
        "text Behouden\n"
        "heading Wat vind je goed in hoe we samenwerken met onze partners (en wil je behouden)?\n"
        "text Uw antwoord is anoniem en kost een minuut.\n"
        "button Tik om te antwoorden\n"
        "button Nederlands\n"
        "button Tekst\n"
        "button Contrast\n"
        "button Lager\n");
}
