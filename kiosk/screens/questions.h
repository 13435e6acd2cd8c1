#pragma once

#include "kiosk/screens/guest.h"

/// What the question screens share.
namespace kiosk::screens {

/// Back, the way on without an answer, and the way on with one.
ui::Node back_button(const Page& page, std::size_t question);
ui::Node skip_button(const Page& page, std::size_t question);
ui::Node next_button(const Page& page, std::size_t question, bool busy);

/// The turn of the question on screen.
const visit::Turn& turn_on_screen(const visit::Asking& asking);
const survey::Question& question_on_screen(const Page& page, const visit::Asking& asking);

/// Header, question, `answers` and `nav` below each other, with the utility bar.
ui::Node question_screen(const Page& page, const visit::Asking& asking, std::vector<ui::Node> answers,
                         ui::Node nav);

}  // namespace kiosk::screens
