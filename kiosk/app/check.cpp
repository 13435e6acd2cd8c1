#include "kiosk/app/check.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <set>
#include <utility>

#include "kiosk/app/every_screen.h"
#include "kiosk/app/progress.h"
#include "kiosk/app/session.h"
#include "kiosk/app/share.h"
#include "kiosk/base/utf8.h"
#include "kiosk/batch/sealed_texts.h"
#include "kiosk/sdl/fonts.h"
#include "kiosk/sdl/library.h"
#include "kiosk/survey/advice.h"
#include "kiosk/survey/identity.h"

namespace kiosk::app {

namespace {

/// Words with their soft hyphens as people write them in a file, where nobody would see them.
std::string as_written(std::string words) {
  constexpr std::string_view hyphen = "\u00AD";
  for (std::size_t at = 0; (at = words.find(hyphen, at)) != std::string::npos;) {
    words.replace(at, hyphen.size(), "\\u00AD");
  }
  return words;
}

/// Where in the set's file a text stands, as far as its own words tell: line 0, the whole file, for words
/// that the kiosk says itself.
Problem problem_at(const Setup& setup, const std::string& file, const std::string& words) {
  Problem problem{.file = file,
                  .line = 0,
                  .severity = Problem::Severity::error,
                  .what = {},
                  .remedy = {},
                  .source_line = {}};
  const std::string& source = setup.survey.source;
  std::size_t at = source.find(words);
  if (at == std::string::npos) at = source.find(as_written(words));
  if (at == std::string::npos) return problem;
  const std::size_t line_start = at == 0 ? 0 : source.rfind('\n', at - 1) + 1;
  const std::size_t line_end = std::min(source.find('\n', at), source.size());
  problem.line = 1 + static_cast<int>(
                         std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  problem.column =
      1 + static_cast<int>(utf8::length(std::string_view{source}.substr(line_start, at - line_start)));
  problem.source_line = source.substr(line_start, line_end - line_start);
  return problem;
}

/// What whoever wrote the set may want to know, and need not heed.
std::vector<Problem> advice(const Setup& setup, const std::string& file) {
  std::vector<Problem> problems;
  std::vector<survey::Advice> all = survey::advice_on(setup.survey);
  for (survey::Advice& one : survey::missing_languages(setup.survey)) all.push_back(std::move(one));
  for (survey::Advice& advice : all) {
    Problem problem = problem_at(setup, file, advice.words);
    problem.severity = Problem::Severity::warning;
    problem.what = std::move(advice.what);
    problem.remedy = std::move(advice.remedy);
    problems.push_back(std::move(problem));
  }
  return problems;
}

/// Enough of them to find them by.
std::string beginning_of(const std::string& words) {
  constexpr std::size_t enough = 80;
  if (utf8::length(words) <= enough) return words;
  return std::string{utf8::first(words, enough)} + "…";
}

Problem does_not_fit(const Setup& setup, const std::string& file, const ui::Frame& frame,
                     const std::string& words, visit::TextSize size) {
  Problem problem = problem_at(setup, file, words);
  problem.what = fmt::format("\"{}\" does not fit on the screen \"{}\" in {}, text size {}, at {}x{}",
                             beginning_of(words), frame.screen, frame.language, name_of(size), frame.size.w,
                             frame.size.h);
  problem.remedy = "make it shorter, or put soft hyphens (\\u00AD) into its long words";
  return problem;
}

/// Every combination of what a visitor can choose that changes how much room there is.
std::vector<visit::Comfort> comforts(const Setup& setup, const ui::Panel& panel) {
  std::vector<visit::Comfort> all;
  for (std::size_t language = 0; language < setup.languages.size(); ++language) {
    for (const auto size : {visit::TextSize::normal, visit::TextSize::large, visit::TextSize::largest}) {
      all.push_back({.language = language, .size = size});
      if (panel.portrait()) all.push_back({.language = language, .size = size, .lower = true});
    }
  }
  return all;
}

std::vector<Problem> misfits(const Setup& setup, const ui::Panel& panel, const std::string& file,
                             ui::Typesetter& typesetter, const std::function<void()>& one_more) {
  std::vector<Problem> problems;
  std::set<std::string> told;
  for (const visit::Comfort& comfort : comforts(setup, panel)) {
    one_more();
    for (const Example& example : every_screen(setup, comfort)) {
      const ui::Frame frame = Session{setup, example.state}.frame(panel, typesetter);
      for (const ui::Misfit& misfit : frame.misfits) {
        if (told.insert(misfit.words).second)
          problems.push_back(does_not_fit(setup, file, frame, misfit.words, comfort.size));
      }
    }
  }
  return problems;
}

std::vector<Problem> missing_letters(const Setup& setup, const std::string& file, sdl::Fonts& fonts) {
  std::vector<Problem> problems;
  for (const std::string* words : all_wording(setup.survey)) {
    const std::vector<char32_t> missing = fonts.missing_letters(*words);
    if (missing.empty()) continue;
    Problem problem = problem_at(setup, file, *words);
    problem.what = fmt::format("no font has the letter U+{:04X} of \"{}\"",
                               static_cast<unsigned>(missing.front()), *words);
    problem.remedy = "write it with another letter";
    problems.push_back(std::move(problem));
  }
  return problems;
}

std::vector<ui::Panel> panels_of(const CheckOptions& options, const Station& station) {
  if (!options.panels.empty()) return options.panels;
  return {ui::panel_of({1080, 1920}, station.diagonal_inch),
          ui::panel_of({1920, 1080}, station.diagonal_inch)};
}

/// True if the set is good.
bool check_one(const std::filesystem::path& file, const CheckOptions& options,
               const std::optional<survey::Survey>& before, sdl::Fonts& fonts) {
  const auto setup = load({.set = file, .station = options.station});
  if (!setup) {
    fmt::print(stderr, "{}", setup.error().text);
    return false;
  }
  fmt::print(stderr, "{}", setup->theme_trouble);
  std::vector<Problem> problems = missing_letters(*setup, file.string(), fonts);
  if (before) {
    std::vector<Problem> more = survey::broken_identity(*before, setup->survey, file.string());
    std::move(more.begin(), more.end(), std::back_inserter(problems));
  }
  Progress progress{"checking", "ways to show the screens"};
  const auto panels = panels_of(options, setup->station);
  std::uint64_t ways = 0;
  std::uint64_t done = 0;
  for (const ui::Panel& panel : panels) ways += comforts(*setup, panel).size();
  for (const ui::Panel& panel : panels) {
    std::vector<Problem> more = misfits(*setup, panel, file.string(), fonts, [&] {
      if (!options.quiet) progress.tell(done++, ways);
    });
    std::move(more.begin(), more.end(), std::back_inserter(problems));
  }
  progress.clear();
  fmt::print(stderr, "{}", describe(advice(*setup, file.string())));
  fmt::print(stderr, "{}", describe(problems));
  if (!problems.empty() || !setup->theme_trouble.empty()) return false;
  const std::size_t asked = survey::asked_from(setup->survey, 0).size();
  const std::size_t told = setup->survey.questions.size() - asked;
  const auto counted = [](std::size_t count, const char* what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
  };
  fmt::print("{}: good: {}{} in {}, every screen fits\n", file.string(), counted(asked, "question"),
             told == 0 ? "" : " and " + counted(told, "info"),
             counted(setup->survey.languages.size(), "language"));
  return true;
}

/// What is no error of the station, but better known before the event than after it. Only where a station's
/// file was named: who checks a question set does not ask about sticks.
std::string warnings_about(const CheckOptions& options, const Station& station) {
  Problem problem{.file = options.station->string(),
                  .line = 0,
                  .severity = Problem::Severity::warning,
                  .what = {},
                  .remedy = {},
                  .source_line = {}};
  if (station.recipients.empty()) {
    problem.what = "without recipients in [export] a stick holds words of visitors that anyone can read";
    problem.remedy = "make a key with age-keygen and put its public key there";
    return describe(problem);
  }
  if (batch::can_seal()) return {};
  problem.what = "the program age is not there, so words of visitors cannot be sealed";
  problem.remedy = "install the package age";
  return describe(problem);
}

}  // namespace

int check(const CheckOptions& options) {
  const auto library = sdl::TextLibrary::start();
  const auto fonts = sdl::Fonts::open(share_folder() / "fonts");
  if (!library || !fonts) {
    fmt::print(stderr, "kiosk: {}\n", library ? fonts.error().text : library.error().text);
    return 1;
  }
  std::vector<std::filesystem::path> sets = options.sets;
  if (sets.empty()) sets.push_back(share_folder() / "config" / "questions" / "omgevingswet.toml");
  std::optional<survey::Survey> before;
  if (options.against) {
    auto read = load_survey(*options.against);
    if (!read) {
      fmt::print(stderr, "{}", read.error().text);
      return 1;
    }
    before = std::move(*read);
  }
  bool good = true;
  for (const std::filesystem::path& set : sets) good = check_one(set, options, before, **fonts) && good;
  if (good && options.station) {
    const auto station = load_station(options.station);
    if (station) fmt::print(stderr, "{}", warnings_about(options, *station));
  }
  return good ? 0 : 1;
}

}  // namespace kiosk::app
