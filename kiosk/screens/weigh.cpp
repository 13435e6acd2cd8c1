#include <fmt/format.h>

#include <utility>

#include "kiosk/screens/questions.h"

namespace kiosk::screens {

using survey::Phrase;
using ui::Align;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

namespace {

// The highest row is within reach of a wheelchair user, with as many interests as there can be.
constexpr double weigh_reach = 0.66;
constexpr double padding_mm = 3;
constexpr double row_least = 20.2 + 2 * padding_mm;  // so that plus and minus are high enough for any finger
constexpr double step_mm = 27.7;                     // wide: the finger comes back to it up to ten times

/// Plus or minus of one interest. Where it can do nothing it stays in its place, pale and not to be tapped.
Node step_button(ui::Icon icon, std::string label, std::optional<visit::Event> on_tap) {
  const bool works = on_tap.has_value();
  Node node = ui::stack(ui::Axis::over, 0, {ui::picture(icon, 12, works ? Ink::ink : Ink::border)});
  node.width = mm(step_mm);
  node.height = share();
  node.look = {.fill = Ink::surface, .edge = works ? Ink::border : Ink::line, .edge_mm = 1.1, .radius_mm = 6};
  ui::stack_of(node).along = Align::centre;
  ui::stack_of(node).across = Align::centre;
  if (!works) return node;
  node.role = Role::button;
  node.label = std::move(label);
  node.on_tap = std::move(on_tap);
  node.repeats = true;
  return node;
}

/// As long as the interest's share of all points.
Node bar_of(unsigned points, Ink ink) {
  std::vector<Node> parts;
  for (const auto& [part, fill] : {std::pair{points, ink}, {survey::points_to_divide - points, Ink::line}}) {
    if (part == 0) continue;
    Node node;
    node.width = share(part);
    node.height = share();
    node.look = {.fill = fill, .radius_mm = 2};
    parts.push_back(std::move(node));
  }
  Node bar = ui::row(0, std::move(parts));
  bar.height = mm(5, 3);
  return bar;
}

/// What the interest is called, how many points it has, and one more or one less.
Node interest_card(const Page& page, std::size_t number, std::size_t option, unsigned points, bool any_left) {
  const survey::Question& question = page.survey().questions[number];
  const std::string& label = page.say(question.options[option].label);
  const ToneInk tone = ink_of(question.tone);
  const auto step = [&](Phrase which) { return fmt::format("{}, {}", label, page.say(which)); };

  Node words = ui::text(Role::text, {.words = label, .style = Style::answer, .bold = true});
  words.height = share();
  Node named = ui::column(2, {std::move(words), bar_of(points, tone.strong)});
  named.width = share();
  Node count = ui::text(Role::part, {.words = page.say(static_cast<long>(points)),
                                     .style = Style::answer,
                                     .bold = true,
                                     .align = Align::centre});
  Node counted = ui::stack(ui::Axis::over, 0, {std::move(count)});
  counted.role = Role::text;
  counted.label = page.say(Phrase::points, static_cast<long>(points));
  counted.width = mm(page.by_size(20, 24, 28));
  ui::stack_of(counted).along = Align::centre;
  ui::stack_of(counted).across = Align::centre;

  std::optional<visit::Event> less;
  if (points > 0) less = visit::PointTaken{number, option};
  // Where none is left plus still takes a tap: it is answered with what to do first.
  Node more = step_button(ui::Icon::plus, step(Phrase::one_more), visit::PointGiven{number, option});
  if (!any_left) stack_of(more).children = {ui::picture(ui::Icon::plus, 12, Ink::border)};
  Node node =
      ui::row(3, {std::move(named), step_button(ui::Icon::minus, step(Phrase::one_less), std::move(less)),
                  std::move(counted), std::move(more)});
  node.look = points > 0
                  ? ui::Look{.fill = tone.soft, .edge = tone.strong, .edge_mm = 1.1, .radius_mm = 8.3}
                  : ui::Look{.fill = Ink::surface, .edge = Ink::border, .edge_mm = 1.1, .radius_mm = 8.3};
  ui::stack_of(node).padding = {.start = 8, .top = padding_mm, .end = padding_mm, .bottom = padding_mm};
  return node;
}

/// How many points are still to be divided.
Node left_line(const Page& page, unsigned left) {
  std::string words =
      left == 0 ? page.say(Phrase::all_divided) : page.say(Phrase::points_left, static_cast<long>(left));
  Node line = ui::text(Role::part, {.words = words, .style = Style::answer, .bold = true});
  Node node = ui::row(0, {std::move(line)});
  node.role = Role::status;
  node.label = std::move(words);
  return node;
}

}  // namespace

Node weigh(const Page& page, const visit::Asking& asking, bool busy) {
  const std::size_t number = visit::question_of(asking.visit);
  const survey::Question& question = question_on_screen(page, asking.visit);
  const visit::Turn& turn = turn_on_screen(asking.visit);
  const unsigned left = survey::points_to_divide - survey::given_in(turn.draft.points);
  const bool lying_small = !page.portrait() && page.comfort.size == visit::TextSize::normal;

  std::vector<Node> answers;
  if (!page.low()) answers.push_back(ui::space(mm(gap)));
  answers.push_back(options_on_pages(page, asking,
                                     {.choices = {},
                                      .columns = lying_small ? 2U : 1U,
                                      .gap_mm = gap,
                                      .row = mm(page.by_size(38, 40, 44), row_least),
                                      .along = page.low() || !page.portrait() ? Align::start : Align::end,
                                      .more = {}},
                                     [&](std::size_t, std::size_t option, bool) {
                                       return interest_card(page, number, option,
                                                            turn.draft.points.at(option), left > 0);
                                     }));
  if (question.own_words) {
    const bool written = !turn.draft.words.empty();
    answers.push_back(ui::space(mm(gap)));
    answers.push_back(
        words_card(page, page.say(written ? Phrase::your_words : Phrase::own_words), number, written));
  }
  answers.push_back(ui::space(mm(gap, 3)));
  answers.push_back(left_line(page, left));  // between what is tapped last and the way on
  answers.push_back(ui::space(mm(page.portrait() ? 10 : gap, 3)));

  std::vector<Node> nav{back_button(page, number)};
  if (!turn.held) nav.push_back(skip_button(page, number));
  nav.push_back(next_button(page, number, busy));
  return question_screen(page, asking, std::move(answers), nav_row(page, std::move(nav)),
                         page.portrait() ? std::optional{weigh_reach} : std::nullopt);
}

}  // namespace kiosk::screens
