#include <algorithm>
#include <cmath>
#include <numeric>

#include "kiosk/batch/interval.h"
#include "kiosk/batch/report_parts.h"

namespace kiosk::batch {

namespace {

constexpr double full_width = 1000;  // how wide a bar of 100 % is in its picture

double wide(std::uint64_t part, std::uint64_t all) {
  return full_width * static_cast<double>(part) / static_cast<double>(all);
}

std::string margin(std::uint64_t part, std::uint64_t all, const ReportWords& words) {
  const Interval interval = wilson(part, all);
  return filled_in(words.from_to, std::lround(100 * interval.low), std::lround(100 * interval.high));
}

/// A bar with its margin as a line over it. The numbers stand beside it: a screen reader passes over it.
std::string bar(std::uint64_t part, std::uint64_t all) {
  const Interval interval = wilson(part, all);
  return fmt::format(
      R"(<svg class="bar" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="1000" height="24"/><rect class="fill" width="{:.1f}" height="24"/><path class="whisker" d="M{:.1f} 12H{:.1f}M{:.1f} 6v12M{:.1f} 6v12"/></svg>)",
      wide(part, all), full_width * interval.low, full_width * interval.high, full_width * interval.low,
      full_width * interval.high);
}

const char* tone_of(const survey::Question& asked) {
  switch (asked.tone) {
    case survey::Tone::keep:
      return "keep";
    case survey::Tone::improve:
      return "improve";
    case survey::Tone::dilemma:
      return "dilemma";
    case survey::Tone::open:
      break;
  }
  return "open";
}

/// Positions of the options: most chosen first, those that are not told last. What has an order of its own
/// keeps it.
std::vector<std::size_t> by_number(const ToldQuestion& question) {
  std::vector<std::size_t> order(question.options.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (question.tally->asked().fixed_order) return order;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return question.options[a].value_or(0) > question.options[b].value_or(0);
  });
  return order;
}

void add_row(Page& page, const ToldQuestion& question, std::string_view called, const Cell& cell,
             std::uint64_t number, const char* kind) {
  if (!cell) {
    page.add(
        R"(<tr class="{}"><th scope="row">{}</th><td class="chart"></td><td class="percent"></td><td class="count few" colspan="2">{}</td></tr>)",
        kind, called, not_told(number, page.words));
    return;
  }
  page.add(
      R"(<tr class="{}"><th scope="row">{}</th><td class="chart">{}</td><td class="percent">{}</td><td class="count" data-head="{}">{}</td><td class="margin" data-head="{}">{}</td></tr>)",
      kind, called, bar(*cell, question.answers), percent(*cell, question.answers), page.words.count,
      told(*cell, page.words), page.words.margin, margin(*cell, question.answers, page.words));
}

void open_table(Page& page, const ToldQuestion& question) {
  const ReportWords& words = page.words;
  page.add(
      R"(<table class="bars"><caption class="unseen">{}</caption><thead><tr><th scope="col">{}</th><td class="chart"></td><th scope="col" class="percent">{}</th><th scope="col" class="count">{}</th><th scope="col" class="margin">{}</th></tr></thead><tbody>)",
      question.in_html(question.tally->asked().text), words.option, words.percent, words.count, words.margin);
}

void close_table(Page& page, const ToldQuestion& question) {
  if (question.counts_dont_know()) {
    add_row(page, question, page.words.dont_know, question.dont_know, question.dont_know, "unsure");
  }
  page.add("</tbody></table>");
}

void add_themes(Page& page, const ToldQuestion& question) {
  const survey::Question& asked = question.tally->asked();
  open_table(page, question);
  for (const std::size_t i : by_number(question)) {
    add_row(page, question, question.in_html(asked.options[i].label), question.options[i],
            question.tally->all.options[i], "option");
  }
  close_table(page, question);
  if (asked.pick_at_most > 1) page.add(R"(<p class="note">{}</p>)", page.words.adds_up_over);
}

/// The two sides over against each other, and who does not know between them.
void add_split_bar(Page& page, const ToldQuestion& question) {
  const auto& options = question.options;
  if (!options[0] || !options[1]) return;
  const std::string a = percent(*options[0], question.answers);
  const std::string b = percent(*options[1], question.answers);
  const double left = wide(*options[0], question.answers);
  const double between = wide(question.dont_know, question.answers);
  const std::string unsure = question.counts_dont_know()
                                 ? fmt::format(R"(<span class="unsure">{}: {}</span>)", page.words.dont_know,
                                               percent(question.dont_know, question.answers))
                                 : "";
  page.add(
      R"(<div class="split"><p class="sides"><span class="side-a">A: {}</span>{}<span class="side-b">B: {}</span></p>)",
      a, unsure, b);
  page.add(
      R"(<svg viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true"><rect class="a" width="{:.1f}" height="40"/><rect class="unsure" x="{:.1f}" width="{:.1f}" height="40"/><rect class="b" x="{:.1f}" width="{:.1f}" height="40"/><path class="half" d="M500 0V40"/></svg></div>)",
      left, left, between, left + between, full_width - left - between);
}

void add_reasons(Page& page, const ToldQuestion& question) {
  if (!question.counts_dont_know()) return;
  const auto& reasons = question.tally->reasons;
  const auto cells = hide_small({reasons.begin(), reasons.end()});
  if (std::count_if(cells.begin(), cells.end(), [](const Cell& cell) { return cell.has_value(); }) < 2)
    return;
  const ReportWords& words = page.words;
  page.add(
      R"(<h3>{}</h3><table class="plain"><thead><tr><th scope="col">{}</th><th scope="col" class="count">{}</th></tr></thead><tbody>)",
      words.why_dont_know, words.dont_know, words.count);
  for (const std::size_t i : {1U, 2U, 3U, 4U, 0U}) {
    page.add(R"(<tr><th scope="row">{}</th><td class="count">{}</td></tr>)", words.reasons.at(i),
             cells[i] ? told(*cells[i], words) : not_told(reasons.at(i), words));
  }
  page.add("</tbody></table>");
}

