#include <catch2/catch.hpp>

#include "kiosk/app/staff_examples.h"
#include "kiosk/ui/hit.h"
#include "kiosk/ui/transcript.h"
#include "tests/faces/face.h"

using namespace kiosk;
using namespace kiosk::faces;

TEST_CASE(
    "every screen of staff fits, with targets for any finger, in Dutch and English, upright and lying") {
  constexpr double least_mm = 20;
  // With all that can be there: an hour to lead, and new versions to install.
  Kiosk kiosk{[](app::Setup setup) {
    setup.survey = *app::load_survey(KIOSK_SOURCE_DIR "/config/questions/prip.toml");
    setup.upgrades_from = "1.12.3";
    return setup;
  }};
  int seen = 0;
  for (const double inch : {22.0, 24.0, 32.0}) {
    for (const ui::Panel& panel : {upright(inch), lying(inch)}) {
      for (const bool english : {false, true}) {
        for (const app::Example& example : app::every_staff_screen(kiosk.setup(), english)) {
          const ui::Frame frame = app::Session{kiosk.setup(), example.state}.frame(panel, kiosk.fonts());
          INFO(example.name << (english ? " en " : " nl ") << inch << " inch"
                            << (panel.portrait() ? "" : ", lying"));
          for (const ui::Misfit& misfit : frame.misfits) CHECK(misfit.words == "");
          for (const ui::Box* box : targets(frame)) {
            INFO(ui::plain(box->label));
            CHECK_FALSE(box->label.empty());
            CHECK(std::min(box->area.w, box->area.h) * frame.mm_per_px >= least_mm - frame.mm_per_px);
          }
          for (const ui::Box& box : frame.boxes) CHECK(kiosk.has_all_letters(box.label));
          ++seen;
        }
      }
    }
  }
  CHECK(seen > 600);
}

TEST_CASE("whoever writes a question set can read what is wrong with it on any panel, however much that is") {
  Kiosk kiosk;
  app::Setup setup = kiosk.setup();
  setup.tells_faults = true;
  std::string told;
  for (int line = 100; line < 200; ++line) {
    told +=
        "/home/beleid/Documenten/vragensets/2027/bijeenkomst-concept-versie-3.toml:" + std::to_string(line) +
        ":14: error: " + std::string(30, 'w') + "; ";
    for (int word = 0; word < 40; ++word) told += "woorden ";
    told += "\n  text\n  ^\n";
  }
  for (const double inch : {22.0, 24.0, 32.0}) {
    for (const ui::Panel& panel : {upright(inch), lying(inch)}) {
      const visit::State state{.doing = visit::OutOfOrder{.reason = told}};
      const ui::Frame frame = app::Session{setup, state}.frame(panel, kiosk.fonts());
      INFO(inch << " inch" << (panel.portrait() ? "" : ", lying"));
      for (const ui::Misfit& misfit : frame.misfits) CHECK(misfit.words == "");
      CHECK(ui::transcript(frame).find("toml:100:14: error: ") != std::string::npos);
    }
  }
}
