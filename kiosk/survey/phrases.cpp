#include "kiosk/survey/phrases.h"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "kiosk/survey/table_reader.h"
#include "kiosk/survey/wording.h"

namespace kiosk::survey {

namespace {

enum class Numbers {
  none,
  one,
  counted,
  two
};  // counted: may be written in a form for 1 and one for the rest

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

/// Notes numbers that are missing from a phrase, and braces that nothing will fill.
void check_marks(TableReader& table, std::string_view key, const std::string& text, Numbers numbers) {
  const bool for_one = key == "one";  // "1 second" may be written out
  const std::size_t n = numbers == Numbers::none ? 0 : 1;
  const std::size_t m = numbers == Numbers::two ? 1 : 0;
  const std::size_t n_found = times(text, "{n}");
  const bool n_fits = n_found == n || (for_one && n_found == 0);
  if (n_fits && times(text, "{m}") == m && times(text, "{") == n_found + m) return;
  const char* remedy = numbers == Numbers::none ? "take the { out"
                       : numbers == Numbers::two
                           ? "write {n} and {m} once each where the numbers come, and no other {"
                           : "write {n} once where the number comes, and no other {";
  table.refuse(key, fmt::format("the numbers of '{}' do not fit", key), remedy);
}

/// A phrase as one text, or as a table of its forms where it has a number that is counted.
Phrases::Forms read_forms(const Table& table, TableReader& reader, Findings& findings, const Name& name) {
  Phrases::Forms forms;
  const Member* written = table.find(name.key);
  const auto* by_number = written == nullptr ? nullptr : std::get_if<Table>(&written->value.is);
  if (name.numbers != Numbers::counted || by_number == nullptr) {
    forms.other = reader.text(name.key, Need::required).value_or("");
    if (!forms.other.empty()) check_marks(reader, name.key, forms.other, name.numbers);
    return forms;
  }
  reader.table(name.key, Need::required);
  TableReader number{*by_number, findings, fmt::format("'{}'", name.key)};
  for (const auto& [key, form] : {std::pair{"one", &forms.one}, std::pair{"other", &forms.other}}) {
    *form = number.text(key, Need::required).value_or("");
    if (!form->empty()) check_marks(number, key, *form, name.numbers);
  }
  number.refuse_the_rest();
  return forms;
}

}  // namespace

const std::string& Phrases::in(Phrase phrase) const {
  assert(names.at(static_cast<std::size_t>(phrase)).numbers == Numbers::none);
  return forms(phrase).other;
}

std::string Phrases::in(Phrase phrase, long number) const {
  const Forms& both = forms(phrase);
  return filled(number == 1 && !both.one.empty() ? both.one : both.other, "{n}", number);
}

std::string Phrases::in(Phrase phrase, long number, long of) const {
  return filled(filled(forms(phrase).other, "{n}", number), "{m}", of);
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
  for (const Name& name : names) {
    phrases.forms_.at(static_cast<std::size_t>(name.phrase)) = read_forms(*table, reader, findings, name);
  }
  reader.refuse_the_rest();
  if (!findings.none()) return findings.in_order();
  return phrases;
}

}  // namespace kiosk::survey
