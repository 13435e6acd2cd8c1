#include "kiosk/batch/reading.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/batch/head_reader.h"
#include "kiosk/batch/json_scanner.h"
#include "kiosk/survey/reader.h"
#include "kiosk/survey/wording.h"

namespace kiosk::batch {

namespace {

constexpr std::array formats_of_batches{&batch_format, &texts_format};
constexpr std::size_t longest_answer = std::size_t{64}
                                       << 10U;  // 1000 letters of words, each written as six bytes

/// Can this be the beginning of a file of ours?
bool may_be_ours(std::string_view beginning) {
  return std::any_of(formats_of_batches.begin(), formats_of_batches.end(), [&](const Format* format) {
    const std::size_t size = std::min(beginning.size(), format->opening_mark.size());
    return beginning.substr(0, size) == format->opening_mark.substr(0, size);
  });
}

/// They say where a screen may break a word. In a spreadsheet they are letters that nobody sees and no search
/// finds.
void without_soft_hyphens(survey::Survey& survey) {
  const auto clear = [](survey::Words& words) {
    constexpr std::string_view soft_hyphen = "\xC2\xAD";
    for (auto& [language, text] : words.by_language) {
      for (std::size_t at = text.find(soft_hyphen); at != std::string::npos; at = text.find(soft_hyphen, at))
        text.erase(at, soft_hyphen.size());
    }
  };
  clear(survey.title);
  for (survey::Question& question : survey.questions) {
    for (survey::Words* words : {&question.tag, &question.text, &question.hint}) clear(*words);
    for (survey::Option& option : question.options) clear(option.label);
  }
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> known) {
  return std::find(known.begin(), known.end(), text) != known.end();
}

/// The position of the option with this id; nothing where there is none.
std::optional<std::uint8_t> option_called(std::string_view id, const survey::Question& question) {
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (question.options[i].id == id) return static_cast<std::uint8_t>(i);
  }
  return std::nullopt;
}

}  // namespace

std::shared_ptr<const survey::Survey> Surveys::of(const std::string& hash, const std::string& source) {
  const auto known = by_hash_.find(hash);
  if (known != by_hash_.end()) return known->second;
  auto read = survey::read_survey(source, hash);
  std::shared_ptr<const survey::Survey> survey;
  if (read) {
    without_soft_hyphens(*read);
    survey = std::make_shared<survey::Survey>(std::move(*read));
  }
  return by_hash_.emplace(hash, survey).first->second;
}

bool ReadFile::has_words() const { return format == &texts_format; }

BatchReader::BatchReader(Surveys& surveys, TakeLine take) : surveys_{surveys}, take_{std::move(take)} {}

void BatchReader::refuse(std::string why) {
  if (refused_.empty()) refused_ = std::move(why);
}

bool BatchReader::take(std::string_view piece) {
  while (!piece.empty() && refused_.empty() && !enough_) {
    if (!closing_.empty()) {
      refuse("altered after it was written; do not use it, export again");
      break;
    }
    const std::size_t at = piece.find('\n');
    const std::string_view part = piece.substr(0, at == std::string_view::npos ? at : at + 1);
    piece.remove_prefix(part.size());
    line_ += part;
    if (line_.back() == '\n') {
      end_line();
      line_.clear();
    } else if (line_.size() > (opening_.empty() ? longest_head : longest_answer)) {
      refuse("not written by a kiosk: it has a line that is too long");
    }
  }
  return refused_.empty() && !enough_;
}

void BatchReader::end_line() {
  if (opening_.empty()) {
    read_opening();
  } else if (line_.starts_with(batch_format.closing_mark)) {
    closing_ = line_;
    return;
  } else {
    ++rows_;
    read_answer();
  }
  hasher_.take(line_);
}

void BatchReader::read_opening() {
  for (const Format* format : formats_of_batches) {
    if (line_.starts_with(format->opening_mark)) file_.format = format;
  }
  if (file_.format == nullptr) {
    const bool other = line_.starts_with(R"({"format":"kiosk-batch","version":)") ||
                       line_.starts_with(R"({"format":"kiosk-texts","version":)");
    return refuse(other ? "written by another version of the kiosk; use the same one here"
                        : "not written by a kiosk");
  }
  auto head = head_in(line_, *file_.format);
  if (!head) return refuse("not written by a kiosk: its first line is not as a kiosk writes it");
  file_.survey = surveys_.of(head->hash, head->source);
  if (!file_.survey || file_.survey->id != head->set) {
    file_.survey.reset();
    return refuse("not written by a kiosk: its question set cannot be read");
  }
  file_.head = std::move(*head);
  opening_ = line_;
}

