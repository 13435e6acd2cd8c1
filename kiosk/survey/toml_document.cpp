#include "kiosk/survey/toml_document.h"

#include <fmt/core.h>
#include <toml++/toml.h>

#include <algorithm>
#include <optional>

#include "kiosk/base/overloaded.h"
#include "kiosk/base/utf8.h"
#include "kiosk/survey/syntax_error.h"

namespace kiosk::survey {

namespace {

Place place_of(const toml::source_region& region) {
  return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

/// The place of the byte at `offset`, which only valid UTF-8 comes before.
Place place_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const auto lines = std::count(before.begin(), before.end(), '\n');
  return {static_cast<int>(lines) + 1, static_cast<int>(utf8::length(before.substr(line_start))) + 1};
}

std::size_t valid_bytes(std::string_view text) {
  std::size_t start = 0;
  while (true) {  // by line: no line break is ever a part of another character
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (!utf8::valid(text.substr(start, end - start))) break;
    if (end == text.size()) return end;
    start = end + 1;
  }
  std::size_t valid = start;
  for (std::size_t taken = 1; taken <= 4 && valid + taken <= text.size();) {
    const bool fits = utf8::valid(text.substr(valid, taken));
    valid += fits ? taken : 0;
    taken = fits ? 1 : taken + 1;
  }
  return valid;
}

/// The position of the last character of the string that begins at `start`; an unfinished one ends with its
/// line.
std::size_t end_of_string(std::string_view text, std::size_t start) {
  const char quote = text[start];
  const std::string_view triple = quote == '"' ? R"(""")" : "'''";
  const std::string_view mark = text.substr(start).starts_with(triple) ? triple : triple.substr(0, 1);
  for (std::size_t i = start + mark.size(); i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;
    } else if (text.substr(i).starts_with(mark)) {
      return i + mark.size() - 1;
    } else if (text[i] == '\n' && mark.size() == 1) {
      return i;
    }
  }
  return text.size();
}

/// Where the text nests too deep for the parser's stack. The parser itself has a limit on brackets, none on
/// dots.
std::optional<std::size_t> too_deep(std::string_view text) {
  int brackets = 0;
  int dots = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' || c == '\'') i = end_of_string(text, i);
    if (c == '#') i = std::min(text.find('\n', i), text.size());
    if (c == '.') ++dots;
    if (c == '[' || c == '{') ++brackets;
    if ((c == ']' || c == '}') && brackets > 0) --brackets;
    if (std::string_view{"[]{}=,#\n"}.find(c) != std::string_view::npos) dots = 0;
    if (std::max(brackets, dots) > deepest_nesting) return i;
  }
  return std::nullopt;
}

Value convert(const toml::node& node);

Table convert(const toml::table& table) {
  Table converted{place_of(table.source()), {}};
  for (const auto& [key, node] : table) {
    converted.members.push_back({std::string{key.str()}, place_of(key.source()), convert(node)});
  }
  return converted;
}

List convert(const toml::array& array) {
  List converted;
  for (const toml::node& node : array) converted.push_back(convert(node));
  return converted;
}

Value convert(const toml::node& node) {
  Value converted{place_of(node.source()), Moment{}};
  if (const auto* text = node.as_string()) converted.is = text->get();
  if (const auto* whole = node.as_integer()) converted.is = whole->get();
  if (const auto* number = node.as_floating_point()) converted.is = number->get();
  if (const auto* truth = node.as_boolean()) converted.is = truth->get();
  if (const auto* array = node.as_array()) converted.is = convert(*array);
  if (const auto* table = node.as_table()) converted.is = convert(*table);
  return converted;
}

/// Line number `number` of `text`, from 1, without its end.
std::string_view line_of(std::string_view text, int number) {
  for (int line = 1; line < number && !text.empty(); ++line)
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

void add_syntax_error(Findings& findings, std::string_view text, const toml::parse_error& error) {
  const Place at = place_of(error.source());
  auto [what, remedy] = in_plain_words(error.description(), line_of(text, at.line), at.column);
  findings.add(at, std::move(what), std::move(remedy));
}

}  // namespace

const Member* Table::find(std::string_view name) const {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.name == name; });
  return found == members.end() ? nullptr : &*found;
}

const char* Value::kind() const {
  return std::visit(Overloaded{
                        [](const std::string&) { return "text"; },
                        [](std::int64_t) { return "a number"; },
                        [](double) { return "a number with a point"; },
                        [](bool) { return "true or false"; },
                        [](const Moment&) { return "a date or time"; },
                        [](const List&) { return "a list"; },
                        [](const Table&) { return "a table"; },
                    },
                    is);
}

Result<Table, std::vector<Problem>> parse_toml(std::string_view text, const std::string& file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // a byte order mark is no column
  Findings findings{file, text.size() <= largest_document ? text : std::string_view{}};
  if (text.size() > largest_document) {
    findings.add({}, fmt::format("the file holds more than {} KiB", largest_document / 1024),
                 "split it, or see whether it is the right file");
    return findings.in_order();
  }
  if (const std::size_t valid = valid_bytes(text); valid < text.size()) {
    findings.add(place_of(text, valid), "this is not UTF-8",
                 "save the file again with the encoding UTF-8, and see that letters with accents are right");
    return findings.in_order();
  }
  if (const auto deep = too_deep(text)) {
    findings.add(place_of(text, *deep), fmt::format("this nests deeper than {} levels", deepest_nesting),
                 "take out some of the brackets or dots");
    return findings.in_order();
  }
  try {
    Table root = convert(toml::parse(text, file));
    root.place = {};
    return root;
  } catch (const toml::parse_error& error) {
    add_syntax_error(findings, text, error);
    return findings.in_order();
  }
}

}  // namespace kiosk::survey
