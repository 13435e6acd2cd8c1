#include <utility>

#include "kiosk/screens/questions.h"
#include "kiosk/screens/sides.h"

namespace kiosk::screens {

using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

namespace {

Node letter_tile(const Page& page, const Side& side, bool chosen) {
  Node inside = chosen ? ui::picture(ui::Icon::check, 20, Ink::on_side)
                       : part_text(side.letter, Style::question, Ink::on_side);
  Node node = ui::stack(ui::Axis::over, 0, {std::move(inside)});
  const double width = page.portrait() ? page.by_size(32, 30, 28) : page.by_size(32, 28, 28);
  node.width = mm(width);
  node.height = mm(32, 25.2);
  node.look = {.fill = side.strong, .radius_mm = 6.5};
  ui::stack_of(node).along = ui::Align::centre;
  ui::stack_of(node).across = ui::Align::centre;
  return node;
}

Node statement(const Page& page, const Side& side, const survey::Option& option, bool chosen,
               const visit::Chose& choice) {
  Node words = ui::text(Role::part, {.words = page.say(option.label),
                                     .style = Style::statement,
                                     .bold = true,
                                     .ink = chosen ? Ink::on_soft : Ink::ink});
  words.width = share();
  Node node = ui::row(page.by_size(10, 8, 7), {letter_tile(page, side, chosen), std::move(words)});
  node.role = Role::radio;
  node.label = page.say(option.label);
  node.selected = chosen;
  node.on_tap = choice;
  node.look = {.fill = chosen ? side.chosen : side.soft,
               .edge = side.strong,
               .edge_mm = chosen ? 3.0 : 1.4,
               .radius_mm = 8.3};
  ui::Stack& stack = ui::stack_of(node);
  stack.across = ui::Align::centre;
  stack.padding = {.start = page.by_size(13.5, 10, 7), .top = 4, .end = page.by_size(8, 6, 5), .bottom = 4};
  return node;
}

/// The two statements; one a page where both are too much.
Node statements(const Page& page, const visit::Asking& asking) {
  const std::size_t number = visit::question_of(asking.visit);
  const survey::Question& question = question_on_screen(page, asking.visit);
  return options_on_pages(page, asking,
                          {.choices = {},
                           .columns = page.portrait() ? 1U : 2U,
                           .gap_mm = gap,
                           .row = share(),
                           .more = {},
                           .more_below = true},
                          [&](std::size_t place, std::size_t option, bool chosen) {
                            return statement(page, sides.at(place), question.options[option], chosen,
                                             visit::Chose{number, option});
                          });
}

}  // namespace

Node dilemma(const Page& page, const visit::Asking& asking, bool busy) {
  std::vector<Node> answers;
  if (!page.low()) answers.push_back(ui::space(mm(page.portrait() ? 12 : gap, 4)));
  answers.push_back(statements(page, asking));
  answers.push_back(ui::space(mm(page.portrait() ? 9 : gap, gap)));
  return question_screen(page, asking, std::move(answers), nav_of_one_tap(page, asking, busy));
}

}  // namespace kiosk::screens
