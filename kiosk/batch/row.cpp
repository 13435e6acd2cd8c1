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
      return "words";
    case Row::Kind::sealed:
      break;
  }
  return "sealed";
}

namespace {

std::string_view name(survey::Reason reason) {
  switch (reason) {
    case survey::Reason::none:
      break;
    case survey::Reason::both:
      return "both";
    case survey::Reason::neither:
      return "neither";
    case survey::Reason::too_little:
      return "too_little";
    case survey::Reason::other:
      return "other";
  }
  return {};
}

std::string_view name(DayPart part) {
  switch (part) {
    case DayPart::none:
      break;
    case DayPart::morning:
      return "morning";
    case DayPart::afternoon:
      return "afternoon";
    case DayPart::evening:
      return "evening";
  }
  return {};
}

std::string_view name(store::TextState state) {
  switch (state) {
    case store::TextState::unread:
      break;
    case store::TextState::shown:
      return "shown";
    case store::TextState::hidden:
      return "hidden";
    case store::TextState::erased:
      return "erased";
  }
  return "unread";
}

std::vector<std::string_view> names(std::uint16_t flags) {
  std::vector<std::string_view> told;
  if ((flags & store::hasty) != 0) told.emplace_back("hasty");
  if ((flags & store::burst) != 0) told.emplace_back("burst");
  return told;
}

}  // namespace

Legend::Legend(const store::SetId& set, const survey::Survey& survey) : survey_{&survey}, set_{hex(set)} {}

std::optional<Row> Legend::begin_row(std::uint16_t question, const survey::Language& language,
                                     const store::Circumstances& given) {
  if (question >= survey_->questions.size()) return std::nullopt;
  const survey::Question& asked = survey_->questions[question];
  const survey::Language& spoken = survey_->default_language();
  Row row;
  row.set = set_;
  row.question = asked.id;
  row.question_text = asked.text.in(spoken, spoken);
  row.language = language;
  if (const Day day = given.when.day; day != 0) {
    auto at = days_.find(day);
    if (at == days_.end()) at = days_.emplace(day, iso_date(day)).first;
    row.day = at->second;
  }
  row.part = name(given.when.part);
  row.flags = names(given.flags);
  return row;
}

std::optional<Row> Legend::row(const store::Choice& choice) {
  auto row = begin_row(choice.question, choice.language, choice.given);
  if (!row) return std::nullopt;
  row->kind = choice.outcome == store::Outcome::chosen ? Row::Kind::choice : Row::Kind::dont_know;
  row->reason = name(choice.reason);
  const survey::Question& asked = survey_->questions[choice.question];
  const auto& options = asked.options;
  if (options.size() > survey::most_options || choice.options >> options.size() != 0) return std::nullopt;
  const bool weighed = row->kind == Row::Kind::choice && asked.kind == survey::Kind::weigh;
  if (weighed != (survey::given_in(choice.points) > 0)) return std::nullopt;
  if (!put_segment(*row, choice)) return std::nullopt;
  const survey::Language& spoken = survey_->default_language();
  for (std::size_t i = 0; i < options.size(); ++i) {
    if ((choice.options >> i & 1U) == 0) continue;
    row->chosen.push_back(options[i].id);
    row->labels.push_back(options[i].label.in(spoken, spoken));
    if (weighed) row->points.push_back(choice.points.at(i));
  }
  row->shown.reserve(options.size());
  for (const std::uint8_t number : survey::order_from(choice.order, options.size())) {
    row->shown.push_back(options[number].id);
  }
  return row;
}

bool Legend::put_segment(Row& row, const store::Choice& choice) const {
  if (choice.segment == 0) return true;
  const auto asks = survey::segment_question(*survey_);
  if (!asks || *asks == choice.question) return false;
  const auto& groups = survey_->questions[*asks].options;
  if (choice.segment > groups.size()) return false;
  row.segment = groups[choice.segment - 1U].id;
  return true;
}

std::optional<Row> Legend::row(const store::OwnWords& text) {
  auto row = begin_row(text.question, text.language, text.given);
  if (!row) return std::nullopt;
  row->kind = Row::Kind::words;
  row->words = text.words;
  row->state = name(text.state);
  return row;
}

}  // namespace kiosk::batch
