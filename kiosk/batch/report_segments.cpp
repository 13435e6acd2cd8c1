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

/// How many of each group chose each option, or gave it points; nothing where that may not be told. Points
/// add up in every group too, so that one hidden interest alone would follow from the others.
std::vector<std::vector<Cell>> told_cells(const ToldQuestion& question, const std::vector<Group>& groups) {
  const survey::Question& asked = question.tally->asked();
  const bool weighs = asked.kind == survey::Kind::weigh;
  const std::size_t count = asked.options.size();
  std::vector<std::vector<std::uint64_t>> table;
  for (const Group& group : groups) {
    const auto& options = group.scores->options;
    table.emplace_back(options.begin(), options.begin() + static_cast<std::ptrdiff_t>(count));
  }
  auto cells = hide_small(table, weighs || survey::chooses_one(asked));
  const auto averages = weighs ? average_points(question.tally->all, count) : Averages(count);
  for (std::size_t row = 0; row < groups.size(); ++row) {
    for (std::size_t i = 0; i < count; ++i) {
      // What the whole does not tell, its parts do not tell either.
      const bool whole_told = weighs ? averages[i].has_value() : question.options[i].has_value();
      if (!whole_told || !groups[row].opinions) cells[row][i].reset();
    }
  }
  return cells;
}

/// What is told of an option in a group: which part of it chose that, or how many points it gave on average.
std::string told_of(const Page& page, const ToldQuestion& question, const store::Scores& scores,
                    std::size_t option, const Cell& cell) {
  if (!cell) return page.number({});
  if (question.tally->asked().kind != survey::Kind::weigh) return percent(*cell, scores.opinions);
  return told(static_cast<double>(scores.points.at(option)) / static_cast<double>(scores.opinions),
              page.words);
}

}  // namespace

Averages average_points(const store::Scores& scores, std::size_t count) {
  survey::Question question;
  question.kind = survey::Kind::weigh;
  question.options.resize(count);
  const auto tally = store::shown(scores, question);
  Averages averages(count);
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
  const auto table = told_cells(question, groups);
  for (std::size_t row = 0; row < groups.size(); ++row) {
    std::string cells = fmt::format(R"(<td class="count">{}</td>)", page.number(groups[row].opinions));
    for (std::size_t i = 0; i < table[row].size(); ++i) {
      cells += fmt::format(R"(<td class="count">{}</td>)",
                           told_of(page, question, *groups[row].scores, i, table[row][i]));
    }
    page.add(R"(<tr><th scope="row">{}</th>{}</tr>)", groups[row].name, cells);
  }
  page.add("</tbody></table></div>");
}

}  // namespace kiosk::batch
