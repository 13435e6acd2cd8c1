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

Node tick_box(bool ticked, Ink strong) {
  Node node = ui::stack(ui::Axis::over, 0, {});
  node.width = mm(17.5);
  node.height = mm(17.5);
  node.look = {.fill = Ink::surface, .edge = Ink::border, .edge_mm = 0.9, .radius_mm = 3};
  ui::Stack& inside = ui::stack_of(node);
  inside.along = ui::Align::centre;
  inside.across = ui::Align::centre;
  if (ticked) {
    node.look = {.fill = strong, .radius_mm = 3};
    inside.children.push_back(ui::picture(ui::Icon::check, 13, Ink::on_ink));
  }
  return node;
}

Node card(std::vector<Node> content) {
  Node node = ui::row(6.6, std::move(content));
  node.width = share();
  node.look = {.fill = Ink::surface, .edge = Ink::border, .edge_mm = 1.1, .radius_mm = 8.3};
  ui::Stack& stack = ui::stack_of(node);
  stack.across = ui::Align::centre;
  stack.padding = {.start = 9.7, .top = 3, .end = 5, .bottom = 3};
  return node;
}

Node card_words(std::string words) {
  Node node = ui::text(Role::part, {.words = std::move(words), .style = Style::answer, .bold = true});
  node.width = share();
  return node;
}

Node theme_card(const Page& page, const survey::Question& question, std::size_t number, std::size_t option,
                bool chosen) {
  const ToneInk tone = ink_of(question.tone);
  Node node = card({tick_box(chosen, tone.strong), card_words(page.say(question.options[option].label))});
  node.role = Role::checkbox;
  node.label = page.say(question.options[option].label);
  node.selected = chosen;
  node.on_tap = visit::Toggled{number, option};
  if (chosen) node.look = {.fill = tone.soft, .edge = tone.strong, .edge_mm = 2.2, .radius_mm = 8.3};
  return node;
}

/// Cards in rows of equal height, in the order drawn for this visitor.
Node theme_cards(const Page& page, const survey::Question& question, std::size_t number,
                 const visit::Turn& turn) {
  const std::size_t columns = page.portrait() ? 2 : 3;
  std::vector<Node> rows;
  for (std::size_t i = 0; i < question.options.size(); i += columns) {
    std::vector<Node> cards;
    for (std::size_t c = i; c < i + columns; ++c) {
      if (c >= question.options.size()) {
        cards.push_back(ui::space(share()));
        continue;
      }
      const std::size_t option = (*turn.order)[c];
      const bool chosen = (turn.draft.options >> option & 1U) != 0;
      cards.push_back(theme_card(page, question, number, option, chosen));
    }
    Node row = ui::row(gap, std::move(cards));
    row.height = page.portrait() ? mm(54.2) : share();
    rows.push_back(std::move(row));
  }
  Node node = ui::column(gap, std::move(rows));
  if (!page.portrait()) node.height = share();
  return node;
}

Node own_words_card(const Page& page, const survey::Question& question, std::size_t number, bool written) {
  const ToneInk tone = ink_of(question.tone);
  std::string label = page.say(written ? Phrase::your_words : Phrase::own_words);
  Node node = card({written ? tick_box(true, tone.strong) : ui::picture(ui::Icon::pencil, 14, Ink::ink),
                    card_words(label)});
  node.role = Role::button;
  node.label = std::move(label);
  node.selected = written;
  node.on_tap = visit::OpenedWords{number};
  node.height = mm(page.portrait() ? 36.5 : 27.7);
  if (written) {
    node.look = {.fill = tone.soft, .edge = tone.strong, .edge_mm = 2.2, .radius_mm = 8.3};
  } else {
    node.look.dashed = true;
  }
  return node;
}

}  // namespace

Node themes(const Page& page, const visit::Asking& asking, bool busy) {
  const std::size_t number = visit::question_of(asking.visit);
  const survey::Question& question = question_on_screen(page, asking);
  const visit::Turn& turn = turn_on_screen(asking);

  std::vector<Node> answers;
  answers.push_back(ui::space(page.portrait() ? share() : mm(gap)));
  answers.push_back(theme_cards(page, question, number, turn));
  if (question.own_words) {
    answers.push_back(ui::space(mm(gap)));
    answers.push_back(own_words_card(page, question, number, !turn.draft.words.empty()));
  }
  answers.push_back(ui::space(mm(page.portrait() ? 17.7 : gap)));

  std::vector<Node> nav{back_button(page, number)};
  if (!turn.held) nav.push_back(skip_button(page, number));
  nav.push_back(next_button(page, number, busy));
  return question_screen(page, asking, std::move(answers), nav_row(page, std::move(nav)));
}

}  // namespace kiosk::screens
