#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "kiosk/base/problem.h"
#include "kiosk/base/utf8.h"
#include "tests/fuzz/promise.h"

namespace kiosk::fuzz {

/// A file that cannot be read is told so in a way that a person can find and mend.
inline void promise_told(const std::vector<Problem>& problems, std::string_view text) {
  promise(!problems.empty(), "a refusal says why");
  const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
  for (const Problem& problem : problems) {
    promise(problem.line >= 0 && problem.line <= lines, "a problem is on a line of the file");
    promise(problem.column >= 1, "a problem is in a column");
    promise(!problem.what.empty() && !problem.remedy.empty(), "a problem says what is wrong and what to do");
  }
  promise(!utf8::valid(text) || utf8::valid(describe(problems)), "what is told is text");
}

}  // namespace kiosk::fuzz
