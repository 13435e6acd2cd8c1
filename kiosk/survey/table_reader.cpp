#include "kiosk/survey/table_reader.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "kiosk/survey/wording.h"

namespace kiosk::survey {

TableReader::TableReader(const Table& table, Findings& findings, std::string called)
    : table_{table}, findings_{findings}, called_{std::move(called)} {}

const Member* TableReader::find(std::string_view name, Need need, const std::string& example) {
  asked_.emplace_back(name);
  const Member* member = table_.find(name);
  if (member == nullptr && need == Need::required) {
    findings_.add(table_.place, fmt::format("{} has no '{}'", called_, name),
                  fmt::format("add {} = {}", name, example));
  }
  return member;
}

void TableReader::refuse_kind(const Member& member, const char* wanted, const std::string& example) {
  findings_.add(member.value.place,
                fmt::format("'{}' is {}, not {}", member.name, member.value.kind(), wanted),
                fmt::format("write {} = {}", member.name, example));
}

bool TableReader::check_wording(std::string_view called, const Value& value, const std::string& text) {
  if (blank(text)) {
    findings_.add(value.place, fmt::format("{} is empty", called), "write something between the quotes");
    return false;
  }
  if (const auto character = forbidden_in_wording(text)) {
    findings_.add(value.place, fmt::format("{} holds the character {}", called, code_point_name(*character)),
                  *character < 0x20 ? "write it on one line, with spaces"
                                    : "take it out: nobody sees it, and it can turn the text around");
    return false;
  }
  return true;
}

std::optional<std::string> TableReader::text(std::string_view name, Need need) {
  const std::string example = "\"…\"";
  const Member* member = find(name, need, example);
  if (member == nullptr) return std::nullopt;
  const auto* text = std::get_if<std::string>(&member->value.is);
  if (text == nullptr) {
    refuse_kind(*member, "text", example);
    return std::nullopt;
  }
  if (!check_wording(fmt::format("'{}'", name), member->value, *text)) return std::nullopt;
  return *text;
}

std::optional<std::string> TableReader::id(std::string_view name) {
  auto text = this->text(name, Need::required);
  if (text && !is_id(*text)) {
    refuse(name, fmt::format("'{}' cannot be an {}", *text, name), "use 1 to 40 of a-z, 0-9 and -");
    return std::nullopt;
  }
  return text;
}

std::optional<std::size_t> TableReader::one_of(std::string_view name, const std::vector<std::string>& known,
                                               Need need) {
  if (need == Need::required && !has(name)) {
    asked_.emplace_back(name);
    refuse("", fmt::format("{} has no '{}'", called_, name),
           fmt::format("add {} = \"{}\", or another of: {}", name, known.front(),
                       fmt::join(known.begin() + 1, known.end(), ", ")));
    return std::nullopt;
  }
  const auto text = this->text(name, need);
  if (!text) return std::nullopt;
  const auto found = std::find(known.begin(), known.end(), *text);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  refuse(name, fmt::format("unknown {} '{}'", name, *text), did_you_mean(*text, known));
  return std::nullopt;
}

std::optional<bool> TableReader::yes_or_no(std::string_view name) {
  const Member* member = find(name, Need::optional, "true");
  if (member == nullptr) return std::nullopt;
  if (const auto* yes = std::get_if<bool>(&member->value.is)) return *yes;
  refuse_kind(*member, "true or false", "true");
  return std::nullopt;
}

void TableReader::refuse_bounds(const Member& member, const std::string& written, Bounds bounds,
                                const char* what_number) {
  const std::string unit = *bounds.unit == '\0' ? "" : fmt::format(" {}", bounds.unit);
  findings_.add(member.value.place, fmt::format("'{}' is {}{}", member.name, written, unit),
                fmt::format("write {} from {} to {}{}", what_number, bounds.least, bounds.most, unit));
}

std::optional<int> TableReader::whole_number(std::string_view name, Bounds bounds) {
  const Member* member = find(name, Need::optional, fmt::format("{}", bounds.least));
  if (member == nullptr) return std::nullopt;
  const auto* whole = std::get_if<std::int64_t>(&member->value.is);
  if (whole == nullptr) {
    refuse_kind(*member, "a whole number", fmt::format("{}", bounds.least));
    return std::nullopt;
  }
  const auto value = static_cast<double>(*whole);
  if (value >= bounds.least && value <= bounds.most) return static_cast<int>(*whole);
  refuse_bounds(*member, fmt::format("{}", *whole), bounds, "a whole number");
  return std::nullopt;
}

std::optional<double> TableReader::number(std::string_view name, Bounds bounds) {
  const Member* member = find(name, Need::optional, fmt::format("{}", bounds.least));
  if (member == nullptr) return std::nullopt;
  std::optional<double> value;
  if (const auto* whole = std::get_if<std::int64_t>(&member->value.is)) value = static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&member->value.is)) value = *number;
  if (!value) {
    refuse_kind(*member, "a number", fmt::format("{}", bounds.least));
    return std::nullopt;
  }
  if (*value >= bounds.least && *value <= bounds.most) return value;  // never true of "not a number"
  refuse_bounds(*member, fmt::format("{}", *value), bounds, "a number");
  return std::nullopt;
}

