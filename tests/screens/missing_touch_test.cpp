#include <catch2/catch.hpp>

#include "tests/support/visitor.h"

// A touch panel that comes off its plug, or whose controller dies.

using namespace kiosk;
using namespace std::chrono_literals;
using given::Visitor;

namespace {

const std::string says_so = "Dit scherm reageert nu niet op aanraken.";

struct PersonAtPanel : Visitor {
  void panel_is(bool there) { happens(visit::TouchTold{.gone = !there}); }
};

}  // namespace

TEST_CASE("a passer-by reads that the screen feels nothing, and not that answers cannot be kept") {
  PersonAtPanel passer;
  passer.panel_is(false);
  CHECK(passer.screen() == "out_of_order");
  CHECK(passer.reads("Even buiten gebruik"));
  CHECK(passer.reads(says_so));
  CHECK_FALSE(passer.reads("geen antwoorden bewaren"));
  passer.panel_is(true);
  CHECK(passer.screen() == "attract");
}

TEST_CASE("a store that works does not bring back a panel that is gone") {
  PersonAtPanel passer;
  passer.panel_is(false);
  passer.happens(visit::StoreWorks{});
  CHECK(passer.reads(says_so));
}

TEST_CASE("whoever is amid a visit goes on by keys, and the next one finds it out of order") {
  PersonAtPanel visitor;
  visitor.tap("Tik om te antwoorden");
  visitor.happens(visit::SizeChosen{visit::TextSize::largest});
  visitor.panel_is(false);
  CHECK(visitor.screen() == "themes");
  visitor.happens(visit::Stopped{});
  CHECK(visitor.screen() == "out_of_order");
  CHECK(visitor.state().comfort == visit::Comfort{});  // nothing of one visitor is left for the next
}

TEST_CASE("a panel that is back does not mend a store that failed meanwhile") {
  PersonAtPanel passer;
  passer.panel_is(false);
  passer.happens(visit::StoreFailed{"the disk is full"});
  passer.panel_is(true);
  CHECK(passer.screen() == "out_of_order");
  CHECK(passer.reads("geen antwoorden bewaren"));
  passer.happens(visit::StoreWorks{});
  CHECK(passer.screen() == "attract");
}

TEST_CASE("a station that staff took out of use stays so when its panel is back") {
  PersonAtPanel passer;
  passer.happens(visit::StaffEvent{visit::StaffCalled{}});
  passer.happens(visit::StaffEvent{visit::PinJudged{.says = visit::PinJudged::Says::right}});
  passer.happens(visit::StaffEvent{visit::ServiceChanged{.out_of_order = true}});
  passer.panel_is(false);
  passer.happens(visit::StaffEvent{visit::StaffLeft{}});
  passer.panel_is(true);
  CHECK(passer.screen() == "out_of_order");
  CHECK_FALSE(passer.reads(says_so));
}

TEST_CASE("staff come in by the keypad, and find it as before when they leave") {
  PersonAtPanel staff;
  staff.panel_is(false);
  staff.happens(visit::StaffEvent{visit::StaffCalled{}});
  CHECK(staff.screen() == "staff");
  staff.happens(visit::StaffEvent{visit::StaffLeft{}});
  CHECK(staff.reads(says_so));
  staff.happens(visit::StaffEvent{visit::StaffCalled{}});
  staff.panel_is(true);
  staff.happens(visit::StaffEvent{visit::StaffLeft{}});
  CHECK(staff.screen() == "attract");
}

TEST_CASE(
    "a station whose panel is gone at night is out of order in the morning, and closed when it is back") {
  const visit::Hours until_tomorrow{.closed_until = visit::Reopening{visit::Reopening::On::tomorrow, 480}};
  PersonAtPanel passer;
  passer.happens(visit::HoursTold{until_tomorrow});
  passer.panel_is(false);
  CHECK(passer.screen() == "closed");
  passer.happens(visit::HoursTold{});
  CHECK(passer.reads(says_so));
  passer.happens(visit::HoursTold{until_tomorrow});
  passer.panel_is(true);
  CHECK(passer.screen() == "closed");
}

TEST_CASE("a panel that comes and goes lights no dark glass") {
  PersonAtPanel passer;
  passer.happens(visit::HoursTold{visit::Hours{.dark = true}});
  passer.wait(60s);
  REQUIRE(passer.screen() == "dark");
  passer.panel_is(false);
  passer.panel_is(true);
  CHECK(passer.screen() == "dark");
}
