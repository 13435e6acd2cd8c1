#include "kiosk/survey/languages.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>

#include "kiosk/base/ascii.h"
#include "kiosk/survey/wording.h"

namespace kiosk::survey {

std::vector<Language> read_languages(TableReader& reader, Findings& findings, std::string_view called,
                                     Need need) {
  const List* list = reader.list("languages", need);
  if (list == nullptr) return {};
  std::vector<Language> languages;
  for (const Value& value : *list) {
    const auto* language = std::get_if<std::string>(&value.is);
    const std::string small = language == nullptr ? "" : in_small_letters(*language);
    if (language != nullptr && small != *language && is_language_tag(small)) {
      findings.add(value.place, fmt::format("'{}' is not a language", *language),
                   fmt::format("write it as \"{}\"", small));
      languages.push_back(small);  // what is written in it is no further mistake
    } else if (language == nullptr || !is_language_tag(*language)) {
      const std::string written = language == nullptr ? value.kind() : fmt::format("'{}'", *language);
      findings.add(value.place, fmt::format("{} is not a language", written),
                   "write languages as [\"nl\", \"en\"]");
    } else if (std::find(languages.begin(), languages.end(), *language) != languages.end()) {
      findings.add(value.place, fmt::format("the language '{}' is there twice", *language), "take one out");
    } else {
      languages.push_back(*language);
    }
  }
  if (list->empty()) reader.refuse("languages", "'languages' is empty", "write languages = [\"nl\"]");
  if (languages.size() > most_languages) {
    reader.refuse("languages", fmt::format("{} has {} languages", called, languages.size()),
                  fmt::format("keep it to {}", most_languages));
  }
  return languages;
}

}  // namespace kiosk::survey
