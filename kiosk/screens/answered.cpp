#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "kiosk/screens/questions.h"
#include "kiosk/screens/results.h"
#include "kiosk/screens/sides.h"

namespace kiosk::screens {

using survey::Phrase;
using survey::Reason;
using ui::Align;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

namespace {

/// The counts of both sides of a dilemma; nothing where one of them may not be shown.
std::optional<std::array<std::uint64_t, 2>> counts_of_sides(const survey::Tally* tally) {
  if (tally == nullptr || tally->options.size() != 2) return std::nullopt;
  if (!tally->options[0] || !tally->options[1]) return std::nullopt;
  if (*tally->options[0] + *tally->options[1] == 0) return std::nullopt;
  return std::array{*tally->options[0], *tally->options[1]};
}

int percent_of(std::uint64_t part, std::uint64_t all) {
  return all == 0 ? 0 : static_cast<int>((100 * part + all / 2) / all);
}

Node your_choice(std::string words, Ink ground, Ink ink) {
  Node node = ui::row(
      3, {ui::picture(ui::Icon::check, 9, ink, Style::caption), part_text(words, Style::caption, ink)});
  node.role = Role::text;
  node.label = std::move(words);
  node.look = {.fill = ground, .radius_mm = 7};
  ui::Stack& stack = ui::stack_of(node);
  stack.across = Align::centre;
  stack.padding = {.start = 5, .top = 1.5, .end = 6, .bottom = 1.5};
  return node;
}

Node bar_part(Ink ink, double weight) {
  Node node;
  node.width = share(std::max(weight, 0.001));
  node.height = share();
  node.look = {.fill = ink, .radius_mm = 2.5};
  return node;
}

/// One bar of two colours, as long as each side is strong.
Node split_bar(const std::array<int, 2>& percent) {
  Node node = ui::row(1.5, {bar_part(sides[0].strong, percent[0]), bar_part(sides[1].strong, percent[1])});
  node.height = mm(26, 12);
  return node;
}

Node side_result(const Page& page, const Side& side, int percent, const std::string& statement, bool yours) {
  const std::string share_of_side = fmt::format("{} {}", side.letter, page.say(Phrase::percent, percent));
  const bool narrow = page.portrait() && page.comfort.size != visit::TextSize::normal;
  std::vector<Node> top{
      ui::text(Role::text, {.words = share_of_side, .style = Style::statement, .bold = true})};
  if (yours && !narrow) top.push_back(your_choice(page.say(Phrase::your_choice), side.strong, Ink::on_side));
  top.push_back(ui::space(share()));
  std::vector<Node> lines{ui::row(6, std::move(top))};
  ui::stack_of(lines[0]).across = Align::centre;
  if (yours && narrow) {
    lines.push_back(ui::row(
        0, {your_choice(page.say(Phrase::your_choice), side.strong, Ink::on_side), ui::space(share())}));
  }
  lines.push_back(ui::text(Role::text, {.words = statement, .style = Style::tag}));
  Node node = ui::column(4, std::move(lines));
  node.width = share();
  return node;
}

Node line(const Page& page, std::string words) {
  return ui::text(Role::text, {.words = std::move(words), .style = page.aside(), .ink = Ink::muted});
}

std::vector<Node> dilemma_results(const Page& page, const visit::Turn& turn, const survey::Question& question,
                                  const std::array<std::uint64_t, 2>& counts) {
  const visit::Draft& draft = turn.draft;
  const std::uint64_t all = counts[0] + counts[1];
  const int first = percent_of(counts[(*turn.order)[0]], all);
  const std::array percent{first, 100 - first};
  std::vector<Node> columns;
  for (std::size_t place = 0; place < sides.size(); ++place) {
    const std::size_t option = (*turn.order)[place];
    columns.push_back(side_result(page, sides[place], percent[place],
                                  page.say(question.options[option].label),
                                  (draft.options >> option & 1U) != 0));
  }
  return {split_bar(percent), ui::space(mm(6, 3)), ui::row(10, std::move(columns)), ui::space(mm(10, 4)),
          line(page, page.say(Phrase::results_base, static_cast<long>(all)))};
}

/// Where the strong colour of a tone is that of the paper, the bar has the colour of text.
Ink bar_ink(const Page& page, const ToneInk& tone) {
  return page.comfort.contrast == visit::Contrast::yellow ? Ink::ink : tone.strong;
}

/// What others gave one option.
struct Given {
  const std::string& label;
  std::optional<std::string> number{};  ///< nothing where too few gave it to tell
  int percent = 0;                      ///< how long the bar is
  std::optional<std::string> yours{};   ///< what says that this visitor gave it too
};

/// One option: its words, what others gave it, and a bar as long as that.
Node option_result(const Page& page, const ToneInk& tone, const Given& shown) {
  Node words = ui::text(Role::text, {.words = shown.label, .style = Style::answer, .bold = true});
  words.width = share();
  std::vector<Node> counted;  // what stands at the end of the line
  if (shown.yours && page.comfort.size == visit::TextSize::normal) {
    counted.push_back(your_choice(*shown.yours, tone.soft, tone.strong));
  } else if (shown.yours) {  // large letters need the room
    Node mark = ui::row(0, {ui::picture(ui::Icon::check, 11, Ink::ink, Style::answer)});
    mark.role = Role::text;
    mark.label = *shown.yours;
    counted.push_back(std::move(mark));
  }
  if (shown.number) {
    counted.push_back(ui::text(Role::text, {.words = *shown.number, .style = Style::answer, .bold = true}));
  }
  Node end = ui::row(4, std::move(counted));
  ui::stack_of(end).across = Align::centre;
  Node top_row = ui::row(4, {std::move(words), std::move(end)});
  top_row.height = ui::grows();  // beside a theme of two lines: the bars of both stand on one line
  ui::stack_of(top_row).across = Align::end;
  std::vector<Node> parts;
  if (shown.number) parts.push_back(bar_part(bar_ink(page, tone), shown.percent));
  parts.push_back(ui::space(share(std::max(100 - shown.percent, 1))));
  Node bar = ui::row(0, std::move(parts));
  bar.height = mm(12);
  bar.look = {.fill = Ink::line, .radius_mm = 2.5};
  return ui::column(2, {std::move(top_row), std::move(bar)});
}

constexpr std::size_t results_at_once = 6;  // more may need pages

/// Rows of one height, on several pages where there are too many.
Node pages_of_results(const Page& page, std::size_t question, std::size_t turned, std::vector<Node> results) {
  Node node;
  node.content = ui::Pages{.choices = std::move(results),
                           .columns = page.portrait() ? 1U : 2U,
                           .gap_mm = page.portrait() ? 5.0 : 9.0,
                           .row = mm(page.by_size(34, 40, 46), 26),
                           .more = {more_card(page, question)},
                           .more_below = true,
                           .turned = turned};
  node.height = share();
  return node;
}

/// How often an option was chosen.
Given how_often(const Page& page, const visit::Draft& draft, const survey::Question& question,
                const survey::Tally& tally, std::size_t option) {
  Given shown{.label = page.say(question.options[option].label)};
  if ((draft.options >> option & 1U) != 0) shown.yours = page.say(Phrase::your_choice);
  if (option >= tally.options.size() || !tally.options[option]) return shown;
  shown.percent = percent_of(*tally.options[option], tally.answers);
  shown.number = page.say(Phrase::percent, shown.percent);
  return shown;
}

/// How many points an interest got from a visitor on average.
Given how_heavy(const Page& page, const visit::Draft& draft, const survey::Question& question,
                const survey::Tally& tally, std::size_t option) {
  Given shown{.label = page.say(question.options[option].label)};
  // Where letters are large there is room for a tick only, which beside an average says nothing.
  const bool has_room = page.comfort.size == visit::TextSize::normal;
  if (const unsigned points = draft.points.at(option); points > 0 && has_room) {
    shown.yours = page.say(Phrase::your_points, static_cast<long>(points));
  }
  if (option >= tally.points.size() || !tally.points[option] || tally.answers == 0) return shown;
  const double average = static_cast<double>(*tally.points[option]) / static_cast<double>(tally.answers);
  shown.percent = static_cast<int>(std::lround(100 * average / survey::points_to_divide));
  shown.number = page.say_tenths(average);
  return shown;
}

std::vector<Node> option_results(const Page& page, const visit::Answered& state,
                                 const survey::Question& question, const survey::Tally& tally) {
  const visit::Turn& turn = turn_on_screen(state.visit);
  const bool weighs = question.kind == survey::Kind::weigh;
  std::vector<Node> results;
  for (const std::size_t option : *turn.order) {
    const auto told = weighs ? how_heavy : how_often;
    results.push_back(
        option_result(page, ink_of(question.tone), told(page, turn.draft, question, tally, option)));
  }
  std::string from = page.say(Phrase::results_base, static_cast<long>(tally.answers));
  if (weighs) from = page.say(Phrase::average_points) + ". " + from;
  Node base = line(page, std::move(from));
  if (results.size() > results_at_once) {
    return {pages_of_results(page, visit::question_of(state.visit), state.page, std::move(results)),
            ui::space(mm(6, 3)), std::move(base)};
  }
  const std::size_t columns = page.portrait() ? 1 : 2;
  std::vector<Node> rows;
  for (std::size_t first = 0; first < results.size(); first += columns) {
    std::vector<Node> row;
    for (std::size_t i = first; i < first + columns; ++i) {
      row.push_back(i < results.size() ? std::move(results[i]) : ui::space(share()));
      row.back().width = share();
    }
    rows.push_back(ui::row(12, std::move(row)));
  }
  return {ui::column(page.portrait() ? 7 : 5, std::move(rows)), ui::space(mm(10, 4)), std::move(base)};
}

enum class Lower : bool { is_short, fills_the_room };

/// Header, title and what follows it above; `lower` and the way on below.
Node answered_screen(const Page& page, const visit::Visit& visit, const std::string& title,
                     std::vector<Node> shown, std::vector<Node> lower, Lower kind = Lower::is_short) {
  const std::size_t number = visit::question_of(visit);
  const survey::Question& question = page.survey().questions[number];
  std::vector<Node> upper{question_header(page, visit, true), ui::space(mm(page.portrait() ? 14.4 : 6, 4)),
                          ui::column(page.portrait() ? 6 : 4, titled(page, question, title)),
                          ui::space(mm(page.portrait() ? 14 : 6, 4))};
  for (Node& node : shown) upper.push_back(std::move(node));
  Node next = button(page.say(Phrase::next_question), visit::WentOn{number},
                     {.weight = Weight::main, .after = ui::Icon::arrow_right});
  if (visit.position + 1 == visit.path.size()) {
    next = button(page.say(Phrase::next), visit::WentOn{number},
                  {.weight = Weight::main, .after = ui::Icon::arrow_right});
  }
  lower.push_back(ui::space(mm(page.portrait() ? 17.7 : gap, gap)));
  lower.push_back(nav_row(page, {back_button(page, number), std::move(next)}));
  Node bar = utility_bar(page, Stoppable::yes);
  return kind == Lower::is_short ? whole(page, std::move(upper), std::move(lower), std::move(bar))
                                 : whole_or_low(page, std::move(upper), std::move(lower), std::move(bar));
}

}  // namespace

std::vector<Node> told_results(const Page& page, const visit::Answered& state, const survey::Tally* tally) {
  const survey::Question& question = question_on_screen(page, state.visit);
  if (tally == nullptr) return {};
  if (question.kind != survey::Kind::dilemma) return option_results(page, state, question, *tally);
  const auto counts = counts_of_sides(tally);
  if (!counts) return {};
  return dilemma_results(page, turn_on_screen(state.visit), question, *counts);
}

Node results(const Page& page, const visit::Answered& state, const survey::Tally* tally) {
  const std::size_t number = visit::question_of(state.visit);
  const survey::Question& question = question_on_screen(page, state.visit);
  const visit::Turn& turn = turn_on_screen(state.visit);
  const bool fills = tally != nullptr && question.options.size() > results_at_once;
  std::vector<Node> lower{ui::space(mm(gap, 3))};
  if (!fills) lower.insert(lower.begin(), ui::space(share()));
  std::vector<Node> shown = told_results(page, state, tally);
  const bool told = !shown.empty();
  if (!told && page.context.show_results) {
    shown.push_back(line(page, page.say(Phrase::results_waiting, page.context.results_from)));
  }
  const bool written = !turn.draft.words.empty();
  if (survey::can_explain(question)) {
    lower.push_back(
        words_card(page, page.say(written ? Phrase::your_words : Phrase::explain_choice), number, written));
  }
  return answered_screen(page, state.visit,
                         page.say(told ? Phrase::results_title : Phrase::results_waiting_title),
                         std::move(shown), std::move(lower));
}

Node why(const Page& page, const visit::Answered& state) {
  constexpr std::array reasons{std::pair{Reason::both, Phrase::reason_both},
                               std::pair{Reason::neither, Phrase::reason_neither},
                               std::pair{Reason::too_little, Phrase::reason_too_little},
                               std::pair{Reason::other, Phrase::reason_other}};
  const std::size_t number = visit::question_of(state.visit);
  std::vector<Node> rows;
  const auto columns = static_cast<std::size_t>(page.portrait() && !page.low() ? page.by_size(2, 2, 1) : 2);
  for (std::size_t first = 0; first < reasons.size(); first += columns) {
    std::vector<Node> row;
    for (std::size_t i = first; i < first + columns; ++i) {
      const auto& [reason, phrase] = reasons.at(i);
      const bool chosen = turn_on_screen(state.visit).draft.reason == reason;
      Node node =
          card(page, choice_ring(chosen, Ink::dilemma), page.say(phrase), visit::Reasoned{number, reason},
               {.chosen = chosen, .strong = Ink::dilemma, .soft = Ink::dilemma_soft});
      node.role = Role::radio;
      node.width = share();
      row.push_back(std::move(node));
    }
    Node node = ui::row(gap, std::move(row));
    node.height = card_row(page);
    rows.push_back(std::move(node));
  }
  Node cards = ui::column(gap, std::move(rows));
  cards.height = share();
  ui::stack_of(cards).along = page.portrait() ? Align::end : Align::start;
  return answered_screen(page, state.visit, page.say(Phrase::why_dont_know),
                         {line(page, page.say(Phrase::why_hint))}, {ui::space(mm(gap, 3)), std::move(cards)},
                         Lower::fills_the_room);
}

}  // namespace kiosk::screens
