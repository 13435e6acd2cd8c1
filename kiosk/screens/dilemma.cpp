#include <array>
#include <utility>

#include "kiosk/screens/questions.h"

namespace kiosk::screens {

using survey::Phrase;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

namespace {

/// How the two places look. They belong to the place, not to the statement: which statement stands where is
/// drawn for each visitor, so neither colour nor letter can favour one.
struct Place {
  const char* letter;
  Ink strong;
  Ink soft;
};
constexpr std::array<Place, 2> places{
    {{"A", Ink::side_a, Ink::side_a_soft}, {"B", Ink::side_b, Ink::side_b_soft}}};

Node letter_tile(const Place& place, bool chosen) {
  Node inside =
      chosen ? ui::picture(ui::Icon::check, 20, Ink::on_ink)
             : ui::text(Role::part,
                        {.words = place.letter, .style = Style::question, .bold = true, .ink = Ink::on_ink});
  Node node = ui::stack(ui::Axis::over, 0, {std::move(inside)});
  node.width = mm(32);
  node.height = mm(32);
  node.look = {.fill = place.strong, .radius_mm = 6.5};
  ui::stack_of(node).along = ui::Align::centre;
  ui::stack_of(node).across = ui::Align::centre;
  return node;
}

Node statement(const Page& page, const Place& place, const survey::Option& option, bool chosen,
               const visit::Chose& choice) {
  Node words =
      ui::text(Role::part, {.words = page.say(option.label), .style = Style::statement, .bold = true});
  words.width = share();
  Node node = ui::row(10, {letter_tile(place, chosen), std::move(words)});
  node.role = Role::radio;
  node.label = page.say(option.label);
  node.selected = chosen;
  node.on_tap = choice;
  node.width = share();
  node.height = share();
  node.look = {.fill = place.soft, .edge = place.strong, .edge_mm = chosen ? 3.0 : 1.4, .radius_mm = 8.3};
  ui::Stack& stack = ui::stack_of(node);
  stack.across = ui::Align::centre;
  stack.padding = {.start = 13.5, .top = 5, .end = 8, .bottom = 5};
  return node;
}

}  // namespace

Node dilemma(const Page& page, const visit::Asking& asking, bool busy) {
  const std::size_t number = visit::question_of(asking.visit);
  const survey::Question& question = question_on_screen(page, asking);
  const visit::Turn& turn = turn_on_screen(asking);

  std::vector<Node> sides;
  for (std::size_t place = 0; place < places.size(); ++place) {
    const std::size_t option = (*turn.order)[place];
    const bool chosen = (turn.draft.options >> option & 1U) != 0;
    sides.push_back(
        statement(page, places[place], question.options[option], chosen, visit::Chose{number, option}));
  }
  Node both = page.portrait() ? ui::column(gap, std::move(sides)) : ui::row(gap, std::move(sides));
  both.height = share();

  const double air = page.portrait() ? 9 : gap;
  std::vector<Node> answers;
  answers.push_back(ui::space(mm(page.portrait() ? 12 : gap)));
  answers.push_back(std::move(both));
  answers.push_back(ui::space(mm(air)));

  Node dont_know = button(page.say(Phrase::dont_know), visit::DidNotKnow{number}, {});
  dont_know.selected = turn.draft.dont_know;
  if (turn.draft.dont_know) dont_know.look.edge_mm = 2.2;
  // Where an answer is held there is nothing to skip: going on keeps it.
  Node onward = turn.held ? next_button(page, number, busy) : skip_button(page, number);
  if (busy && !turn.held) {
    onward = button(page.say(Phrase::saving), visit::Skipped{number}, {});
    onward.busy = true;
  }
  return question_screen(page, asking, std::move(answers),
                         nav_row(page, {back_button(page, number), std::move(dont_know), std::move(onward)}));
}

}  // namespace kiosk::screens
