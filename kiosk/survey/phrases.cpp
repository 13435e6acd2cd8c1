#include "kiosk/survey/phrases.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

#include "kiosk/survey/table_reader.h"
#include "kiosk/survey/wording.h"

namespace kiosk::survey {

namespace {

/// How many numbers a phrase has. Where it counts something it may be written in a form for each plural
/// category.
enum class Numbers { none, counted, two };

struct Name {
  Phrase phrase;
  const char* key;
  Numbers numbers = Numbers::none;
};

constexpr std::array<Name, phrase_count> names{{
    {Phrase::start, "start"},
    {Phrase::promise, "promise"},
    {Phrase::progress, "progress", Numbers::two},
    {Phrase::saved, "saved"},
    {Phrase::back, "back"},
    {Phrase::skip, "skip"},
    {Phrase::next, "next"},
    {Phrase::send, "send"},
    {Phrase::clear, "clear"},
    {Phrase::undo_clear, "undo_clear"},
    {Phrase::dont_know, "dont_know"},
    {Phrase::stop, "stop"},
    {Phrase::own_words, "own_words"},
    {Phrase::your_words, "your_words"},
    {Phrase::no_names, "no_names"},
    {Phrase::characters_left, "characters_left", Numbers::counted},
    {Phrase::text_full, "text_full"},
    {Phrase::too_many, "too_many", Numbers::counted},
    {Phrase::choose_first, "choose_first"},
    {Phrase::saving, "saving"},
    {Phrase::thanks_title, "thanks_title"},
    {Phrase::thanks_text, "thanks_text"},
    {Phrase::say_more, "say_more"},
    {Phrase::done, "done"},
    {Phrase::closes_in, "closes_in", Numbers::counted},
    {Phrase::still_there, "still_there"},
    {Phrase::still_there_text, "still_there_text", Numbers::counted},
    {Phrase::yes_still_there, "yes_still_there"},
    {Phrase::out_of_order, "out_of_order"},
    {Phrase::out_of_order_text, "out_of_order_text"},
    {Phrase::last_answer_not_saved, "last_answer_not_saved"},
    {Phrase::space, "space"},
    {Phrase::shift, "shift"},
    {Phrase::backspace, "backspace"},
    {Phrase::letters, "letters"},
    {Phrase::numbers, "numbers"},
    {Phrase::accents, "accents"},
    {Phrase::chosen, "chosen"},
    {Phrase::test_set, "test_set"},
    {Phrase::predecessors, "predecessors", Numbers::counted},
    {Phrase::more_options, "more_options", Numbers::two},
    {Phrase::text_size, "text_size"},
    {Phrase::contrast, "contrast"},
    {Phrase::lower, "lower"},
    {Phrase::choose_language, "choose_language"},
    {Phrase::size_normal, "size_normal"},
    {Phrase::size_large, "size_large"},
    {Phrase::size_largest, "size_largest"},
    {Phrase::contrast_normal, "contrast_normal"},
    {Phrase::contrast_dark, "contrast_dark"},
    {Phrase::contrast_yellow, "contrast_yellow"},
    {Phrase::why_dont_know, "why_dont_know"},
    {Phrase::why_hint, "why_hint"},
    {Phrase::reason_both, "reason_both"},
    {Phrase::reason_neither, "reason_neither"},
    {Phrase::reason_too_little, "reason_too_little"},
    {Phrase::reason_other, "reason_other"},
    {Phrase::explain_choice, "explain_choice"},
    {Phrase::results_title, "results_title"},
    {Phrase::results_waiting_title, "results_waiting_title"},
    {Phrase::results_waiting, "results_waiting", Numbers::counted},
    {Phrase::results_base, "results_base", Numbers::counted},
    {Phrase::percent, "percent", Numbers::counted},
    {Phrase::your_choice, "your_choice"},
    {Phrase::next_question, "next_question"},
    {Phrase::shift_locked, "shift_locked"},
    {Phrase::read_on, "read_on", Numbers::two},
    {Phrase::only_in_language, "only_in_language"},
}};

constexpr bool in_order_of_the_enum() {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (static_cast<std::size_t>(names[i].phrase) != i) return false;
  }
  return true;
}
static_assert(in_order_of_the_enum(), "Phrases::forms_ is indexed by the enum");

std::string filled(std::string text, std::string_view mark, long number) {
  if (const std::size_t at = text.find(mark); at != std::string::npos) {
    text.replace(at, mark.size(), std::to_string(number));
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
Phrases::Forms read_forms(const Table& table, TableReader& reader, Findings& findings, const Name& name,
                          const std::vector<PluralCategory>& categories) {
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

const std::string& Phrases::in(Phrase phrase) const {
  assert(names.at(static_cast<std::size_t>(phrase)).numbers == Numbers::none);
  return forms(phrase).back();
}

std::string Phrases::in(Phrase phrase, long number, PluralCategory category) const {
  const Forms& all = forms(phrase);
  const std::string& form = all.at(static_cast<std::size_t>(category));
  return filled(form.empty() ? all.back() : form, "{n}", number);
}

std::string Phrases::in(Phrase phrase, long number, long of) const {
  return filled(filled(forms(phrase).back(), "{n}", number), "{m}", of);
}

Result<Phrases, std::vector<Problem>> read_phrases(std::string_view text, const std::string& file) {
  const auto table = parse_toml(text, file);
  if (!table) return table.error();
  Findings findings{file, text};
  TableReader reader{*table, findings, "the language"};
  Phrases phrases;
  phrases.language_ = reader.text("language", Need::required).value_or("");
  if (!phrases.language_.empty() && !is_language_tag(phrases.language_)) {
    reader.refuse("language", fmt::format("'{}' is not a language", phrases.language_), "write it as \"nl\"");
  }
  phrases.own_name_ = reader.text("own_name", Need::required).value_or("");
  phrases.categories_ = read_categories(reader, findings);
  for (const Name& name : names) {
    phrases.forms_.at(static_cast<std::size_t>(name.phrase)) =
        read_forms(*table, reader, findings, name, phrases.categories_);
  }
  reader.refuse_the_rest();
  if (!findings.none()) return findings.in_order();
  return phrases;
}

}  // namespace kiosk::survey