const Table* TableReader::table(std::string_view name, Need need, const std::string& example) {
  const Member* member = find(name, need, example);
  if (member == nullptr) return nullptr;
  const auto* table = std::get_if<Table>(&member->value.is);
  if (table == nullptr) refuse_kind(*member, "a table", example);
  return table;
}

std::vector<const Table*> TableReader::tables(std::string_view name, std::string_view header) {
  const Member* member = find(name, Need::optional, "");
  if (member == nullptr) return {};
  std::vector<const Table*> tables;
  const auto* list = std::get_if<List>(&member->value.is);
  if (list != nullptr) {
    for (const Value& value : *list) {
      if (const auto* table = std::get_if<Table>(&value.is)) tables.push_back(table);
    }
  }
  if (list == nullptr || list->empty() || tables.size() != list->size()) {
    findings_.add(member->place, fmt::format("'{}' is not a list of tables", name),
                  fmt::format("begin each with a line of its own: [[{}]]", header));
    return {};
  }
  return tables;
}

const List* TableReader::list(std::string_view name, Need need, const std::string& example) {
  const Member* member = find(name, need, example);
  if (member == nullptr) return nullptr;
  const auto* list = std::get_if<List>(&member->value.is);
  if (list == nullptr) refuse_kind(*member, "a list", example);
  return list;
}

Words TableReader::words(std::string_view name, const std::vector<Language>& languages, Need need) {
  const std::string example = fmt::format("{{ {} = \"…\" }}", languages.empty() ? "nl" : languages.front());
  const Table* table = this->table(name, need, example);
  if (table == nullptr) return {};
  TableReader by_language{*table, findings_, fmt::format("'{}' of {}", name, called_)};
  return by_language.words_beside(languages);
}

Words TableReader::words_beside(const std::vector<Language>& languages) {
  if (languages.empty())
    return {};  // noted already: nothing can be said about the words before that is mended
  Words words;
  for (const Language& language : languages) {
    const bool is_default = language == languages.front();
    if (auto text = this->text(language, is_default ? Need::required : Need::optional)) {
      words.by_language.emplace(language, std::move(*text));
    }
  }
  for (const Member& member : table_.members) {
    const bool asked = std::find(asked_.begin(), asked_.end(), member.name) != asked_.end();
    if (asked || !is_language_tag(member.name)) continue;
    asked_.push_back(member.name);
    findings_.add(member.place, fmt::format("the set has no language '{}'", member.name),
                  fmt::format("add it to languages, or use one of: {}", fmt::join(languages, ", ")));
  }
  refuse_the_rest();
  return words;
}

void TableReader::refuse(std::string_view name, std::string what, std::string remedy) {
  const Member* member = table_.find(name);
  findings_.add(member == nullptr ? table_.place : member->value.place, std::move(what), std::move(remedy));
}

void TableReader::refuse_any(std::string_view name, std::string what, std::string remedy) {
  asked_.emplace_back(name);
  if (has(name)) refuse(name, std::move(what), std::move(remedy));
}

void TableReader::refuse_the_rest() {
  for (const Member& member : table_.members) {
    if (std::find(asked_.begin(), asked_.end(), member.name) != asked_.end()) continue;
    findings_.add(member.place, fmt::format("{} cannot have '{}'", called_, member.name),
                  did_you_mean(member.name, asked_));
  }
}

}  // namespace kiosk::survey
