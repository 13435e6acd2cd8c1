#include <catch2/catch.hpp>

#include "tests/support/visitor.h"

// Opening hours and quiet hours, as the clock on the wall tells them: what a passer-by, a visitor and staff
// find.

using namespace kiosk;
using namespace std::chrono_literals;
using given::Visitor;
using On = visit::Reopening::On;

namespace {

constexpr visit::Reopening monday_morning{On::monday, 8 * 60 + 30};

const visit::Hours open_and_lit{};
const visit::Hours open_and_quiet{.dark = true};
const visit::Hours closed{.closed_until = monday_morning};
const visit::Hours closed_and_dark{.closed_until = monday_morning, .dark = true};

struct Passer : Visitor {
  explicit Passer(const visit::Hours& hours) { clock_says(hours); }
  void clock_says(const visit::Hours& hours) { happens(visit::HoursTold{hours}); }
};

/// Someone who chose a theme and has not confirmed it.
struct VisitorAmidVisit : Passer {
  VisitorAmidVisit() : Passer{open_and_lit} {
    tap("Tik om te antwoorden");
    tap("Samen opleiden");
  }
};

}  // namespace

// ---- Opening hours ----

TEST_CASE("outside opening hours a passer-by reads that it is closed, and when it opens") {
  Passer passer{closed};
  CHECK(passer.screen() == "closed");
  CHECK(passer.reads("heading Gesloten"));
  CHECK(passer.reads("We zijn er weer maandag om 08:30 uur."));
}

TEST_CASE("a station opens again in the words that people have for it") {
  struct Case {
    visit::Reopening opens;
    const char* words;
  };
  for (const auto& [opens, words] :
       {Case{{On::today, 13 * 60 + 30}, "vandaag om 13:30 uur"},
        Case{{On::tomorrow, 0}, "morgen om 00:00 uur"}, Case{{On::tuesday, 9 * 60 + 5}, "dinsdag om 09:05"},
        Case{{On::wednesday, 600}, "woensdag om 10:00"}, Case{{On::thursday, 600}, "donderdag om 10:00"},
        Case{{On::friday, 600}, "vrijdag om 10:00"}, Case{{On::saturday, 600}, "zaterdag om 10:00"},
        Case{{On::sunday, 600}, "zondag om 10:00"}}) {
    Passer passer{visit::Hours{.closed_until = opens}};
    INFO(words);
    CHECK(passer.reads(words));
  }
}

TEST_CASE("the words follow the clock: at midnight tomorrow becomes today") {
  Passer passer{visit::Hours{.closed_until = visit::Reopening{On::tomorrow, 510}}};
  passer.clock_says({.closed_until = visit::Reopening{On::today, 510}});
  CHECK(passer.reads("We zijn er weer vandaag om 08:30 uur."));
}

TEST_CASE("nobody can answer a closed station, and touching it changes nothing") {
  Passer passer{closed};
  CHECK_FALSE(passer.touch_glass());
  passer.happens(visit::Began{0});  // a tap from before it closed may still come
  passer.happens(visit::Toggled{0, 0});
  passer.happens(visit::Confirmed{0});
  passer.happens(visit::SizeChosen{visit::TextSize::largest});
  passer.happens(visit::LanguagesOpened{});
  CHECK(passer.screen() == "closed");
  CHECK(passer.state().comfort == visit::Comfort{});
  CHECK(passer.asked().empty());
}

TEST_CASE("a closed station waits for the clock alone") {
  Passer passer{closed};
  passer.touch_glass();
  CHECK_FALSE(passer.due_in());
  passer.wait(12h);
  CHECK(passer.screen() == "closed");
}

TEST_CASE("when it opens the questions go round again, and when it closes they go") {
  Passer passer{closed};
  passer.clock_says(open_and_lit);
  CHECK(passer.screen() == "attract");
  CHECK(passer.due_in() == passer.timings().slide);
  passer.clock_says(closed);
  CHECK(passer.screen() == "closed");
}

TEST_CASE("a clock that is put back opens a station that had closed, and closes one that had opened") {
  Passer passer{open_and_lit};
  for (int i = 0; i < 3; ++i) {
    passer.clock_says(closed_and_dark);
    CHECK(passer.screen() == "dark");
    passer.clock_says(open_and_lit);
    CHECK(passer.screen() == "attract");
  }
  CHECK(passer.tap("Tik om te antwoorden"));
}

TEST_CASE("the language that somebody left is the default again on a closed screen, and after it") {
  Passer passer{open_and_lit};
  passer.tap("Nederlands");
  passer.tap("English");
  passer.tap("English");
  REQUIRE(passer.screen() == "languages");
  passer.clock_says(closed);
  CHECK(passer.reads("Gesloten"));
  passer.clock_says(open_and_lit);
  CHECK(passer.reads("Tik om te antwoorden"));
}

