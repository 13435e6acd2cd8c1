#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/problem.h"

namespace kiosk::survey {

/// Where something stands in a text: both from 1, columns in characters (code points). Line 0 is the whole
/// file.
struct Place {
  int line = 0;
  int column = 1;
};

/// The most that a writer is told at once. Without a limit a line of 40 KB, wrong in 20,000 places and shown
/// at each, is a gigabyte of messages.
inline constexpr std::size_t most_problems = 100;

/// Gathers what is wrong with one text, so that its writer hears everything at once.
class Findings {
 public:
  /// Keeps a copy of `text`, to show the lines that are wrong. Where it is not UTF-8, or holds invisible
  /// characters, these show as U+FFFD: one column each, and no terminal obeys them.
  Findings(std::string file, std::string_view text);

  /// Notes one error; of those after most_problems only how many there are.
  void add(Place at, std::string what, std::string remedy);

  bool none() const { return problems_.empty(); }

  /// All that were kept, from the top of the file to its end, then how many more there are.
  std::vector<Problem> in_order() const;

 private:
  std::string file_;
  std::vector<std::string> lines_;
  std::vector<Problem> problems_;
  std::size_t more_ = 0;  // that are not among them
};

/// What to do about a word that is not among the `known` ones: the one that was probably meant, or all of
/// them. "did you mean 'themes'?" where at most a third of the letters, or one, must change (swapping two is
/// one change); else "use one of: themes, dilemma, open".
std::string did_you_mean(std::string_view written, const std::vector<std::string>& known);

}  // namespace kiosk::survey
