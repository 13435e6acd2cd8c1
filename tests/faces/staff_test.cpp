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
  Kiosk kiosk;
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
