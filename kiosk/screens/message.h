#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/parts.h"

/// What a screen says that asks for nothing, or for little.
namespace kiosk::screens {

/// Words in the middle.
ui::Node centred(ui::Role role, std::string words, ui::Style style, bool bold, ui::Ink ink);

/// A sign above a title above a few lines, in the middle of the room there is.
ui::Node message(ui::Node sign, std::string title, std::vector<std::string> lines, double sign_gap);

/// How much of the seconds is left, to the eye and in figures.
ui::Node countdown(const Page& page, int seconds_left, double part_left);

}  // namespace kiosk::screens
