#include <utility>

#include "kiosk/screens/questions.h"

namespace kiosk::screens {

using ui::mm;
using ui::Node;
using ui::Role;

namespace {

/// Cards in the order of this visitor; the points of a scale below each other, from one end to the other.
Node choice_cards(const Page& page, const visit::Asking& asking) {
  const std::size_t number = visit::question_of(asking.visit);
  const survey::Question& question = question_on_screen(page, asking.visit);
  const ToneInk tone = ink_of(question.tone);
  const bool scale = question.kind == survey::Kind::scale;
  const double columns = page.portrait() ? page.by_size(2, 1, 1) : page.by_size(3, 2, 2);
  return options_on_pages(page, asking,
                          {.choices = {},
                           .columns = scale && page.portrait() ? 1U : static_cast<std::size_t>(columns),
                           .gap_mm = gap,
                           .row = scale ? mm(page.by_size(34, 36, 38), 25.2) : card_row(page),
                           .along = page.low() || !page.portrait() ? ui::Align::start : ui::Align::end,
                           .more = {}},
                          [&](std::size_t, std::size_t option, bool chosen) {
                            Node node =
                                card(page, choice_ring(chosen, tone.strong),
                                     page.say(question.options[option].label), visit::Chose{number, option},
                                     {.chosen = chosen, .strong = tone.strong, .soft = tone.soft});
                            node.role = Role::radio;
                            return node;
                          });
}

}  // namespace

Node choice(const Page& page, const visit::Asking& asking, bool busy) {
  std::vector<Node> answers;
  if (!page.low()) answers.push_back(ui::space(mm(gap)));
  answers.push_back(choice_cards(page, asking));
  answers.push_back(ui::space(mm(page.portrait() ? 17.7 : gap, gap)));
  return question_screen(page, asking, std::move(answers), nav_of_one_tap(page, asking, busy),
                         reach(page, question_on_screen(page, asking.visit)));
}

}  // namespace kiosk::screens