bool BatchReader::enter_question(std::string_view id) {
  const auto& questions = file_.survey->questions;
  const auto asked = std::find_if(questions.begin(), questions.end(),
                                  [&](const auto& question) { return question.id == id; });
  if (asked == questions.end() || !survey::asks(*asked)) return false;
  const survey::Language& spoken = file_.survey->default_language();
  answer_.question = static_cast<std::uint16_t>(asked - questions.begin());
  answer_.options = 0;
  answer_.points = {};
  answer_.order.clear();
  answer_.day = 0;
  answer_.set = file_.survey->id;
  Row& row = answer_.row;
  row.set = file_.head.hash;
  row.question = asked->id;
  row.question_text = asked->text.in(spoken, spoken);
  for (auto* list : {&row.chosen, &row.labels, &row.shown, &row.flags}) list->clear();
  row.points.clear();
  for (auto* text : {&row.reason, &row.words, &row.state, &row.day, &row.part, &row.segment}) *text = {};
  return true;
}

void BatchReader::read_answer() {
  JsonScanner scanner{line_};
  const auto question = scanner.skip(R"({"question":)") ? scanner.plain() : std::nullopt;
  const bool asked = question && enter_question(*question) && scanner.skip(R"(,"kind":)");
  const bool answered = asked && (file_.has_words() ? read_words(scanner) : read_choice(scanner));
  if (!answered || !read_circumstances(scanner)) {
    return refuse(fmt::format("line {} is not an answer to its question set; do not use it", rows_ + 1));
  }
  enough_ = !take_(answer_);
}

bool BatchReader::read_words(JsonScanner& scanner) {
  if (!scanner.skip(R"("words","words":)") || !scanner.string(words_) || !scanner.skip(R"(,"state":)"))
    return false;
  const auto state = scanner.plain();
  if (!state || !is_one_of(*state, {"unread", "shown", "hidden"})) return false;
  answer_.row.kind = Row::Kind::words;
  answer_.row.words = words_;
  answer_.row.state = *state;
  if (*state != "unread") ++file_.decided;
  if (*state == "hidden") ++file_.hidden;
  return true;
}

bool BatchReader::read_choice(JsonScanner& scanner) {
  const survey::Question& asked = file_.survey->questions[answer_.question];
  if (scanner.skip(R"("choice")")) {
    answer_.row.kind = Row::Kind::choice;
    if (!read_chosen(scanner, asked)) return false;
    if (asked.kind == survey::Kind::weigh && !read_points(scanner)) return false;
  } else {
    if (!scanner.skip(R"("dont_know")")) return false;
    answer_.row.kind = Row::Kind::dont_know;
  }
  if (scanner.skip(R"(,"reason":)")) {
    const auto reason = scanner.plain();
    if (!reason || !is_one_of(*reason, {"both", "neither", "too_little", "other"})) return false;
    answer_.row.reason = *reason;
  }
  return read_shown(scanner, asked);
}

/// Options stand in the order of the set: any other order would be another way to write the same.
bool BatchReader::read_chosen(JsonScanner& scanner, const survey::Question& asked) {
  const survey::Language& spoken = file_.survey->default_language();
  if (!scanner.skip(R"(,"chosen":[)")) return false;
  for (bool first = true; !scanner.skip("]"); first = false) {
    if (!first && !scanner.skip(",")) return false;
    const auto id = scanner.plain();
    const auto option = id ? option_called(*id, asked) : std::nullopt;
    if (!option || answer_.options >> *option != 0) return false;
    answer_.options |= std::uint64_t{1} << *option;
    answer_.row.chosen.push_back(asked.options[*option].id);
    answer_.row.labels.push_back(asked.options[*option].label.in(spoken, spoken));
  }
  return true;
}