// ---- A visit at closing time ----

TEST_CASE("a visit at closing time is not cut off: it ends as always, and then the station is closed") {
  VisitorAmidVisit visitor;
  visitor.clock_says(closed_and_dark);
  CHECK(visitor.screen() == "themes");
  CHECK(visitor.reads("checkbox Samen opleiden (selected)"));
  visitor.tap("Verder");
  REQUIRE(visitor.saves().size() == 1);
  visitor.disk_saves();
  CHECK(visitor.reads("Vraag 2 van 6"));
  visitor.tap("Stoppen");
  CHECK(visitor.screen() == "thanks");
  SECTION("by a tap") { visitor.tap("Klaar"); }
  SECTION("by itself") { visitor.wait(visitor.timings().thanks); }
  CHECK(visitor.screen() == "closed");
}

TEST_CASE("a visitor who walks away at closing time is asked as always, and then the station is closed") {
  VisitorAmidVisit visitor;
  visitor.clock_says(closed);
  visitor.wait(visitor.timings().idle);
  CHECK(visitor.screen() == "still_there");
  visitor.wait(visitor.timings().still_there);
  CHECK(visitor.screen() == "closed");
  CHECK(visitor.saves().empty());
}

TEST_CASE("nothing of a visit that ended after closing time is on the closed screen") {
  VisitorAmidVisit visitor;
  visitor.tap("Tekst");
  visitor.clock_says(closed);
  visitor.tap("Stoppen");
  CHECK(visitor.screen() == "closed");
  CHECK(visitor.state().comfort == visit::Comfort{});
}

// ---- Dark ----

TEST_CASE("in quiet hours the glass is dark and asks nothing of the processor") {
  Passer passer{open_and_quiet};
  CHECK(passer.screen() == "dark");
  CHECK(ui::transcript(passer.frame()).empty());
  CHECK_FALSE(passer.due_in());
}

TEST_CASE("the first touch on a dark glass wakes it and answers nothing") {
  Passer passer{open_and_quiet};
  CHECK_FALSE(passer.touch_glass());
  CHECK(passer.screen() == "attract");
  CHECK(passer.due_in() == passer.timings().slide);
  CHECK(passer.touch_glass());
  CHECK(passer.screen() == "themes");
}

TEST_CASE("what was meant for the screen before it went dark does nothing, but wakes it") {
  Passer passer{open_and_quiet};
  SECTION("a tap") { passer.happens(visit::Began{0}); }
  SECTION("a key") { passer.happens(visit::UsedKeys{}); }
  SECTION("staff's key") { passer.happens(visit::StaffEvent{visit::StaffCalled{}}); }
  CHECK(passer.screen() == "attract");
  CHECK(passer.state().comfort == visit::Comfort{});
  CHECK(passer.asked().empty());
}

TEST_CASE("a glass that was woken goes dark again when nobody touches it") {
  Passer passer{open_and_quiet};
  passer.touch_glass();
  passer.wait(passer.timings().idle - 1ms);
  CHECK(passer.screen() == "attract");
  passer.wait(1ms);
  CHECK(passer.screen() == "dark");
  CHECK_FALSE(passer.due_in());
}

TEST_CASE("each touch keeps the glass light for as long again") {
  Passer passer{open_and_quiet};
  passer.touch_glass();
  passer.wait(passer.timings().idle - 1s);
  passer.tap("Tekst");
  passer.wait(passer.timings().idle - 1ms);
  CHECK(passer.screen() == "attract");
  passer.wait(1ms);
  CHECK(passer.screen() == "dark");
  CHECK(passer.state().comfort == visit::Comfort{});
}

TEST_CASE("a visit in quiet hours goes as always, and the next visitor finds the glass light for a while") {
  Passer passer{open_and_quiet};
  passer.touch_glass();
  passer.tap("Tik om te antwoorden");
  passer.wait(passer.timings().idle - 1s);
  CHECK(passer.screen() == "themes");
  passer.tap("Stoppen");
  CHECK(passer.screen() == "attract");
  passer.wait(passer.timings().idle);
  CHECK(passer.screen() == "dark");
}

TEST_CASE("who walked away from a visit in quiet hours leaves the glass dark") {
  Passer passer{open_and_quiet};
  passer.touch_glass();
  passer.tap("Tik om te antwoorden");
  passer.wait(passer.timings().idle);
  CHECK(passer.screen() == "still_there");
  passer.wait(passer.timings().still_there);
  CHECK(passer.screen() == "dark");
}

TEST_CASE("who thinks for long about what to write is not left in the dark") {
  Passer passer{open_and_quiet};
  passer.touch_glass();
  passer.tap("Tik om te antwoorden");
  passer.tap("In uw eigen woorden");
  passer.wait(passer.timings().idle_writing - 1s);
  passer.clock_says(closed_and_dark);
  CHECK(passer.screen() == "words");
}

