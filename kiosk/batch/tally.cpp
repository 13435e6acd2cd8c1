#include "kiosk/batch/tally.h"

#include <algorithm>
#include <tuple>

namespace kiosk::batch {

namespace {

int number_of_part(std::string_view part) {
  constexpr std::array<std::string_view, 3> parts{"morning", "afternoon", "evening"};
  const auto* const at = std::find(parts.begin(), parts.end(), part);
  return at == parts.end() ? 0 : static_cast<int>(at - parts.begin()) + 1;
}

std::size_t number_of_reason(std::string_view reason) {
  constexpr std::array<std::string_view, 4> reasons{"both", "neither", "too_little", "other"};
  const auto* const at = std::find(reasons.begin(), reasons.end(), reason);
  return at == reasons.end() ? 0 : static_cast<std::size_t>(at - reasons.begin()) + 1;
}

void count(Given& given, bool knows) { ++(knows ? given.choices : given.dont_know); }

}  // namespace

void Tally::begin(const ReadFile& file) {
  file_ = &file;
  of_file_.assign(file.survey->questions.size(), nullptr);
}

AskedTally& Tally::tally_of(std::uint16_t question) {
  if (of_file_[question] != nullptr) return *of_file_[question];
  const survey::Question& asked = file_->survey->questions[question];
  Key key{file_->survey->id, asked.id, {}};
  for (const survey::Option& option : asked.options) key.options.push_back(option.id);
  AskedTally& tally = tallies_[key];
  auto& told_in = told_in_[key];
  const std::pair in{file_->head.to.day, file_->head.hash};
  if (!tally.survey || told_in < in) {
    told_in = in;
    tally.survey = file_->survey;
    tally.question = question;
  }
  tally.wordings.insert(file_->head.hash);
  of_file_[question] = &tally;
  return tally;
}

void Tally::add(const Line& line) {
  AskedTally& tally = tally_of(line.question);
  if (line.row.kind == Row::Kind::words) return add_words(tally, line);
  add_choice(tally, line);
}

void Tally::add_choice(AskedTally& tally, const Line& line) const {
  const bool knows = line.row.kind == Row::Kind::choice;
  const store::Vote vote{.dont_know = !knows, .options = line.options, .points = line.points};
  store::add(tally.all, vote);
  if (!line.row.flags.empty()) store::add(tally.marked, vote);
  store::add(tally.by_segment[std::string{line.row.segment}], vote);
  if (!knows) ++tally.reasons[number_of_reason(line.row.reason)];
  count(tally.by_day[{line.day, number_of_part(line.row.part)}], knows);
  count(tally.by_language[std::string{line.row.language}], knows);
  count(tally.by_station[file_->head.station], knows);
  const bool one_of_two = knows && line.order.size() == 2 && (line.options == 1 || line.options == 2);
  if (one_of_two) ++tally.sides[line.order[0]][line.options - 1];
}

void Tally::add_words(AskedTally& tally, const Line& line) {
  if (line.row.state == "hidden") {
    ++tally.words_hidden;
    return;
  }
  ++tally.words_told;
  if (tally.words.size() >= most_words) return;
  tally.words.push_back(
      {std::string{line.row.words}, std::string{line.row.language}, line.row.state == "shown"});
}

std::vector<const AskedTally*> Tally::questions() const {
  std::vector<const AskedTally*> all;
  for (const auto& [key, tally] : tallies_) all.push_back(&tally);
  std::stable_sort(all.begin(), all.end(), [](const AskedTally* a, const AskedTally* b) {
    return std::tie(a->survey->id, a->question) < std::tie(b->survey->id, b->question);
  });
  return all;
}

}  // namespace kiosk::batch
