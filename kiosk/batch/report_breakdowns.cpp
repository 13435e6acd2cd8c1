#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "kiosk/batch/report_parts.h"

namespace kiosk::batch {

namespace {

constexpr int parts_of_a_day = 4;  // the first: not kept

/// A row of a table of numbers, with a bar for the last one beside the largest of all.
void add_total(Page& page, const std::string& called, const std::vector<Cell>& cells, std::uint64_t largest) {
  std::string row = fmt::format(R"(<tr><th scope="row">{}</th>)", called);
  for (const Cell& cell : cells) row += fmt::format(R"(<td class="count">{}</td>)", page.number(cell));
  const Cell& last = cells.back();
  const double wide =
      last && largest > 0 ? 1000.0 * static_cast<double>(*last) / static_cast<double>(largest) : 0;
  page.add(
      R"({}<td class="chart"><svg class="bar" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true"><rect class="fill" width="{:.1f}" height="24"/></svg></td></tr>)",
      row, wide);
}

void open_totals(Page& page, std::string_view title, std::string_view first,
                 const std::vector<std::string_view>& heads) {
  std::string columns;
  for (const std::string_view head : heads)
    columns += fmt::format(R"(<th scope="col" class="count">{}</th>)", head);
  page.add(
      R"(<h3>{}</h3><table class="totals"><thead><tr><th scope="col">{}</th>{}<td></td></tr></thead><tbody>)",
      title, first, columns);
}

/// One table of totals: numbers by name, of which the sum is known.
void add_totals(Page& page, std::string_view title, std::string_view head,
                const std::map<std::string, std::uint64_t>& numbers,
                const std::function<std::string(const std::string&)>& called) {
  std::vector<std::pair<std::string, std::uint64_t>> rows{numbers.begin(), numbers.end()};
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::uint64_t> bare;
  bare.reserve(rows.size());
  for (const auto& [name, number] : rows) bare.push_back(number);
  const auto cells = hide_small(bare);
  open_totals(page, title, head, {page.words.count});
  for (std::size_t i = 0; i < rows.size(); ++i)
    add_total(page, called(rows[i].first), {cells[i]}, rows.front().second);
  page.add("</tbody></table>");
}

using Days = std::map<Day, std::array<std::uint64_t, parts_of_a_day>>;

/// Which parts of a day occur at all.
std::vector<std::size_t> parts_in(const Days& days) {
  std::vector<std::size_t> parts;
  for (std::size_t part = 1; part < parts_of_a_day; ++part) {
    if (std::any_of(days.begin(), days.end(), [&](const auto& day) { return day.second[part] > 0; }))
      parts.push_back(part);
  }
  if (!parts.empty() &&
      std::any_of(days.begin(), days.end(), [](const auto& day) { return day.second[0] > 0; }))
    parts.push_back(0);
  return parts;
}

void add_days(Page& page, const Days& days) {
  const ReportWords& words = page.words;
  const auto parts = parts_in(days);
  std::vector<std::uint64_t> totals;
  std::vector<std::vector<std::uint64_t>> table;
  for (const auto& [day, numbers] : days) {
    totals.push_back(numbers[0] + numbers[1] + numbers[2] + numbers[3]);
    table.emplace_back();
    for (const std::size_t part : parts) table.back().push_back(numbers[part]);
  }
  const auto cells = hide_small(table, true);
  const auto shown = hide_small(totals);
  const std::uint64_t largest = *std::max_element(totals.begin(), totals.end());
  std::vector<std::string_view> heads;
  heads.reserve(parts.size() + 1);
  for (const std::size_t part : parts) heads.push_back(words.parts.at(part));
  heads.push_back(words.total);
  open_totals(page, words.day, words.day, heads);
  std::size_t row = 0;
  for (const auto& [day, numbers] : days) {
    std::vector<Cell> cells_of_row = cells[row];
    cells_of_row.push_back(shown[row]);
    add_total(page, day == 0 ? std::string{words.day_unknown} : told(day, words), cells_of_row, largest);
    ++row;
  }
  page.add("</tbody></table>");
}

/// How far an option moves when the marked answers are left out, in points of percent.
double shift(std::uint64_t part, std::uint64_t all, std::uint64_t marked, std::uint64_t marked_all) {
  if (all == marked_all) return 0;
  const double with = static_cast<double>(part) / static_cast<double>(all);
  const double without = static_cast<double>(part - marked) / static_cast<double>(all - marked_all);
  return 100 * (without - with);
}

/// "+3", "0", "-12"
std::string points(double shifted) {
  const long whole = std::lround(shifted);
  return whole == 0 ? "0" : fmt::format("{:+}", whole);
}

struct Compared {
  const ToldQuestion* question = nullptr;
  std::uint64_t marked = 0;  // answers
  std::vector<std::uint64_t> with;
  std::vector<std::uint64_t> of_marked;
  double largest = 0;
};

Compared compare(const ToldQuestion& question) {
  const AskedTally& tally = *question.tally;
  Compared compared{&question, tally.marked.opinions, {}, {}, 0};
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    compared.with.push_back(tally.all.options[i]);
    compared.of_marked.push_back(tally.marked.options[i]);
  }
  if (question.counts_dont_know()) {
    compared.marked += tally.marked.dont_know;
    compared.with.push_back(tally.all.dont_know);
    compared.of_marked.push_back(tally.marked.dont_know);
  }
  for (std::size_t i = 0; i < compared.with.size(); ++i) {
    compared.largest =
        std::max(compared.largest,
                 std::abs(shift(compared.with[i], question.answers, compared.of_marked[i], compared.marked)));
  }
  return compared;
}