TEST_CASE("what somebody set is gone with the light, however soon that goes") {
  Passer passer{open_and_quiet};
  passer.set_idle(passer.timings().language / 2);
  passer.touch_glass();
  passer.tap("Tekst");
  passer.tap("Nederlands");
  passer.wait(passer.timings().idle);
  CHECK(passer.screen() == "dark");
  passer.touch_glass();
  CHECK(passer.screen() == "attract");
  CHECK(passer.state().comfort == visit::Comfort{});
}

TEST_CASE("when quiet hours begin nobody is left in the dark who was there just now") {
  Passer passer{open_and_lit};
  SECTION("amid a visit") {
    passer.tap("Tik om te antwoorden");
    passer.clock_says(open_and_quiet);
    CHECK(passer.screen() == "themes");
  }
  SECTION("who touched the glass") {
    passer.tap("Tekst");
    passer.clock_says(open_and_quiet);
    CHECK(passer.screen() == "attract");
    passer.wait(passer.timings().idle);
    CHECK(passer.screen() == "dark");
  }
  SECTION("but one whom nobody touched for long is dark at once") {
    passer.tap("Tekst");
    passer.wait(passer.timings().idle);
    passer.clock_says(open_and_quiet);
    CHECK(passer.screen() == "dark");
  }
}

TEST_CASE("when quiet hours end it is light by itself") {
  Passer passer{open_and_quiet};
  passer.wait(8h);
  passer.clock_says(open_and_lit);
  CHECK(passer.screen() == "attract");
}

TEST_CASE("a dark station that is closed wakes to say so, and goes dark again") {
  Passer passer{closed_and_dark};
  CHECK(passer.screen() == "dark");
  CHECK_FALSE(passer.touch_glass());
  CHECK(passer.screen() == "closed");
  CHECK_FALSE(passer.touch_glass());
  CHECK(passer.due_in() == passer.timings().idle);
  passer.wait(passer.timings().idle);
  CHECK(passer.screen() == "dark");
}

TEST_CASE("a station that closes in the dark stays dark, and one that opens in quiet hours too") {
  Passer passer{open_and_quiet};
  passer.clock_says(closed_and_dark);
  CHECK(passer.screen() == "dark");
  passer.clock_says(open_and_quiet);
  CHECK(passer.screen() == "dark");
  passer.touch_glass();
  CHECK(passer.screen() == "attract");
}

// ---- Out of order, and staff ----

TEST_CASE("a store that fails is told on a closed station, and one that works again does not open it") {
  Passer passer{closed};
  passer.happens(visit::StoreFailed{"the disk is full"});
  CHECK(passer.screen() == "out_of_order");
  passer.happens(visit::StoreWorks{});
  CHECK(passer.screen() == "closed");
}

TEST_CASE("a dark station that is out of order goes on looking at its store") {
  Passer passer{open_and_quiet};
  passer.happens(visit::StoreFailed{"the disk is full"});
  CHECK(passer.screen() == "dark");
  passer.wait(passer.timings().store_check);
  REQUIRE(passer.asked().size() == 1);
  CHECK(std::holds_alternative<visit::CheckStore>(passer.asked().back()));
  CHECK(passer.screen() == "dark");
  passer.touch_glass();
  CHECK(passer.screen() == "out_of_order");
}

TEST_CASE("staff come in by the corner of a closed screen, and leave it closed") {
  Passer staff{closed_and_dark};
  staff.touch_glass();
  staff.hold_corner(5s);
  CHECK(staff.screen() == "staff");
  staff.clock_says(closed);
  staff.clock_says(closed_and_dark);
  CHECK(staff.screen() == "staff");
  staff.happens(visit::StaffEvent{visit::StaffLeft{}});
  CHECK(staff.screen() == "closed");
  staff.wait(staff.timings().idle);
  CHECK(staff.screen() == "dark");
}

TEST_CASE("a corner that is held in the dark only wakes the glass") {
  Passer staff{open_and_quiet};
  staff.hold_corner(5s);
  CHECK(staff.screen() == "attract");
}

TEST_CASE("a station that staff took out of use stays so when it opens") {
  Passer staff{closed};
  staff.hold_corner(5s);
  staff.happens(visit::StaffEvent{visit::PinJudged{.says = visit::PinJudged::Says::right}});
  staff.happens(visit::StaffEvent{visit::ServiceChanged{true}});
  staff.happens(visit::StaffEvent{visit::StaffLeft{}});
  CHECK(staff.screen() == "out_of_order");
  staff.clock_says(open_and_lit);
  CHECK(staff.screen() == "out_of_order");
}
