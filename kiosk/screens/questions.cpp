#include "kiosk/screens/questions.h"

#include <utility>

namespace kiosk::screens {

using survey::Phrase;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

Node back_button(const Page& page, std::size_t question) {
  Node node = button(page.say(Phrase::back), visit::WentBack{question}, {.before = ui::Icon::arrow_left});
  node.is_back = true;
  return node;
}

Node skip_button(const Page& page, std::size_t question) {
  return button(page.say(Phrase::skip), visit::Skipped{question}, {});
}

Node next_button(const Page& page, std::size_t question, bool busy) {
  if (!busy) {
    return button(page.say(Phrase::next), visit::Confirmed{question},
                  {.weight = Weight::main, .after = ui::Icon::arrow_right});
  }
  Node node = button(page.say(Phrase::saving), visit::Confirmed{question}, {.weight = Weight::main});
  node.busy = true;
  return node;
}

Node nav_of_one_tap(const Page& page, const visit::Asking& asking, bool busy) {
  const std::size_t number = visit::question_of(asking.visit);
  const visit::Turn& turn = turn_on_screen(asking.visit);
  Node dont_know = button(page.say(Phrase::dont_know), visit::DidNotKnow{number}, {});
  dont_know.selected = turn.draft.dont_know;
  if (turn.draft.dont_know) dont_know.look.edge_mm = 2.2;
  // Where an answer is held there is nothing to skip: going on keeps it.
  Node onward = turn.held ? next_button(page, number, busy) : skip_button(page, number);
  if (busy && !turn.held) {
    onward = button(page.say(Phrase::saving), visit::Skipped{number}, {.weight = Weight::main});
    onward.busy = true;
  }
  return nav_row(page, {back_button(page, number), std::move(dont_know), std::move(onward)});
}

Node options_on_pages(const Page& page, const visit::Asking& asking, ui::Pages pages,
                      const MakeOption& make) {
  const visit::Turn& turn = turn_on_screen(asking.visit);
  pages.more = {more_card(page, visit::question_of(asking.visit))};
  pages.turned = asking.page;
  for (std::size_t place = 0; place < turn.order->size(); ++place) {
    const std::size_t option = (*turn.order)[place];
    pages.choices.push_back(make(place, option, (turn.draft.options >> option & 1U) != 0));
  }
  Node node;
  node.content = std::move(pages);
  node.height = share();
  return node;
}

std::optional<double> reach(const Page& page, const survey::Question& question) {
  // Many rows, or those of large letters, would else go up to where a wheelchair user cannot reach: 1100 mm
  // above the floor are 350 mm of a panel that hangs at 750.
  constexpr std::size_t many = 6;
  const bool high = page.comfort.size != visit::TextSize::normal || question.options.size() > many;
  if (page.portrait() && high) return 0.66;
  return std::nullopt;
}

const visit::Turn& turn_on_screen(const visit::Visit& visit) {
  return visit.turns[visit::question_of(visit)];
}

const survey::Question& question_on_screen(const Page& page, const visit::Visit& visit) {
  return page.survey().questions[visit::question_of(visit)];
}

Node card(const Page& page, Node sign, std::string label, visit::Event on_tap, const CardLook& look) {
  Node words = ui::text(
      Role::part,
      {.words = label, .style = Style::answer, .bold = true, .ink = look.chosen ? Ink::on_soft : Ink::ink});
  words.width = share();
  Node node = ui::row(6.6, {std::move(sign), std::move(words)});
  node.role = Role::button;
  node.label = std::move(label);
  node.selected = look.chosen;
  node.on_tap = std::move(on_tap);
  // On black the strong colour is that of the paper: with such an edge a chosen card would look smaller.
  const Ink edge = page.comfort.contrast == visit::Contrast::yellow ? look.soft : look.strong;
  node.look = look.chosen
                  ? ui::Look{.fill = look.soft, .edge = edge, .edge_mm = 2.2, .radius_mm = 8.3}
                  : ui::Look{.fill = Ink::surface, .edge = Ink::border, .edge_mm = 1.1, .radius_mm = 8.3};
  node.look.dashed = look.dashed;
  ui::Stack& stack = ui::stack_of(node);
  stack.across = ui::Align::centre;
  stack.padding = {.start = 8, .top = 3, .end = 5, .bottom = 3};  // the edge of a chosen card is 2.2 mm
  return node;
}

namespace {

constexpr double sign_mm = 17.5;

/// Where a card shows whether it is chosen: an empty place, or a tick on the strong colour.
Node mark_of_choice(bool chosen, Ink strong, double radius_mm) {
  Node node = ui::stack(ui::Axis::over, 0, {});
  node.width = mm(sign_mm);
  node.height = mm(sign_mm);
  node.look = {.fill = Ink::surface, .edge = Ink::border, .edge_mm = 0.9, .radius_mm = radius_mm};
  ui::Stack& inside = ui::stack_of(node);
  inside.along = ui::Align::centre;
  inside.across = ui::Align::centre;
  if (chosen) {
    node.look = {.fill = strong, .radius_mm = radius_mm};
    inside.children.push_back(ui::picture(ui::Icon::check, 13, Ink::on_strong));
  }
  return node;
}

}  // namespace

Node card_icon(ui::Icon icon, double size_mm) {
  Node node = ui::stack(ui::Axis::over, 0, {ui::picture(icon, size_mm, Ink::ink)});
  node.width = mm(sign_mm);
  ui::Stack& inside = ui::stack_of(node);
  inside.along = ui::Align::centre;
  inside.across = ui::Align::centre;
  return node;
}

Node tick_box(bool ticked, Ink strong) { return mark_of_choice(ticked, strong, 3); }

Node choice_ring(bool chosen, Ink strong) { return mark_of_choice(chosen, strong, sign_mm / 2); }

Node words_card(const Page& page, std::string label, std::size_t question, bool written) {
  const ToneInk tone = ink_of(page.survey().questions[question].tone);
  Node sign = written ? tick_box(true, tone.strong) : card_icon(ui::Icon::pencil, 14);
  Node node = card(page, std::move(sign), std::move(label), visit::OpenedWords{question},
                   {.chosen = written, .strong = tone.strong, .soft = tone.soft, .dashed = !written});
  node.height = mm(page.portrait() ? page.by_size(36.5, 30, 30) : 27.7, 25.2);
  return node;
}

Node more_card(const Page& page, std::size_t question) {
  const auto other = static_cast<std::size_t>(survey::PluralCategory::other);
  const std::string& words = page.pack().phrases.forms(Phrase::more_options).at(other);
  return card(page, card_icon(ui::Icon::arrow_right, page.by_size(14, 16, 17)), words,
              visit::MoreShown{question}, {});
}

// Low enough at all sizes that a wheelchair user reaches the highest one: 1100 mm above the floor.
ui::Extent card_row(const Page& page) { return mm(page.by_size(54.2, 40, 40), 25.2); }

Node question_screen(const Page& page, const visit::Asking& asking, std::vector<Node> answers, Node nav,
                     std::optional<double> reach) {
  std::vector<Node> upper{question_header(page, asking.visit, asking.note == visit::Note::saved),
                          ui::space(mm(page.portrait() ? 14.4 : 6, 4)),
                          question_head(page, question_on_screen(page, asking.visit), asking)};
  answers.push_back(std::move(nav));
  return whole_or_low(page, std::move(upper), std::move(answers), utility_bar(page, Stoppable::yes), reach);
}

}  // namespace kiosk::screens