/// One for each that was chosen, all of them together.
bool BatchReader::read_points(JsonScanner& scanner) {
  if (!scanner.skip(R"(,"points":[)")) return false;
  std::size_t option = 0;
  for (std::size_t i = 0; i < answer_.row.chosen.size(); ++i, ++option) {
    if (i > 0 && !scanner.skip(",")) return false;
    const auto points = scanner.number();
    if (!points || *points == 0 || *points > survey::points_to_divide) return false;
    while ((answer_.options >> option & 1U) == 0) ++option;
    answer_.points.at(option) = static_cast<std::uint8_t>(*points);
    answer_.row.points.push_back(static_cast<std::uint8_t>(*points));
  }
  return scanner.skip("]") && survey::given_in(answer_.points) == survey::points_to_divide;
}

bool BatchReader::read_segment(JsonScanner& scanner) {
  const auto id = scanner.plain();
  const auto asks = survey::segment_question(*file_.survey);
  if (!id || !asks || *asks == answer_.question || answer_.row.kind == Row::Kind::words) return false;
  const survey::Question& groups = file_.survey->questions[*asks];
  const auto group = option_called(*id, groups);
  if (!group) return false;
  answer_.row.segment = groups.options[*group].id;
  return true;
}

bool BatchReader::read_shown(JsonScanner& scanner, const survey::Question& asked) {
  if (!scanner.skip(R"(,"shown":[)")) return false;
  std::uint64_t seen = 0;
  for (bool first = true; !scanner.skip("]"); first = false) {
    if (!first && !scanner.skip(",")) return false;
    const auto id = scanner.plain();
    const auto option = id ? option_called(*id, asked) : std::nullopt;
    if (!option || (seen >> *option & 1U) != 0) return false;
    seen |= std::uint64_t{1} << *option;
    answer_.order.push_back(*option);
    answer_.row.shown.push_back(asked.options[*option].id);
  }
  return answer_.order.size() == asked.options.size();
}

bool BatchReader::read_day(JsonScanner& scanner) {
  const auto text = scanner.plain();
  if (!text) return false;
  if (*text != day_text_) {
    const auto day = day_in(*text);
    if (!day) return false;
    const Head& head = file_.head;
    if (head.from.day != 0 && (*day < head.from.day || *day > head.to.day)) return false;
    day_text_ = *text;
    day_ = *day;
  }
  answer_.day = day_;
  answer_.row.day = day_text_;
  return true;
}

bool BatchReader::read_circumstances(JsonScanner& scanner) {
  const auto language = scanner.skip(R"(,"language":)") ? scanner.plain() : std::nullopt;
  if (!language || language->size() > survey::longest_language_tag || !survey::is_language_tag(*language))
    return false;
  answer_.row.language = *language;
  if (scanner.skip(R"(,"day":)") && !read_day(scanner)) return false;
  if (scanner.skip(R"(,"part":)")) {
    const auto part = scanner.plain();
    if (!part || !is_one_of(*part, {"morning", "afternoon", "evening"})) return false;
    answer_.row.part = *part;
  }
  for (const auto& [written, flags] : {std::pair{R"(,"flags":["hasty"])", 1},
                                       {R"(,"flags":["burst"])", 2},
                                       {R"(,"flags":["hasty","burst"])", 3}}) {
    if (!scanner.skip(written)) continue;
    if ((flags & 1) != 0) answer_.row.flags.emplace_back("hasty");
    if ((flags & 2) != 0) answer_.row.flags.emplace_back("burst");
    break;
  }
  if (scanner.skip(R"(,"segment":)") && !read_segment(scanner)) return false;
  return scanner.skip("}\n") && scanner.at_end();
}

Result<ReadFile, std::string> BatchReader::finish() {
  if (!refused_.empty()) return refused_;
  if (opening_.empty() && !may_be_ours(line_)) return std::string{"not written by a kiosk"};
  if (closing_.empty()) return std::string{"cut short; export again"};
  const Digest of_all_before = hasher_.so_far();
  if (rows_ != file_.head.answers || !file_.format->proves(opening_, closing_, rows_, of_all_before))
    return std::string{"altered after it was written; do not use it, export again"};
  Hasher whole;
  whole.take(closing_);  // it tells the hash of all before it
  file_.digest = whole.so_far();
  return std::move(file_);
}

}  // namespace kiosk::batch