void add_comparison(Page& page, const Compared& compared) {
  const ToldQuestion& question = *compared.question;
  const ReportWords& words = page.words;
  page.add("<h3>{}. {}</h3>", question.number, question.name());
  const std::uint64_t unmarked = question.answers - compared.marked;
  if (compared.marked < fewest_told || unmarked < fewest_told) {
    page.add("<p>{}</p>", filled_in(compared.marked < fewest_told ? words.marked_few : words.marked_most,
                                    std::ceil(compared.largest)));
    return;
  }
  std::vector<std::vector<std::uint64_t>> table(2);
  for (std::size_t i = 0; i < compared.with.size(); ++i) {
    table[0].push_back(compared.of_marked[i]);
    table[1].push_back(compared.with[i] - compared.of_marked[i]);
  }
  const survey::Question& asked = question.tally->asked();
  const auto cells = hide_small(table, survey::chooses_one(asked));
  page.add(
      R"(<table class="plain"><thead><tr><th scope="col">{}</th><th scope="col" class="count">{}<br>({})</th><th scope="col" class="count">{}<br>({})</th><th scope="col" class="count">{}</th></tr></thead><tbody>)",
      words.option, words.with, told(question.answers, words), words.without, told(unmarked, words),
      words.points);
  for (std::size_t i = 0; i < compared.with.size(); ++i) {
    const bool is_option = i < question.options.size();
    const std::string called =
        is_option ? question.in_html(asked.options[i].label) : std::string{words.dont_know};
    const bool with_told = !is_option || question.options[i];
    const bool told_both = with_told && cells[0][i] && cells[1][i];
    page.add(
        R"(<tr><th scope="row">{}</th><td class="count">{}</td><td class="count">{}</td><td class="count">{}</td></tr>)",
        called, with_told ? percent(compared.with[i], question.answers) : page.number({}),
        told_both ? percent(*cells[1][i], unmarked) : page.number({}),
        told_both ? points(shift(compared.with[i], question.answers, compared.of_marked[i], compared.marked))
                  : page.number({}));
  }
  page.add(R"(</tbody></table>)");
}

}  // namespace

void add_when(Page& page, const std::vector<ToldQuestion>& questions) {
  Days days;
  std::map<std::string, std::uint64_t> languages;
  std::map<std::string, std::uint64_t> stations;
  for (const ToldQuestion& question : questions) {
    if (!question.told) continue;
    for (const auto& [when, given] : question.tally->by_day) {
      if (question.counted(given) > 0)
        days[when.first].at(static_cast<std::size_t>(when.second)) += question.counted(given);
    }
    for (const auto& [language, given] : question.tally->by_language)
      languages[language] += question.counted(given);
    for (const auto& [station, given] : question.tally->by_station)
      stations[station] += question.counted(given);
  }
  if (days.empty()) return;
  const ReportWords& words = page.words;
  page.add(R"(<section id="when"><h2>{}</h2><p class="lead">{}</p>)", words.when_title, words.when_says);
  add_days(page, days);
  add_totals(page, words.by_language, words.language_name, languages,
             [&](const std::string& tag) { return html(name_of_language(tag, words)); });
  if (stations.size() > 1)
    add_totals(page, words.by_station, words.station, stations,
               [](const std::string& id) { return html(id); });
  page.add("</section>");
}

void add_marked(Page& page, const std::vector<ToldQuestion>& questions) {
  if (std::none_of(questions.begin(), questions.end(), [](const ToldQuestion& one) { return one.told; }))
    return;
  page.add(R"(<section id="marked"><h2>{}</h2><p>{}</p>)", page.words.marked_title, page.words.marked_says);
  bool any = false;
  for (const ToldQuestion& question : questions) {
    const Compared compared = question.told ? compare(question) : Compared{};
    if (compared.marked == 0) continue;
    add_comparison(page, compared);
    any = true;
  }
  if (!any) page.add("<p>{}</p>", page.words.marked_none);
  page.add("</section>");
}

}  // namespace kiosk::batch
