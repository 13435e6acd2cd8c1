#pragma once

#include <string>
#include <vector>

namespace kiosk {

/// Something wrong in a file that a person wrote, told so that the person can mend it without a programmer.
struct Problem {
  enum class Severity { error, warning };

  std::string file;
  int line = 1;    ///< from 1; 0 where the whole file is meant
  int column = 1;  ///< from 1, in characters, not bytes
  Severity severity = Severity::error;
  std::string what;         ///< what is wrong
  std::string remedy;       ///< what to do
  std::string source_line;  ///< the line itself, without its line break
};

/// One block: `file:line:column: error: what; remedy`, the line, a caret under the column. Ends in a line
/// break.
std::string describe(const Problem& problem);

/// All blocks, in the order of the file.
std::string describe(const std::vector<Problem>& problems);

}  // namespace kiosk
