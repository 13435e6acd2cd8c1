#include "kiosk/screens/guest.h"

namespace kiosk::screens {

using survey::Phrase;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

namespace {

/// A dot for each question, the one on screen drawn out.
Node dots(const Page& page, std::size_t showing) {
  const std::size_t count = page.survey().questions.size();
  std::vector<Node> row;
  for (std::size_t i = 0; i < count; ++i) {
    Node dot;
    dot.width = mm(i == showing ? 15 : 4.4);
    dot.height = mm(4.4);
    dot.look = {.fill = i == showing ? Ink::ink : Ink::dot, .radius_mm = 2.2};
    row.push_back(std::move(dot));
  }
  Node node = ui::row(2.8, std::move(row));
  node.role = Role::progress;
  node.label =
      page.pack().phrases.in(Phrase::progress, static_cast<int>(showing) + 1, static_cast<int>(count));
  ui::stack_of(node).across = ui::Align::centre;
  return node;
}

Node question_words(const Page& page, const survey::Question& question) {
  Node chip_row = ui::row(0, {tag_chip(page, question), ui::space(share())});
  return ui::column(
      9,
      {std::move(chip_row),
       ui::text(Role::heading, {.words = page.say(question.text), .style = Style::display, .bold = true}),
       ui::text(Role::text, {.words = page.say(Phrase::promise), .style = Style::body, .ink = Ink::muted})});
}

Node start_button(const Page& page, std::size_t question) {
  Node node =
      button(page.say(Phrase::start), visit::Began{question},
             {.weight = Weight::main, .before = ui::Icon::finger, .style = Style::question, .radius_mm = 12});
  node.height = mm(72);
  return node;
}

}  // namespace

Node attract(const Page& page, const visit::Attract& state) {
  const survey::Question& question = page.survey().questions[state.question];
  std::vector<Node> body{header(page, dots(page, state.question))};
  if (page.portrait()) {
    body.push_back(ui::space(mm(44)));
    body.push_back(question_words(page, question));
    body.push_back(ui::space(share()));
    body.push_back(start_button(page, state.question));
    body.push_back(ui::space(mm(34)));
  } else {
    Node words = question_words(page, question);
    words.width = share(1.25);
    Node start = start_button(page, state.question);
    start.width = share();
    Node sides = ui::row(18, {std::move(words), std::move(start)});
    sides.height = share();
    ui::stack_of(sides).across = ui::Align::centre;
    body.push_back(ui::space(mm(8)));
    body.push_back(std::move(sides));
    body.push_back(ui::space(mm(8)));
  }
  Node root = whole(page, std::move(body), utility_bar(page, {Utility::language}));
  root.on_tap = visit::Began{state.question};  // a passer-by taps the question as often as the button
  root.label = page.say(Phrase::start);
  return root;
}

}  // namespace kiosk::screens
