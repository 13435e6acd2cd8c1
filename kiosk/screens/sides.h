#pragma once

#include <array>

#include "kiosk/screens/parts.h"

namespace kiosk::screens {

/// How the two places of a dilemma look. They belong to the place, not to the statement: which statement
/// stands where is drawn for each visitor, so neither colour nor letter can favour one.
struct Side {
  const char* letter;
  ui::Ink strong;
  ui::Ink soft;
  ui::Ink chosen;
};
inline constexpr std::array<Side, 2> sides{
    {{"A", ui::Ink::side_a, ui::Ink::side_a_soft, ui::Ink::side_a_chosen},
     {"B", ui::Ink::side_b, ui::Ink::side_b_soft, ui::Ink::side_b_chosen}}};

}  // namespace kiosk::screens
