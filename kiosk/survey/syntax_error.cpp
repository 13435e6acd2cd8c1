#include "kiosk/survey/syntax_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kiosk/base/utf8.h"

namespace kiosk::survey {

namespace {

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// Text processors put these where straight quotes were typed.
bool starts_with_curly_quote(std::string_view text) {
  constexpr std::array<std::string_view, 6> quotes{"“", "”", "„", "‘", "’", "‚"};
  return std::any_of(quotes.begin(), quotes.end(),
                     [&](std::string_view quote) { return text.starts_with(quote); });
}

/// What stands between the first quotes of the parser's sentence.
std::string_view quoted(std::string_view description) {
  const std::size_t start = description.find('\'');
  if (start == std::string_view::npos) return {};
  description.remove_prefix(start + 1);
  return description.substr(0, description.find('\''));
}

}  // namespace

SyntaxError in_plain_words(std::string_view description, std::string_view line, int column) {
  const auto before = static_cast<std::size_t>(std::max(column - 1, 0));
  // A text whose closing quote is missing runs into the end of its line.
  if (has(description, " string: ") && utf8::length(line) <= before)
    return {"the text does not end on this line", "close it with the quote that it began with"};
  if (starts_with_curly_quote(line.substr(utf8::first(line, before).size())))
    return {"these are the quotes of a text processor", R"(write straight ones: "…")"};
  if (has(description, "could not determine value type"))
    return {"this is no value",
            R"(put words between straight quotes: "…"; numbers, true and false go without)"};
  if (has(description, "expected 'true'") || has(description, "expected 'false'"))
    return {"this is no value", "write true or false, in small letters"};
  if (has(description, "cannot redefine existing array")) {
    const std::string_view name = quoted(description);
    return {fmt::format("'{}' is a list", name), fmt::format("write two brackets: [[{}]]", name)};
  }
  if (has(description, "cannot redefine existing"))
    return {fmt::format("'{}' is there twice", quoted(description)), "take one of them out"};

  constexpr std::string_view prefix = "Error while parsing ";  // its words become the end of our sentence
  const bool has_prefix = description.starts_with(prefix);
  if (has_prefix) description.remove_prefix(prefix.size());
  return {fmt::format("syntax error{} {}", has_prefix ? " in" : ":", description),
          "mend it here or on the line before"};
}

}  // namespace kiosk::survey
