#include "kiosk/survey/findings.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "kiosk/base/ascii.h"
#include "kiosk/base/utf8.h"
#include "kiosk/survey/wording.h"

namespace kiosk::survey {

namespace {

constexpr std::string_view unreadable = "\xEF\xBF\xBD";  // U+FFFD

/// The line as it can be shown: everything after the first broken byte is lost, as nobody can say what it
/// was. Of a line that fills a screen by itself only its beginning.
std::string shown(std::string_view line) {
  constexpr std::size_t longest = 1000;
  if (line.size() > longest) {
    std::size_t cut = longest;
    while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
    return shown(line.substr(0, cut)) + "\xE2\x80\xA6";
  }
  std::size_t end = line.size();
  while (!utf8::valid(line.substr(0, end))) --end;
  std::string kept;
  for (std::string_view rest = line.substr(0, end); !rest.empty();) {
    const std::string_view character = utf8::first(rest, 1);
    kept += character != "\t" && forbidden_in_wording(character) ? unreadable : character;
    rest.remove_prefix(character.size());
  }
  if (end < line.size()) kept += unreadable;
  return kept;
}

/// How many letters must be put in, left out, replaced or swapped with their neighbour to make `b` out of
/// `a`.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      const std::size_t replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

Findings::Findings(std::string file, std::string_view text) : file_{std::move(file)} {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // a byte order mark is no column
  while (true) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines_.emplace_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
}

void Findings::add(Place at, std::string what, std::string remedy) {
  if (problems_.size() == most_problems) {
    ++more_;
    return;
  }
  Problem problem;
  problem.file = file_;
  problem.line = at.line;
  problem.column = at.column;
  problem.what = std::move(what);
  problem.remedy = std::move(remedy);
  const auto line = static_cast<std::size_t>(at.line);
  if (line >= 1 && line <= lines_.size()) problem.source_line = shown(lines_[line - 1]);
  problems_.push_back(std::move(problem));
}

std::vector<Problem> Findings::in_order() const {
  std::vector<Problem> sorted = problems_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) {
    return std::pair{a.line, a.column} < std::pair{b.line, b.column};
  });
  if (more_ > 0) {
    Problem rest;
    rest.file = file_;
    rest.line = 0;
    rest.what = fmt::format("{} more errors are not shown", more_);
    rest.remedy = "mend these first";
    sorted.push_back(std::move(rest));
  }
  return sorted;
}

std::string did_you_mean(std::string_view written, const std::vector<std::string>& known) {
  constexpr std::size_t longest = 64;  // beyond that it is no slip of a finger, and the table of costs grows
  std::size_t fewest = std::max<std::size_t>(1, written.size() / 3) + 1;
  const std::string* nearest = nullptr;
  for (const std::string& candidate : known) {
    if (written.size() > longest) break;
    if (in_small_letters(std::string{written}) == in_small_letters(candidate))
      return fmt::format("did you mean '{}'?", candidate);
    const std::size_t needed = edits(written, candidate);
    if (needed >= fewest || needed >= candidate.size()) continue;
    fewest = needed;
    nearest = &candidate;
  }
  if (nearest != nullptr) return fmt::format("did you mean '{}'?", *nearest);
  return fmt::format("use one of: {}", fmt::join(known, ", "));
}

}  // namespace kiosk::survey
