#include <algorithm>
#include <catch2/catch.hpp>

#include "kiosk/ui/theme.h"

using namespace kiosk;
using namespace kiosk::ui;

TEST_CASE("text on its ground is at least 7 to 1, and what shows where something is at least 3 to 1") {
  for (const auto look : {visit::Contrast::normal, visit::Contrast::dark, visit::Contrast::yellow}) {
    const Theme& theme = default_themes().of(look);
    for (const auto& [what, ground, least] : pairs_of(look)) {
      INFO("look " << static_cast<int>(look) << ": " << name_of(what) << " on " << name_of(ground));
      CHECK(contrast(theme[what], theme[ground]) >= least);
    }
  }
}

TEST_CASE("the focus ring is seen on every ground: one of its two lines is, and they differ") {
  const Theme& theme = default_themes().of(visit::Contrast::normal);
  CHECK(contrast(theme[Ink::focus], theme[Ink::focus_line]) >= 3.0);
  for (std::size_t i = static_cast<std::size_t>(Ink::none) + 1; i < static_cast<std::size_t>(Ink::pressed);
       ++i) {
    const Colour& ground = theme.colours[i];
    INFO(i);
    CHECK(std::max(contrast(theme[Ink::focus], ground), contrast(theme[Ink::focus_line], ground)) >= 3.0);
  }
}
