#pragma once

#include <vector>

#include "kiosk/screens/parts.h"

/// What a question looks like that nobody is answering yet: in the attract cycle, and in a guided hour.
namespace kiosk::screens {

/// How much room an upright panel leaves where it has it, in mm.
struct SlideRoom {
  double above_mm = 0;  ///< between the header and the words; less of it above a picture
  double below_mm = 0;  ///< under the foot
};

/// The words of a question or info and its picture, with `end` in the header; `foot` is under them, or beside
/// them on a lying panel.
ui::Node slide_screen(const Page& page, const survey::Question& slide, ui::Node end,
                      std::vector<ui::Node> foot, const SlideRoom& room);

/// The large button that begins a visit at `question`.
ui::Node start_button(const Page& page, const survey::Question& slide, std::size_t question);

}  // namespace kiosk::screens
