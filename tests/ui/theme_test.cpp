#include <algorithm>
#include <catch2/catch.hpp>

#include "kiosk/ui/theme.h"

using namespace kiosk::ui;

TEST_CASE("text on its ground is at least 7 to 1") {
  const Theme& theme = default_theme();
  const std::pair<Ink, Ink> pairs[] = {
      {Ink::ink, Ink::paper},
      {Ink::ink, Ink::surface},
      {Ink::on_ink, Ink::ink},
      {Ink::muted, Ink::paper},
      {Ink::keep, Ink::keep_soft},
      {Ink::improve, Ink::improve_soft},
      {Ink::dilemma, Ink::dilemma_soft},
      {Ink::open, Ink::open_soft},
      {Ink::ink, Ink::side_a_soft},
      {Ink::ink, Ink::side_b_soft},
      {Ink::on_ink, Ink::side_a},
      {Ink::on_ink, Ink::side_b},
      {Ink::ink, Ink::key_special},
      {Ink::ink, Ink::keep_soft},
  };
  for (const auto& [text, ground] : pairs) {
    INFO(static_cast<int>(text) << " on " << static_cast<int>(ground));
    CHECK(contrast(theme[text], theme[ground]) >= 7.0);
  }
}

TEST_CASE("the focus ring is seen on every ground: one of its two lines is, and they differ") {
  const Theme& theme = default_theme();
  CHECK(contrast(theme[Ink::focus], theme[Ink::focus_line]) >= 3.0);
  for (std::size_t i = static_cast<std::size_t>(Ink::none) + 1; i < static_cast<std::size_t>(Ink::pressed);
       ++i) {
    const Colour& ground = theme.colours[i];
    INFO(i);
    CHECK(std::max(contrast(theme[Ink::focus], ground), contrast(theme[Ink::focus_line], ground)) >= 3.0);
  }
}
