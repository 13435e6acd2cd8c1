#include <algorithm>
#include <catch2/catch.hpp>

#include "kiosk/ui/damage.h"
#include "tests/faces/picture.h"

using namespace kiosk;
using namespace kiosk::faces;

TEST_CASE("a dark glass gives no light, in every look and whatever was on it before") {
  Kiosk kiosk;
  for (const ui::Panel& panel : {upright(), lying()}) {
    for (const visit::Contrast contrast : all_looks) {
      const auto frame = [&](const char* name) {
        const app::Example seen = example(kiosk, {.contrast = contrast}, name);
        return app::Session{kiosk.setup(), seen.state}.frame(panel, kiosk.fonts());
      };
      for (const char* before : {"closed", "attract-behouden"}) {
        Drawing glass{kiosk, panel.size};
        glass.draw(frame(before), {{0, 0, panel.size.w, panel.size.h}});
        glass.draw(frame("dark"), ui::damage_between(frame(before), frame("dark")));
        const Picture seen = glass.picture();
        CHECK(std::all_of(seen.rgb.begin(), seen.rgb.end(), [](std::uint8_t light) { return light == 0; }));
      }
    }
  }
}
