#pragma once

#include <functional>

#include "kiosk/screens/guest.h"
#include "kiosk/screens/utility_bar.h"

/// What the question screens share.
namespace kiosk::screens {

/// Back, the way on without an answer, and the way on with one.
ui::Node back_button(const Page& page, std::size_t question);
ui::Node skip_button(const Page& page, std::size_t question);
ui::Node next_button(const Page& page, std::size_t question, bool busy);

/// The foot of a question that one tap answers: back, "don't know", and on without an answer or with the one
/// that is held.
ui::Node nav_of_one_tap(const Page& page, const visit::Asking& asking, bool busy);

/// The options of the question on screen in the order of this visitor, laid out as `pages` says, with the way
/// to those that are on other pages. `make` gives the node of one: where it stands, which it is, is it
/// chosen.
using MakeOption = std::function<ui::Node(std::size_t place, std::size_t option, bool chosen)>;
ui::Node options_on_pages(const Page& page, const visit::Asking& asking, ui::Pages pages,
                          const MakeOption& make);

/// How far up the cards of a question may go, where that is not as far as there is room.
std::optional<double> reach(const Page& page, const survey::Question& question);

/// The turn of the question on screen.
const visit::Turn& turn_on_screen(const visit::Visit& visit);
const survey::Question& question_on_screen(const Page& page, const visit::Visit& visit);

/// A card to tap: a sign at the start, words after it.
struct CardLook {
  bool chosen = false;
  ui::Ink strong = ui::Ink::ink;  ///< of a chosen one
  ui::Ink soft = ui::Ink::surface;
  bool dashed = false;
};
ui::Node card(const Page& page, ui::Node sign, std::string label, visit::Event on_tap, const CardLook& look);

/// The square that shows whether a card is chosen, where several can be.
ui::Node tick_box(bool ticked, ui::Ink strong);

/// The ring that shows it where one of several can be, as on any form.
ui::Node choice_ring(bool chosen, ui::Ink strong);

/// An icon in the place of that square: words after it begin where those of other cards do.
ui::Node card_icon(ui::Icon icon, double size_mm);

/// A dashed card that opens the keyboard; filled when something was written.
ui::Node words_card(const Page& page, std::string label, std::size_t question, bool written);

/// The card that leads to the next page of options.
ui::Node more_card(const Page& page, std::size_t question);

/// How high a row of cards is where there is room, and the least that a finger needs.
ui::Extent card_row(const Page& page);

/// Header, question, `answers` and `nav` below each other, with the utility bar. Answers and what is below
/// them keep to `reach` of the height where that is given.
ui::Node question_screen(const Page& page, const visit::Asking& asking, std::vector<ui::Node> answers,
                         ui::Node nav, std::optional<double> reach = {});

}  // namespace kiosk::screens
