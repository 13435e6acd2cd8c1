#include "kiosk/survey/reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <utility>

#include "kiosk/base/plain_name.h"
#include "kiosk/survey/languages.h"
#include "kiosk/survey/table_reader.h"
#include "kiosk/survey/wording.h"

namespace kiosk::survey {

namespace {

// In the order of the enums.
const std::vector<std::string>& kinds() {
  static const std::vector<std::string> names{"themes", "dilemma", "open", "info",
                                              "choice", "scale",   "weigh"};
  return names;
}
const std::vector<std::string>& tones() {
  static const std::vector<std::string> names{"keep", "improve", "dilemma", "open"};
  return names;
}
const std::vector<std::string>& stages() {
  static const std::vector<std::string> names{"draft", "test", "live"};
  return names;
}

const std::vector<std::string>& orders() {
  static const std::vector<std::string> names{"random", "fixed"};
  return names;
}

/// Notes it when an id was used before.
void check_new(TableReader& table, std::set<std::string>& used, const std::optional<std::string>& id,
               const char* where) {
  if (!id || used.insert(*id).second) return;
  table.refuse("id", fmt::format("the id '{}' is used before {}", *id, where), "give this one another id");
}

std::vector<Option> read_options(TableReader& question, Findings& findings,
                                 const std::vector<Language>& languages, Kind kind) {
  std::vector<Option> options;
  std::set<std::string> used;
  for (const Table* table : question.tables("option", "question.option")) {
    TableReader option{*table, findings, fmt::format("option {}", options.size() + 1)};
    const auto id = option.id("id");
    check_new(option, used, id, "in this question");
    const bool last = option.yes_or_no("last").value_or(false);
    if (last && kind != Kind::themes && kind != Kind::choice) {
      option.refuse("last", "'last' is only for an option of themes or a choice", "take the line out");
    }
    options.push_back({id.value_or(""), option.words_beside(languages), last});
  }
  return options;
}

void check_option_count(TableReader& question, Kind kind, std::size_t count) {
  const std::string written = fmt::format("the question has {} option{}", count, count == 1 ? "" : "s");
  if (kind == Kind::themes && (count < 2 || count > most_options)) {
    question.refuse("kind", written, fmt::format("themes need 2 to {} of [[question.option]]", most_options));
  }
  if (kind == Kind::dilemma && count != 2) {
    question.refuse("kind", written, "a dilemma needs exactly 2 of [[question.option]]");
  }
  if (kind == Kind::choice && (count < 2 || count > most_options)) {
    question.refuse("kind", written,
                    fmt::format("a choice needs 2 to {} of [[question.option]]", most_options));
  }
  if (kind == Kind::scale && count != 5 && count != 7) {
    question.refuse("kind", written,
                    "a scale needs 5 or 7 of [[question.option]], from one end to the other");
  }
  if (kind == Kind::weigh && (count < fewest_interests || count > most_interests)) {
    question.refuse("kind", written,
                    fmt::format("a weigh needs {} to {} of [[question.option]]: the interests",
                                fewest_interests, most_interests));
  }
  if (kind == Kind::open && count != 0) {
    question.refuse("kind", written, "an open question has none: take them out, or write kind = \"themes\"");
  }
  if (kind == Kind::info && count != 0) {
    question.refuse("kind", written, "an info asks nothing: take them out, or write kind = \"themes\"");
  }
}

/// What only one kind of question can have.
void read_choosing(TableReader& question, Kind kind, Question& into) {
  const auto most = static_cast<double>(std::clamp<std::size_t>(into.options.size(), 2, most_options));
  const auto pick = question.whole_number("pick", {1, most});
  const auto own_words = question.yes_or_no("own_words");
  const auto segment = question.yes_or_no("segment");
  const auto longest = question.whole_number("longest_text", {40, 1000});
  const auto order = question.one_of("order", orders(), Need::optional);
  const bool writes =
      kind == Kind::themes || kind == Kind::choice || kind == Kind::scale || kind == Kind::weigh;
  if (kind != Kind::themes && question.has("pick")) {
    question.refuse("pick", "'pick' is only for themes", "take the line out");
  }
  if (!writes && question.has("own_words")) {
    question.refuse("own_words", "'own_words' is only for themes, a choice, a scale or a weigh",
                    "take the line out");
  }
  if (kind != Kind::choice && question.has("order")) {
    question.refuse("order", "'order' is only for a choice", "take the line out");
  }
  if (segment.value_or(false) && kind != Kind::choice) {
    question.refuse("segment", "'segment' is only for a choice",
                    "take the line out, or write kind = \"choice\"");
  }
  if (segment.value_or(false) && own_words.value_or(false)) {
    question.refuse("own_words", "who writes which group they belong to can be known by it",
                    "take the line out: a group is chosen, never written");
  }
  if (kind == Kind::info && question.has("longest_text")) {
    question.refuse("longest_text", "an info has no text to write", "take the line out");
  }
  into.pick_at_most = pick.value_or(into.pick_at_most);
  into.segment = segment.value_or(false) && kind == Kind::choice;
  into.own_words = own_words.value_or(into.own_words);
  into.longest_text = longest.value_or(into.longest_text);
  into.fixed_order = kind == Kind::scale || order == std::size_t{1};
}

Tone read_tone(TableReader& question, std::optional<Kind> kind) {
  if (kind == Kind::themes && !question.has("tone")) {
    question.refuse("kind", "a question with themes needs a tone",
                    "add tone = \"keep\" or tone = \"improve\"");
  }
  const auto tone = question.one_of("tone", tones(), Need::optional);
  if (tone) return Tone{static_cast<int>(*tone)};
  const bool scales = kind == Kind::dilemma || kind == Kind::weigh;  // the icon of that tone
  return scales ? Tone::dilemma : Tone::open;
}

/// How many words, as spaces part them.
std::size_t words_in(const std::string& text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char letter : text) {
    if (letter != ' ' && !inside) ++count;
    inside = letter != ' ';
  }
  return count;
}

/// What an info says, and the question of any other kind.
void read_wording(TableReader& reader, bool is_info, const std::vector<Language>& languages,
                  Question& question) {
  if (!is_info) {
    question.text = reader.words("text", languages, Need::required);
    question.hint = reader.words("hint", languages, Need::optional);
    return;
  }
  question.text = reader.words("title", languages, Need::required);
  question.hint = reader.words("text", languages, Need::required);
  for (const auto& [language, text] : question.hint.by_language) {
    const std::size_t count = words_in(text);
    if (count <= most_info_words) continue;
    reader.refuse("text", fmt::format("the text has {} words in '{}'", count, language),
                  fmt::format("keep it to {}: nobody reads more while passing by", most_info_words));
  }
}

/// A work form has a time for each of its questions; nobody could lead one that has it for some.
void check_minutes(const Survey& survey, const std::vector<const Table*>& tables, Findings& findings) {
  if (phases_of(survey).empty()) return;
  for (std::size_t i = 0; i < survey.questions.size(); ++i) {
    const Question& question = survey.questions[i];
    if (question.segment && question.minutes > 0) {
      findings.add(tables[i]->place,
                   "the group of the visitor is asked at every question, not at a time of its own",
                   "take its minutes out");
    } else if (!question.segment && question.minutes == 0) {
      findings.add(tables[i]->place, fmt::format("question {} has no minutes, and others have", i + 1),
                   "write minutes = … here too, or take all of them out");
    }
  }
}

std::optional<Picture> read_picture(TableReader& question, std::size_t number, Findings& findings,
                                    const std::vector<Language>& languages, std::optional<Kind> kind) {
  if (kind && *kind != Kind::info) {
    question.refuse_any("picture", "'picture' is only for an info",
                        "take it out, or make an info of it: kind = \"info\"");
    return std::nullopt;
  }
  const Table* table = question.table("picture", Need::optional, R"({ file = "picture.png", nl = "…" })");
  if (table == nullptr) return std::nullopt;
  TableReader reader{*table, findings, fmt::format("the picture of question {}", number)};
  const auto file = reader.text("file", Need::required);
  if (file && (!is_plain_name(*file) || !file->ends_with(".png"))) {
    reader.refuse("file", fmt::format("'{}' is no name of a PNG picture beside this file", *file),
                  R"(put the picture beside this file, and write its name: "picture.png")");
  }
  Picture picture{.file = file.value_or(""), .shows = reader.words_beside(languages)};
  const Member* named = table->find("file");
  const Place place = named == nullptr ? table->place : named->value.place;
  picture.line = place.line;
  picture.column = place.column;
  return picture;
}

Question read_question(const Table& table, std::size_t number, Findings& findings,
                       std::set<std::string>& used, const std::vector<Language>& languages) {
  TableReader reader{table, findings, fmt::format("question {}", number)};
  Question question;
  question.line = table.place.line;
  const auto id = reader.id("id");
  check_new(reader, used, id, "in this set");
  question.id = id.value_or("");
  std::optional<Kind> kind;
  if (const auto chosen = reader.one_of("kind", kinds(), Need::required))
    kind = Kind{static_cast<int>(*chosen)};
  question.kind = kind.value_or(Kind::open);
  question.tone = read_tone(reader, kind);
  question.tag = reader.words("tag", languages, Need::required);
  read_wording(reader, kind == Kind::info, languages, question);
  question.minutes = reader.whole_number("minutes", {1, 120, "min"}).value_or(reader.has("minutes") ? 1 : 0);
  question.picture = read_picture(reader, number, findings, languages, kind);
  question.options = read_options(reader, findings, languages, kind.value_or(Kind::themes));
  question.long_because = reader.text("long_because", Need::optional).value_or("");
  if (kind) check_option_count(reader, *kind, question.options.size());
  read_choosing(reader, kind.value_or(Kind::themes), question);
  reader.refuse_the_rest();
  return question;
}

}  // namespace

