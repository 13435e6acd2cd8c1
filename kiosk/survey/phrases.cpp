#include "kiosk/survey/phrases.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

#include "kiosk/survey/phrase_names.h"
#include "kiosk/survey/table_reader.h"
#include "kiosk/survey/wording.h"

namespace kiosk::survey {

namespace {

const auto& names_of(Phrase /*tells which*/) { return visitor_phrases; }
const auto& names_of(StaffPhrase /*tells which*/) { return staff_phrases; }

std::string filled(std::string text, std::string_view mark, std::string_view number) {
  if (const std::size_t at = text.find(mark); at != std::string::npos) {
    text.replace(at, mark.size(), number);
  }
  return text;
}

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

/// "1 second", and the Arabic for two seconds, may be written without a digit.
bool may_be_words(std::string_view key) {
  const auto words = {PluralCategory::zero, PluralCategory::one, PluralCategory::two};
  return std::any_of(words.begin(), words.end(), [&](PluralCategory each) { return key == name_of(each); });
}

/// Notes numbers that are missing from a phrase, and braces that nothing will fill.
void check_marks(TableReader& table, std::string_view key, const std::string& text, Numbers numbers) {
  const std::size_t n = numbers == Numbers::none ? 0 : 1;
  const std::size_t m = numbers == Numbers::two ? 1 : 0;
  const std::size_t n_found = times(text, "{n}");
  const bool n_fits = n_found == n || (n_found == 0 && may_be_words(key));
  if (n_fits && times(text, "{m}") == m && times(text, "{") == n_found + m) return;
  const char* remedy = numbers == Numbers::none ? "take the { out"
                       : numbers == Numbers::two
                           ? "write {n} and {m} once each where the numbers come, and no other {"
                           : "write {n} once where the number comes, and no other {";
  table.refuse(key, fmt::format("the numbers of '{}' do not fit", key), remedy);
}

std::string& in(Phrases::Forms& forms, PluralCategory category) {
  return forms.at(static_cast<std::size_t>(category));
}

/// Which plural categories the language has, as its file says. None where that is wrong, which is noted.
std::vector<PluralCategory> read_categories(TableReader& reader, Findings& findings) {
  const List* list = reader.list("forms", Need::required);
  if (list == nullptr) return {};
  std::set<PluralCategory> written;
  bool fine = true;
  for (const Value& value : *list) {
    const auto* name = std::get_if<std::string>(&value.is);
    const auto found = std::find(plural_names.begin(), plural_names.end(), name == nullptr ? "" : *name);
    if (found != plural_names.end()) {
      written.insert(PluralCategory{static_cast<std::uint8_t>(found - plural_names.begin())});
      continue;
    }
    fine = false;
    findings.add(value.place,
                 fmt::format("{} is not a form", name == nullptr ? value.kind() : fmt::format("'{}'", *name)),
                 fmt::format("use those of: {}", fmt::join(plural_names, ", ")));
  }
  if (fine && written.count(PluralCategory::other) == 0) {
    fine = false;
    reader.refuse("forms", "the language has no form 'other'", "add \"other\": every language has it");
  }
  if (!fine) return {};
  return {written.begin(), written.end()};
}

/// A phrase as one text, or as a table of its forms where it counts something.
template <class Which>
Phrases::Forms read_forms(const Table& table, TableReader& reader, Findings& findings,
                          const PhraseName<Which>& name, const std::vector<PluralCategory>& categories) {
  Phrases::Forms forms;
  const Member* written = table.find(name.key);
  const auto* by_number = written == nullptr ? nullptr : std::get_if<Table>(&written->value.is);
  if (name.numbers != Numbers::counted || by_number == nullptr) {
    std::string& text = in(forms, PluralCategory::other);
    text = reader.text(name.key, Need::required).value_or("");
    if (!text.empty()) check_marks(reader, name.key, text, name.numbers);
    return forms;
  }
  reader.table(name.key, Need::required);
  TableReader number{*by_number, findings, fmt::format("'{}'", name.key)};
  for (const PluralCategory category : categories) {
    std::string& text = in(forms, category);
    text = number.text(name_of(category), Need::required).value_or("");
    if (!text.empty()) check_marks(number, name_of(category), text, name.numbers);
  }
  if (!categories.empty()) number.refuse_the_rest();  // else the forms of the language are noted already
  return forms;
}

}  // namespace

template <class Which>
const std::string& PhrasesOf<Which>::in(Which phrase) const {
  assert(names_of(phrase).at(static_cast<std::size_t>(phrase)).numbers == Numbers::none);
  return forms(phrase).back();
}

template <class Which>
std::string PhrasesOf<Which>::in(Which phrase, std::string_view number, PluralCategory category) const {
  const Forms& all = forms(phrase);
  const std::string& form = all.at(static_cast<std::size_t>(category));
  return filled(form.empty() ? all.back() : form, "{n}", number);
}

template <class Which>
std::string PhrasesOf<Which>::in(Which phrase, std::string_view number, std::string_view of) const {
  return filled(filled(forms(phrase).back(), "{n}", number), "{m}", of);
}

template <class Which>
Result<PhrasesOf<Which>, std::vector<Problem>> PhrasesOf<Which>::read(std::string_view text,
                                                                      const std::string& file) {
  const auto table = parse_toml(text, file);
  if (!table) return table.error();
  Findings findings{file, text};
  TableReader reader{*table, findings, "the language"};
  PhrasesOf phrases;
  phrases.language_ = reader.text("language", Need::required).value_or("");
  if (!phrases.language_.empty() && !is_language_tag(phrases.language_)) {
    reader.refuse("language", fmt::format("'{}' is not a language", phrases.language_), "write it as \"nl\"");
  }
  phrases.own_name_ = reader.text("own_name", Need::required).value_or("");
  phrases.categories_ = read_categories(reader, findings);
  for (const auto& name : names_of(Which{})) {
    phrases.forms_.at(static_cast<std::size_t>(name.phrase)) =
        read_forms(*table, reader, findings, name, phrases.categories_);
  }
  reader.refuse_the_rest();
  if (!findings.none()) return findings.in_order();
  return phrases;
}

template class PhrasesOf<Phrase>;
template class PhrasesOf<StaffPhrase>;

}  // namespace kiosk::survey
