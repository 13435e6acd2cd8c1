#include "kiosk/batch/row.h"

#include "kiosk/base/clock.h"
#include "kiosk/base/digest.h"

namespace kiosk::batch {

std::string_view name(Row::Kind kind) {
  switch (kind) {
    case Row::Kind::choice:
      return "choice";
    case Row::Kind::dont_know:
      return "dont_know";
    case Row::Kind::words:
      break;
  }
  return "words";
}

Legend::Legend(const store::SetId& set, const survey::Survey& survey) : survey_{&survey}, set_{hex(set)} {}

std::optional<Row> Legend::begin_row(std::uint16_t question, const survey::Language& language, Day day) {
  if (question >= survey_->questions.size()) return std::nullopt;
  const survey::Question& asked = survey_->questions[question];
  const survey::Language& spoken = survey_->default_language();
  auto at = days_.find(day);
  if (at == days_.end()) at = days_.emplace(day, iso_date(day)).first;
  Row row;
  row.set = set_;
  row.question = asked.id;
  row.question_text = asked.text.in(spoken, spoken);
  row.language = language;
  row.day = at->second;
  return row;
}

std::optional<Row> Legend::row(const store::Choice& choice) {
  auto row = begin_row(choice.question, choice.language, choice.given.when.day);
  if (!row) return std::nullopt;
  row->kind = choice.outcome == store::Outcome::chosen ? Row::Kind::choice : Row::Kind::dont_know;
  const auto& options = survey_->questions[choice.question].options;
  if (options.size() > survey::most_options || choice.options >> options.size() != 0) return std::nullopt;
  const survey::Language& spoken = survey_->default_language();
  for (std::size_t i = 0; i < options.size(); ++i) {
    if ((choice.options >> i & 1U) == 0) continue;
    row->chosen.push_back(options[i].id);
    row->labels.push_back(options[i].label.in(spoken, spoken));
  }
  for (const std::uint8_t number : survey::order_from(choice.order, options.size())) {
    row->shown.push_back(options[number].id);
  }
  return row;
}

std::optional<Row> Legend::row(const store::OwnWords& text) {
  auto row = begin_row(text.question, text.language, text.given.when.day);
  if (!row) return std::nullopt;
  row->kind = Row::Kind::words;
  row->words = text.words;
  return row;
}

}  // namespace kiosk::batch
