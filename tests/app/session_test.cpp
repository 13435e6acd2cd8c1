#include "kiosk/app/session.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/fixed_letters.h"

namespace kiosk::session_test {

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

const ui::Panel upright = ui::panel_of({1080, 1920}, 24);
const ui::Panel lying = ui::panel_of({1920, 1080}, 24);

app::Setup shipped() {
  const auto setup = app::load({});
  REQUIRE(setup);
  return *setup;
}

}  // namespace

TEST_CASE("a session shows what a visit comes to, event by event, and passes on what the world must do") {
  const app::Setup setup = shipped();
  given::FixedLetters letters;
  app::Session session{setup, visit::Attract{}};
  const auto screen = [&] { return session.frame(upright, letters).screen; };

  CHECK(screen() == "attract");
  CHECK(session.handle(visit::Began{0}, {1s, 0}).empty());
  CHECK(screen() == "themes");
  CHECK(session.handle(visit::Toggled{0, 2}, {2s, 0}).empty());
  const std::vector<visit::Effect> asked = session.handle(visit::Confirmed{0}, {3s, 0});
  REQUIRE(asked.size() == 1);
  const auto* save = std::get_if<visit::Save>(&asked[0]);
  REQUIRE(save != nullptr);
  CHECK(save->answer.options == 0b100);
  CHECK(session.handle(visit::StoreFailed{"broken"}, {4s, 0}).empty());
  CHECK(screen() == "out_of_order");
}

TEST_CASE("a session keeps the times of its own station") {
  app::Setup setup = shipped();
  setup.station.timings.idle = 31s;
  app::Session session{setup, visit::Attract{}};
  session.handle(visit::Began{0}, {1s, 0});
  CHECK(session.due() == Time{32s});
  session.handle(visit::Ticked{}, {32s, 0});
  given::FixedLetters letters;
  CHECK(session.frame(upright, letters).screen == "still_there");
}

TEST_CASE("a session fills the panel that it is shown on, whichever way that is up") {
  const app::Setup setup = shipped();
  given::FixedLetters letters;
  app::Session session{setup, visit::Attract{}};
  const auto& questions = setup.survey.questions;
  const auto dilemma = std::find_if(questions.begin(), questions.end(), [](const survey::Question& each) {
    return each.kind == survey::Kind::dilemma;
  });
  session.handle(visit::Began{static_cast<std::size_t>(dilemma - questions.begin())}, {1s, 0});
  for (const ui::Panel& panel : {upright, lying}) {
    const ui::Frame frame = session.frame(panel, letters);
    CHECK(frame.size == panel.size);
    CHECK(frame.boxes.front().area == ui::Rect{0, 0, panel.size.w, panel.size.h});
    std::vector<ui::Rect> sides;
    for (const ui::Box& box : frame.boxes) {
      if (box.role == ui::Role::radio) sides.push_back(box.area);
    }
    REQUIRE(sides.size() == 2);
    CHECK((sides[0].x == sides[1].x) == panel.portrait());
    CHECK((sides[0].y == sides[1].y) == !panel.portrait());
  }
}

}  // namespace kiosk::session_test
