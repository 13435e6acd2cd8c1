#include <set>
#include <string_view>

#include "kiosk/batch/report_parts.h"
#include "kiosk/store/published.h"

namespace kiosk::batch {

namespace {

/// A group and what it answered.
struct Group {
  std::string name;
  const store::Scores* scores = nullptr;
  Cell opinions{};  ///< nothing where the group is small, or would give a small one away
};

/// Those that answered: first those of the set that is told, in its order; then those that only an earlier
/// wording had, by their ids; who said nothing last.
std::vector<Group> groups_of(const ToldQuestion& question, const ReportWords& words) {
  const AskedTally& tally = *question.tally;
  std::vector<Group> groups;
  std::set<std::string_view> told;
  if (const auto asks = survey::segment_question(*tally.survey)) {
    for (const survey::Option& group : tally.survey->questions[*asks].options) {
      const auto found = tally.by_segment.find(group.id);
      if (found == tally.by_segment.end()) continue;
      groups.push_back({question.in_html(group.label), &found->second});
      told.insert(group.id);
    }
  }
  for (const auto& [id, scores] : tally.by_segment) {
    if (!id.empty() && !told.contains(id)) groups.push_back({html(id), &scores});
  }
  if (groups.empty()) return {};
  const auto unknown = tally.by_segment.find("");
  if (unknown != tally.by_segment.end()) groups.push_back({std::string{words.no_segment}, &unknown->second});
  std::vector<std::uint64_t> sizes;
  sizes.reserve(groups.size());
  for (const Group& group : groups) sizes.push_back(group.scores->opinions);
  const auto cells = hide_small(sizes);
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i].opinions = cells[i];
  return groups;
}

void open_groups(Page& page, const ToldQuestion& question) {
  std::string heads = fmt::format(R"(<th scope="col" class="count">{}</th>)", page.words.count);
  for (const survey::Option& option : question.tally->asked().options)
    heads += fmt::format(R"(<th scope="col" class="count">{}</th>)", question.in_html(option.label));
  page.add(
      R"(<h3>{}</h3><div class="wide"><table class="plain"><thead><tr><th scope="col">{}</th>{}</tr></thead><tbody>)",
      page.words.by_segment, page.words.segment, heads);
}

/// How many of each group chose each option, as parts of the group.
std::vector<std::vector<std::string>> choices(const Page& page, const ToldQuestion& question,
                                              const std::vector<Group>& groups) {
  const survey::Question& asked = question.tally->asked();
  std::vector<std::vector<std::uint64_t>> table;
  for (const Group& group : groups) {
    const auto& options = group.scores->options;
    table.emplace_back(options.begin(), options.begin() + static_cast<std::ptrdiff_t>(asked.options.size()));
  }
  const auto cells = hide_small(table, survey::chooses_one(asked));
  std::vector<std::vector<std::string>> rows(groups.size());
  for (std::size_t row = 0; row < groups.size(); ++row) {
    for (std::size_t i = 0; i < asked.options.size(); ++i) {
      // What the whole does not tell, its parts do not tell either.
      const bool may_be = question.options[i] && groups[row].opinions;
      const Cell cell = may_be ? cells[row][i] : Cell{};
      rows[row].push_back(cell ? percent(*cell, groups[row].scores->opinions) : page.number({}));
    }
  }
  return rows;
}

/// How many points each group gave to each interest on average.
std::vector<std::vector<std::string>> averages(const Page& page, const ToldQuestion& question,
                                               const std::vector<Group>& groups) {
  const std::size_t count = question.tally->asked().options.size();
  std::vector<std::vector<std::string>> rows;
  for (const Group& group : groups) {
    rows.emplace_back();
    for (const auto& average : average_points(*group.scores, count)) {
      const bool may_be = average && group.opinions;
      rows.back().push_back(may_be ? told(*average, page.words) : page.number({}));
    }
  }
  return rows;
}

}  // namespace

std::vector<std::optional<double>> average_points(const store::Scores& scores, std::size_t count) {
  survey::Question question;
  question.kind = survey::Kind::weigh;
  question.options.resize(count);
  const auto tally = store::shown(scores, question);
  std::vector<std::optional<double>> averages(count);
  if (!tally) return averages;
  for (std::size_t i = 0; i < count; ++i) {
    if (!tally->points[i]) continue;
    averages[i] = static_cast<double>(*tally->points[i]) / static_cast<double>(scores.opinions);
  }
  return averages;
}

void add_segments(Page& page, const ToldQuestion& question) {
  const auto groups = groups_of(question, page.words);
  if (groups.size() < 2) return;
  open_groups(page, question);
  const bool weighs = question.tally->asked().kind == survey::Kind::weigh;
  const auto rows = weighs ? averages(page, question, groups) : choices(page, question, groups);
  for (std::size_t row = 0; row < groups.size(); ++row) {
    std::string cells = fmt::format(R"(<td class="count">{}</td>)", page.number(groups[row].opinions));
    for (const std::string& cell : rows[row]) cells += fmt::format(R"(<td class="count">{}</td>)", cell);
    page.add(R"(<tr><th scope="row">{}</th>{}</tr>)", groups[row].name, cells);
  }
  page.add("</tbody></table></div>");
}

}  // namespace kiosk::batch
