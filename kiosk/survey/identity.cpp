#include "kiosk/survey/identity.h"

#include <fmt/format.h>

#include <algorithm>

namespace kiosk::survey {

namespace {

std::string line_of(const std::string& text, int number) {
  std::size_t start = 0;
  for (int line = 1; line < number && start < text.size(); ++line) {
    start = std::min(text.find('\n', start), text.size() - 1) + 1;
  }
  return text.substr(start, std::min(text.find('\n', start), text.size()) - start);
}

Problem problem_of(const Survey& set, const Question& question, const std::string& file, std::string what,
                   std::string remedy) {
  return {.file = file,
          .line = question.line,
          .what = std::move(what),
          .remedy = std::move(remedy),
          .source_line = line_of(set.source, question.line)};
}

bool has(const Question& question, const std::string& option) {
  return std::any_of(question.options.begin(), question.options.end(),
                     [&](const Option& one) { return one.id == option; });
}

void compare(const Question& before, const Survey& set, const Question& now, const std::string& file,
             std::vector<Problem>& problems) {
  if (before.kind != now.kind) {
    problems.push_back(problem_of(set, now, file,
                                  fmt::format("the question '{}' is of another kind than it was", now.id),
                                  "people answered it as it was: give the new question another id"));
    return;
  }
  for (const Option& option : before.options) {
    if (has(now, option.id)) continue;
    problems.push_back(problem_of(
        set, now, file, fmt::format("the question '{}' has no option '{}' any more", now.id, option.id),
        "people may have chosen it: put it back, or give the question another id"));
  }
}

}  // namespace

std::vector<Problem> broken_identity(const Survey& before, const Survey& now, const std::string& file) {
  std::vector<Problem> problems;
  if (before.id != now.id) return problems;
  for (const Question& question : now.questions) {
    for (const Question& old : before.questions) {
      if (old.id == question.id) compare(old, now, question, file, problems);
    }
  }
  return problems;
}

}  // namespace kiosk::survey
