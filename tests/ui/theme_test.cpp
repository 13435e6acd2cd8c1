#include <algorithm>
#include <catch2/catch.hpp>

#include "kiosk/ui/theme.h"

using namespace kiosk;
using namespace kiosk::ui;

namespace {

struct Pair {
  Ink what;
  Ink ground;
};

}  // namespace

TEST_CASE("text on its ground is at least 7 to 1, in every look") {
  const Pair pairs[] = {
      {Ink::ink, Ink::paper},
      {Ink::ink, Ink::surface},
      {Ink::on_ink, Ink::ink},
      {Ink::muted, Ink::paper},
      {Ink::keep, Ink::keep_soft},
      {Ink::improve, Ink::improve_soft},
      {Ink::dilemma, Ink::dilemma_soft},
      {Ink::open, Ink::open_soft},
      {Ink::on_soft, Ink::keep_soft},
      {Ink::on_soft, Ink::improve_soft},
      {Ink::on_soft, Ink::dilemma_soft},
      {Ink::on_soft, Ink::open_soft},
      {Ink::ink, Ink::side_a_soft},
      {Ink::ink, Ink::side_b_soft},
      {Ink::on_soft, Ink::side_a_chosen},
      {Ink::on_soft, Ink::side_b_chosen},
      {Ink::on_side, Ink::side_a},
      {Ink::on_side, Ink::side_b},
      {Ink::on_strong, Ink::keep},
      {Ink::on_strong, Ink::improve},
      {Ink::on_strong, Ink::dilemma},
      {Ink::on_strong, Ink::open},
      {Ink::ink, Ink::key_special},
  };
  for (const auto look : {visit::Contrast::normal, visit::Contrast::dark, visit::Contrast::yellow}) {
    const Theme& theme = default_themes().of(look);
    for (const auto& [text, ground] : pairs) {
      INFO("look " << static_cast<int>(look) << ": " << static_cast<int>(text) << " on "
                   << static_cast<int>(ground) << ": " << contrast(theme[text], theme[ground]));
      CHECK(contrast(theme[text], theme[ground]) >= 7.0);
    }
  }
}

TEST_CASE("what shows where something is, and whether it is chosen, is at least 3 to 1, in every look") {
  const Pair pairs[] = {
      {Ink::border, Ink::paper}, {Ink::border, Ink::surface}, {Ink::keep, Ink::paper},
      {Ink::side_a, Ink::paper}, {Ink::side_b, Ink::paper},   {Ink::caret, Ink::surface},
  };
  for (const auto look : {visit::Contrast::normal, visit::Contrast::dark}) {
    const Theme& theme = default_themes().of(look);
    for (const auto& [mark, ground] : pairs) {
      INFO("look " << static_cast<int>(look) << ": " << static_cast<int>(mark) << " on "
                   << static_cast<int>(ground) << ": " << contrast(theme[mark], theme[ground]));
      CHECK(contrast(theme[mark], theme[ground]) >= 3.0);
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
