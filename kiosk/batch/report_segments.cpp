#include <algorithm>

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

/// Those that answered, in the order of the set; who said nothing last.
std::vector<Group> groups_of(const ToldQuestion& question, const ReportWords& words) {
  const AskedTally& tally = *question.tally;
  const auto asks = survey::segment_question(*tally.survey);
  if (!asks || *asks == tally.question) return {};
  std::vector<Group> groups;
  for (const auto& [segment, scores] : tally.by_segment) {
    if (segment == 0) continue;
    groups.push_back(
        {question.in_html(tally.survey->questions[*asks].options.at(segment - 1U).label), &scores});
  }
  if (groups.empty()) return {};
  const auto unknown = tally.by_segment.find(0);
  if (unknown != tally.by_segment.end()) groups.push_back({std::string{words.no_segment}, &unknown->second});
  std::vector<std::uint64_t> sizes;
  for (const Group& group : groups) sizes.push_back(group.scores->opinions);
  const auto cells = hide_small(sizes);
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i].opinions = cells[i];
  return groups;
}

void open_groups(Page& page, const std::vector<Group>& groups) {
  std::string heads;
  for (const Group& group : groups)
    heads += fmt::format(R"(<th scope="col" class="count">{}</th>)", group.name);
  page.add(R"(<h3>{}</h3><table class="plain"><thead><tr><th scope="col">{}</th>{}</tr></thead><tbody>)",
           page.words.by_segment, page.words.option, heads);
}

void add_group_row(Page& page, const std::string& called, const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) row += fmt::format(R"(<td class="count">{}</td>)", cell);
  page.add(R"(<tr><th scope="row">{}</th>{}</tr>)", called, row);
}

void add_choices(Page& page, const ToldQuestion& question, const std::vector<Group>& groups) {
  const survey::Question& asked = question.tally->asked();
  std::vector<std::vector<std::uint64_t>> table;
  for (const Group& group : groups) {
    const auto& options = group.scores->options;
    table.emplace_back(options.begin(), options.begin() + static_cast<std::ptrdiff_t>(asked.options.size()));
  }
  const auto cells = hide_small(table, survey::chooses_one(asked));
  for (std::size_t i = 0; i < asked.options.size(); ++i) {
    std::vector<std::string> row;
    for (std::size_t group = 0; group < groups.size(); ++group) {
      // What the whole does not tell, its parts do not tell either.
      const bool may_be = question.options[i] && groups[group].opinions;
      const Cell cell = may_be ? cells[group][i] : Cell{};
      row.push_back(cell ? percent(*cell, groups[group].scores->opinions) : page.number({}));
    }
    add_group_row(page, question.in_html(asked.options[i].label), row);
  }
}

void add_averages(Page& page, const ToldQuestion& question, const std::vector<Group>& groups) {
  const survey::Question& asked = question.tally->asked();
  std::vector<std::vector<std::optional<double>>> averages;
  for (const Group& group : groups) {
    averages.push_back(group.opinions ? average_points(*group.scores, asked.options.size())
                                      : std::vector<std::optional<double>>(asked.options.size()));
  }
  for (std::size_t i = 0; i < asked.options.size(); ++i) {
    std::vector<std::string> row;
    for (const auto& of_group : averages)
      row.push_back(of_group[i] ? told(*of_group[i], page.words) : page.number({}));
    add_group_row(page, question.in_html(asked.options[i].label), row);
  }
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
  open_groups(page, groups);
  std::vector<std::string> sizes;
  for (const Group& group : groups) sizes.push_back(page.number(group.opinions));
  add_group_row(page, std::string{page.words.count}, sizes);
  question.tally->asked().kind == survey::Kind::weigh ? add_averages(page, question, groups)
                                                      : add_choices(page, question, groups);
  page.add("</tbody></table>");
}

}  // namespace kiosk::batch
