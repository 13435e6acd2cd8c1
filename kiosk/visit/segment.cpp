#include "kiosk/visit/segment.h"

#include <algorithm>
#include <bit>

namespace kiosk::visit {

std::vector<std::size_t> path_from(const survey::Survey& survey, std::size_t first) {
  std::vector<std::size_t> path = survey::asked_from(survey, first);
  std::stable_partition(path.begin(), path.end(),
                        [&](std::size_t question) { return survey.questions[question].segment; });
  return path;
}

std::uint8_t segment_for(const survey::Survey& survey, const Visit& visit, std::size_t question) {
  const std::optional<std::size_t> asks = survey::segment_question(survey);
  if (!asks || question == *asks || !visit.turns[*asks].held) return 0;
  const std::uint64_t options = visit.turns[*asks].held->confirmed.options;
  return options == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(std::countr_zero(options) + 1);
}

std::optional<std::size_t> stale_segment(const survey::Survey& survey, const Visit& visit) {
  for (std::size_t question = 0; question < visit.turns.size(); ++question) {
    const std::optional<Held>& held = visit.turns[question].held;
    const bool carries = held && (held->confirmed.options != 0 || held->confirmed.dont_know);
    if (carries && held->segment != segment_for(survey, visit, question)) return question;
  }
  return std::nullopt;
}

}  // namespace kiosk::visit
