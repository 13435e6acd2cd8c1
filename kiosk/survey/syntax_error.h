#pragma once

#include <string>
#include <string_view>

namespace kiosk::survey {

/// What is wrong with how a file is written, and what to do.
struct SyntaxError {
  std::string what;
  std::string remedy;
};

/// The parser's own `description` of an error in a `line`, before its character number `column` (from 1), for
/// whoever wrote that line and is no programmer.
SyntaxError in_plain_words(std::string_view description, std::string_view line, int column);

}  // namespace kiosk::survey
