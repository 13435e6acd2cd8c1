#include <utility>

#include "kiosk/screens/questions.h"

namespace kiosk::screens {

using survey::Phrase;
using ui::mm;
using ui::Node;

namespace {

/// Cards in rows of equal height, in the order drawn for this visitor.
Node theme_cards(const Page& page, const visit::Asking& asking) {
  const std::size_t number = visit::question_of(asking.visit);
  const survey::Question& question = question_on_screen(page, asking.visit);
  const ToneInk tone = ink_of(question.tone);
  const double columns = page.portrait() ? page.by_size(2, 1, 1) : page.by_size(3, 2, 2);
  return options_on_pages(page, asking,
                          {.choices = {},
                           .columns = static_cast<std::size_t>(columns),
                           .gap_mm = gap,
                           .row = card_row(page),
                           .along = page.low() || !page.portrait() ? ui::Align::start : ui::Align::end,
                           .more = {}},
                          [&](std::size_t, std::size_t option, bool chosen) {
                            Node node =
                                card(page, tick_box(chosen, tone.strong),
                                     page.say(question.options[option].label), visit::Toggled{number, option},
                                     {.chosen = chosen, .strong = tone.strong, .soft = tone.soft});
                            node.role = ui::Role::checkbox;
                            return node;
                          });
}

}  // namespace

Node themes(const Page& page, const visit::Asking& asking, bool busy) {
  const std::size_t number = visit::question_of(asking.visit);
  const survey::Question& question = question_on_screen(page, asking.visit);
  const visit::Turn& turn = turn_on_screen(asking.visit);

  std::vector<Node> answers;
  if (!page.low()) answers.push_back(ui::space(mm(gap)));
  answers.push_back(theme_cards(page, asking));
  if (question.own_words) {
    const bool written = !turn.draft.words.empty();
    answers.push_back(ui::space(mm(gap)));
    answers.push_back(
        words_card(page, page.say(written ? Phrase::your_words : Phrase::own_words), number, written));
  }
  answers.push_back(ui::space(mm(page.portrait() ? 17.7 : gap, gap)));

  std::vector<Node> nav{back_button(page, number)};
  if (!turn.held) nav.push_back(skip_button(page, number));
  nav.push_back(next_button(page, number, busy));
  return question_screen(page, asking, std::move(answers), nav_row(page, std::move(nav)),
                         reach(page, question));
}

}  // namespace kiosk::screens
