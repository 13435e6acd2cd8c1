#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/batch/html.h"
#include "kiosk/batch/report_words.h"
#include "kiosk/batch/small_cells.h"
#include "kiosk/batch/tally.h"

/// The parts of a report, each of which adds its piece to a page.
namespace kiosk::batch {

/// What may be told of a question.
struct ToldQuestion {
  const AskedTally* tally = nullptr;
  std::size_t number = 0;       ///< in the report, from 1
  std::uint64_t answers = 0;    ///< choices, and "don't know" where that counts
  std::uint64_t dont_know = 0;  ///< 0 where it does not count
  std::vector<Cell> options;    ///< by option of the set
  bool told = false;            ///< were there enough answers?

  bool counts_dont_know() const { return dont_know > 0; }

  /// How many of some answers count.
  std::uint64_t counted(const Given& given) const {
    return given.choices + (counts_dont_know() ? given.dont_know : 0);
  }

  /// Words of the set, in its default language, as HTML.
  std::string in_html(const survey::Words& words) const {
    const survey::Language& spoken = tally->survey->default_language();
    return html(words.in(spoken, spoken));
  }

  /// What it is called in a list: "Behouden", or the question where there is no tag of its own.
  std::string name() const;
};

/// What may be told of each question.
std::vector<ToldQuestion> told_questions(const Tally& tally);

/// A page that grows, and in which words.
struct Page {
  const ReportWords& words;
  std::string text{};

  /// Adds `form` with `parts` filled in; all that comes from outside is HTML already.
  template <class... Parts>
  void add(std::string_view form, const Parts&... parts) {
    fmt::format_to(std::back_inserter(text), fmt::runtime(form), parts...);
    text += '\n';
  }

  /// A cell of a table with a number in it.
  std::string number(const Cell& cell) const {
    return cell ? told(*cell, words) : "<span class=\"few\">" + std::string{words.hidden} + "</span>";
  }
};

/// "42%"
std::string percent(std::uint64_t part, std::uint64_t all);

/// Words with something filled in, of which neither is HTML yet.
template <class... Parts>
std::string filled_in(std::string_view form, const Parts&... parts) {
  return fmt::format(fmt::runtime(form), parts...);
}

/// What stands in place of a number that is not told: it is small, or would give a small one away.
std::string not_told(std::uint64_t number, const ReportWords& words);

/// How many points each interest got on average; nothing where that is not told.
using Averages = std::vector<std::optional<double>>;
Averages average_points(const store::Scores& scores, std::size_t count);

void add_questions(Page& page, const std::vector<ToldQuestion>& questions);

/// How the groups that visitors said to belong to answered one question, where that was asked.
void add_segments(Page& page, const ToldQuestion& question);

void add_when(Page& page, const std::vector<ToldQuestion>& questions);
void add_marked(Page& page, const std::vector<ToldQuestion>& questions);
void add_words(Page& page, const std::vector<ToldQuestion>& questions, std::uint64_t sealed);

/// The page's only style sheet.
extern const std::string_view report_style;

}  // namespace kiosk::batch
