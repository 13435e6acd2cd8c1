#include <algorithm>
#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/screens/keyboard.h"
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

/// Of what is being written: with fewer than three a visitor loses the thread, but a lying panel has room for
/// two.
int lines_in_sight(const Page& page) { return page.portrait() ? 3 : 2; }

Node text_box(const Page& page, const visit::Turn& turn) {
  Node words = ui::text(Role::part, {.words = turn.draft.words,
                                     .style = Style::statement,
                                     .caret = true,
                                     .last_lines = lines_in_sight(page)});
  words.height = share();
  Node node = ui::column(0, {std::move(words)});
  node.role = Role::textbox;
  node.label = page.say(Phrase::your_words);
  node.height = share();
  node.look = {.fill = Ink::surface, .edge = Ink::ink, .edge_mm = 1.7, .radius_mm = 7.7};
  const double above = page.portrait() ? 9 : 3.2;
  ui::stack_of(node).padding = {.start = 11, .top = above, .end = 8, .bottom = above};
  return node;
}

/// What not to write, or the `note` in its place, and how much room is left.
Node under_box(const Page& page, const survey::Question& question, const visit::Turn& turn,
               std::optional<Node> note) {
  const int left = question.longest_text - static_cast<int>(utf8::length(turn.draft.words));
  Node names = ui::text(
      Role::text,
      {.words = page.say(Phrase::no_names), .style = Style::caption, .bold = true, .ink = Ink::muted});
  if (note) names = std::move(*note);
  Node count = ui::text(Role::text, {.words = page.say(Phrase::characters_left, std::max(left, 0)),
                                     .style = Style::caption,
                                     .bold = true,
                                     .ink = Ink::muted});
  names.width = share();
  std::vector<Node> row{std::move(names), std::move(count)};
  // Where there is no header, it is here that the language of the question is told.
  if (page.crowded()) {
    if (auto language = language_chip(page, question)) row.insert(row.begin(), std::move(*language));
  }
  Node node = ui::row(8, std::move(row));
  ui::stack_of(node).across = ui::Align::centre;
  return node;
}

/// What is asked. After a choice that is why; the question itself has been read, and may be a mere title.
Node words_head(const Page& page, const survey::Question& question, const visit::Asking& asking) {
  const bool why = survey::can_explain(question);
  std::vector<Node> lines =
      titled(page, question, why ? page.say(Phrase::explain_choice) : page.say(question.text));
  if (page.portrait()) {
    if (auto line = note(page, question, asking)) lines.push_back(std::move(*line));
  }
  return ui::column(page.portrait() ? 6 : 4, std::move(lines));
}

/// Between "back" and "send": clear what is there, undo that, or go on without words.
Node middle_button(const Page& page, const survey::Question& question, const visit::Asking& asking,
                   std::size_t number) {
  const visit::Turn& turn = turn_on_screen(asking.visit);
  if (!turn.draft.words.empty()) return button(page.say(Phrase::clear), visit::Cleared{number}, {});
  if (asking.typing.cleared) return button(page.say(Phrase::undo_clear), visit::ClearUndone{number}, {});
  if (question.kind == survey::Kind::open && !turn.held) return skip_button(page, number);
  return button(page.say(Phrase::clear), visit::Cleared{number}, {});
}

Node send_button(const Page& page, std::size_t number, bool busy) {
  if (!busy) {
    return button(page.say(Phrase::send), visit::Confirmed{number},
                  {.weight = Weight::main, .after = ui::Icon::arrow_right});
  }
  Node node = button(page.say(Phrase::saving), visit::Confirmed{number}, {.weight = Weight::main});
  node.busy = true;
  return node;
}

/// Within the margins, for a screen of which one part is as wide as the glass.
Node within_margins(Node node) {
  const ui::Extent height = node.height;
  Node padded = ui::column(0, {std::move(node)});
  padded.height = height;
  ui::stack_of(padded).padding = {.start = margin, .top = 0, .end = margin, .bottom = 0};
  return padded;
}

}  // namespace

Node own_words(const Page& page, const visit::Asking& asking, bool busy) {
  const std::size_t number = visit::question_of(asking.visit);
  const survey::Question& question = question_on_screen(page, asking.visit);
  const visit::Turn& turn = turn_on_screen(asking.visit);
  const bool portrait = page.portrait();

  std::vector<Node> above;
  if (!page.crowded()) {
    above.push_back(question_header(page, asking.visit, asking.note == visit::Note::saved));
    above.push_back(ui::space(mm(portrait ? 14.4 : 5, 2)));
  }
  above.push_back(words_head(page, question, asking));
  above.push_back(ui::space(mm(portrait ? 9 : 4, 3)));
  above.push_back(text_box(page, turn));
  above.push_back(ui::space(mm(portrait ? 5 : 3, 2)));
  // A lying panel has no room for one line more.
  above.push_back(
      under_box(page, question, turn, portrait ? std::nullopt : small_note(page, question, asking)));
  above.push_back(ui::space(mm(portrait ? 14 : 3, 2)));
  Node upper = ui::column(0, std::move(above));
  upper.height = share();

  Node nav = nav_row(page, {back_button(page, number), middle_button(page, question, asking, number),
                            send_button(page, number, busy)});
  std::vector<Node> content;
  content.push_back(ui::space(mm(portrait ? 15.5 : 8, 3)));
  content.push_back(within_margins(std::move(upper)));
  content.push_back(keyboard(page, asking));
  content.push_back(ui::space(mm(4.9, 3)));
  content.push_back(within_margins(std::move(nav)));
  content.push_back(ui::space(mm(gap, 3)));
  content.push_back(utility_bar(page, Stoppable::yes));
  Node root = ui::column(0, std::move(content));
  root.look = {.fill = Ink::paper};
  root.width = share();
  root.height = share();
  return root;
}

}  // namespace kiosk::screens