Result<Survey, std::vector<Problem>> read_survey(std::string_view text, const std::string& file) {
  const auto table = parse_toml(text, file);
  if (!table) return table.error();
  Findings findings{file, text};
  TableReader reader{*table, findings, "the set"};
  Survey survey;
  survey.source = text;
  survey.id = reader.id("id").value_or("");
  if (const auto stage = reader.one_of("stage", stages(), Need::optional)) {
    survey.stage = Stage{static_cast<int>(*stage)};
  }
  survey.languages = read_languages(reader, findings, "the set", Need::required);
  survey.title = reader.words("title", survey.languages, Need::required);
  std::set<std::string> used;
  const std::vector<const Table*> tables = reader.tables("question", "question");
  for (const Table* question : tables) {
    const std::size_t number = survey.questions.size() + 1;
    const bool asked = segment_question(survey).has_value();
    survey.questions.push_back(read_question(*question, number, findings, used, survey.languages));
    if (asked && survey.questions.back().segment) {
      findings.add(question->place, "the group of the visitor is asked for a second time",
                   "keep segment = true on one question: an answer carries one group");
    }
  }
  check_minutes(survey, tables, findings);
  if (!reader.has("question")) findings.add({}, "the set has no questions", "add at least one [[question]]");
  if (!survey.questions.empty() && asked_from(survey, 0).empty()) {
    findings.add({}, "the set only tells and asks nothing", "add a [[question]] of another kind than info");
  }
  if (survey.questions.size() > most_questions) {
    findings.add({}, fmt::format("the set has {} questions", survey.questions.size()),
                 fmt::format("keep it to {}: make a second set of the rest", most_questions));
  }
  reader.refuse_the_rest();
  if (!findings.none()) return findings.in_order();
  return survey;
}

}  // namespace kiosk::survey