/// One sentence on whether A was chosen more often where it came first.
std::string order_sentence(const std::vector<std::vector<Cell>>& cells, const ReportWords& words) {
  for (const auto& row : cells) {
    if (!row[0] || !row[1] || *row[0] + *row[1] < fewest_told) return std::string{words.order_unknown};
  }
  const std::uint64_t first = *cells[0][0] + *cells[0][1];
  const std::uint64_t second = *cells[1][0] + *cells[1][1];
  const Interval by = difference(*cells[0][0], first, *cells[1][0], second);
  const bool matters = by.low > 0 || by.high < 0;
  return filled_in(matters ? words.order_matters : words.order_matters_not, "A", percent(*cells[0][0], first),
                   percent(*cells[1][0], second));
}

void add_order(Page& page, const ToldQuestion& question) {
  const ReportWords& words = page.words;
  const auto& sides = question.tally->sides;
  const auto cells = hide_small({{sides[0][0], sides[0][1]}, {sides[1][0], sides[1][1]}}, true);
  page.add(R"(<h3>{}</h3><p>{}</p>)", words.order, order_sentence(cells, words));
  page.add(
      R"(<table class="plain"><thead><tr><td></td><th scope="col" class="count">{}</th><th scope="col" class="count">{}</th></tr></thead><tbody>)",
      filled_in(words.chose, "A"), filled_in(words.chose, "B"));
  for (std::size_t first = 0; first < cells.size(); ++first) {
    page.add(R"(<tr><th scope="row">{}</th><td class="count">{}</td><td class="count">{}</td></tr>)",
             filled_in(words.shown_first, first == 0 ? "A" : "B"), page.number(cells[first][0]),
             page.number(cells[first][1]));
  }
  page.add("</tbody></table>");
}

void add_dilemma(Page& page, const ToldQuestion& question) {
  const survey::Question& asked = question.tally->asked();
  add_split_bar(page, question);
  open_table(page, question);
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const char* side = i == 0 ? "a" : "b";
    add_row(page, question,
            fmt::format(R"(<span class="side-{}">{}</span> {})", side, i == 0 ? "A" : "B",
                        question.in_html(asked.options[i].label)),
            question.options[i], question.tally->all.options[i], side);
  }
  close_table(page, question);
  add_reasons(page, question);
  add_order(page, question);
}

/// How many points each interest got on average, and how many gave it any.
void add_weigh(Page& page, const ToldQuestion& question) {
  const survey::Question& asked = question.tally->asked();
  const ReportWords& words = page.words;
  const auto averages = average_points(question.tally->all, asked.options.size());
  page.add(
      R"(<table class="bars"><caption class="unseen">{}</caption><thead><tr><th scope="col">{}</th><td class="chart"></td><th scope="col" class="percent">{}</th><th scope="col" class="count">{}</th></tr></thead><tbody>)",
      question.in_html(asked.text), words.option, words.average, words.gave_any);
  for (std::size_t i = 0; i < asked.options.size(); ++i) {
    const std::string called = question.in_html(asked.options[i].label);
    if (!averages[i]) {
      page.add(
          R"(<tr class="option"><th scope="row">{}</th><td class="chart"></td><td class="percent few">{}</td><td class="count">{}</td></tr>)",
          called, words.hidden, page.number(question.options[i]));
      continue;
    }
    page.add(
        R"(<tr class="option"><th scope="row">{}</th><td class="chart"><svg class="bar" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="1000" height="24"/><rect class="fill" width="{:.1f}" height="24"/></svg></td><td class="percent">{}</td><td class="count">{}</td></tr>)",
        called, full_width * *averages[i] / survey::points_to_divide, told(*averages[i], words),
        page.number(question.options[i]));
  }
  page.add(R"(</tbody></table><p class="note">{}</p>)", filled_in(words.divided, survey::points_to_divide));
}

void add_question(Page& page, const ToldQuestion& question) {
  const survey::Question& asked = question.tally->asked();
  const ReportWords& words = page.words;
  page.add(R"(<section class="question {}" id="q{}">)", tone_of(asked), question.number);
  const std::string tag = question.in_html(asked.tag);
  if (!tag.empty()) page.add(R"(<p class="tag">{}</p>)", tag);
  page.add("<h2>{}. {}</h2>", question.number, question.in_html(asked.text));
  std::string about = filled_in(words.of_answers.of(question.answers), told(question.answers, words));
  if (asked.pick_at_most > 1) about += " · " + filled_in(words.pick_most, asked.pick_at_most);
  if (question.tally->wordings.size() > 1)
    about += " · " + filled_in(words.wordings, question.tally->wordings.size());
  page.add(R"(<p class="about">{}</p>)", about);
  if (asked.kind == survey::Kind::dilemma) {
    add_dilemma(page, question);
  } else if (asked.kind == survey::Kind::weigh) {
    add_weigh(page, question);
  } else {
    add_themes(page, question);
  }
  add_segments(page, question);
  page.add("</section>");
}

}  // namespace

void add_questions(Page& page, const std::vector<ToldQuestion>& questions) {
  for (const ToldQuestion& question : questions) {
    if (question.told) add_question(page, question);
  }
}

}  // namespace kiosk::batch
