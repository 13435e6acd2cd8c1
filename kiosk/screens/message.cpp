#include "kiosk/screens/message.h"

#include <utility>

namespace kiosk::screens {

using ui::Align;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

Node centred(Role role, std::string words, Style style, bool bold, Ink ink) {
  return ui::text(
      role, {.words = std::move(words), .style = style, .bold = bold, .ink = ink, .align = Align::centre});
}

Node message(Node sign, std::string title, std::vector<std::string> lines, double sign_gap) {
  std::vector<Node> words{centred(Role::heading, std::move(title), Style::display, true, Ink::ink)};
  // Of several lines the first is what must not be overlooked.
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const bool weighty = at == 0 && lines.size() > 1;
    words.push_back(
        centred(Role::text, std::move(lines[at]), Style::body, weighty, weighty ? Ink::ink : Ink::muted));
  }
  Node sign_row = ui::row(0, {ui::space(share()), std::move(sign), ui::space(share())});
  Node words_column = ui::column(6, std::move(words));
  ui::stack_of(words_column).padding = {.start = 22, .top = 0, .end = 22, .bottom = 0};
  Node node = ui::column(sign_gap, {std::move(sign_row), std::move(words_column)});
  node.height = share();
  ui::stack_of(node).along = Align::centre;
  return node;
}

Node countdown(const Page& page, int seconds_left, double part_left) {
  Node ring;
  ring.role = Role::part;
  ring.width = share();
  ring.height = share();
  ring.content = ui::Ring{.left = part_left};
  Node number = ui::text(
      Role::part,
      {.words = page.say(seconds_left),
       .style = page.portrait() ? Style::number : Style::display,  // one size for one digit and for two
       .bold = true});
  Node within = ui::stack(ui::Axis::over, 0, {std::move(number)});  // the room inside the ring, and no more
  within.width = share();
  within.height = share();
  ui::Stack& inside = ui::stack_of(within);
  inside.along = Align::centre;
  inside.across = Align::centre;
  inside.padding = {.start = 11, .top = 11, .end = 11, .bottom = 11};
  Node node = ui::stack(ui::Axis::over, 0, {std::move(ring), std::move(within)});
  node.width = mm(page.portrait() ? 105 : 70);
  node.height = mm(page.portrait() ? 105 : 70);
  ui::stack_of(node).along = Align::centre;
  ui::stack_of(node).across = Align::centre;
  return node;
}

}  // namespace kiosk::screens
