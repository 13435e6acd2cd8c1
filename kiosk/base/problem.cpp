#include "kiosk/base/problem.h"

#include <fmt/core.h>

namespace kiosk {

std::string describe(const Problem& problem) {
  const char* severity = problem.severity == Problem::Severity::error ? "error" : "warning";
  if (problem.line == 0) {
    return fmt::format("{}: {}: {}; {}\n", problem.file, severity, problem.what, problem.remedy);
  }
  // Tabs are kept in the caret's line, so that the caret stands under its column whatever a tab's width is.
  std::string indent;
  int column = 1;
  for (const char byte : problem.source_line) {
    if (column >= problem.column) break;
    const bool continues_character = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
    if (continues_character) continue;
    indent += byte == '\t' ? '\t' : ' ';
    ++column;
  }
  return fmt::format("{}:{}:{}: {}: {}; {}\n  {}\n  {}^\n", problem.file, problem.line, problem.column,
                     severity, problem.what, problem.remedy, problem.source_line, indent);
}

std::string describe(const std::vector<Problem>& problems) {
  std::string blocks;
  for (const Problem& problem : problems) blocks += describe(problem);
  return blocks;
}

}  // namespace kiosk
