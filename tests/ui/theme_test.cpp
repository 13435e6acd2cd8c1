#include <algorithm>
#include <catch2/catch.hpp>

#include "kiosk/ui/theme.h"

namespace kiosk::theme_test {

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

TEST_CASE("running text can be made twice as large (WCAG 2.2, 1.4.4), and a class of size is never smaller") {
  CHECK(size_of(Style::body, visit::TextSize::largest).cap_mm == 2 * size_of(Style::body).cap_mm);
  for (std::size_t i = 0; i < static_cast<std::size_t>(Style::count); ++i) {
    const Style style{static_cast<std::uint8_t>(i)};
    const StyleSize normal = size_of(style, visit::TextSize::normal);
    const StyleSize large = size_of(style, visit::TextSize::large);
    const StyleSize largest = size_of(style, visit::TextSize::largest);
    INFO("style " << i);
    CHECK(normal.cap_mm <= large.cap_mm);
    CHECK(large.cap_mm <= largest.cap_mm);
    CHECK(normal.floor_mm >= 5.0);  // ADA 707.7.2 asks 4.8
    CHECK(large.floor_mm >= 7.3);   // EN 301 549 5.1.4: 0.7 degrees at 600 mm
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

}  // namespace kiosk::theme_test
