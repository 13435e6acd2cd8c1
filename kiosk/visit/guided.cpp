#include "kiosk/visit/guided.h"

#include "kiosk/visit/passing.h"
#include "kiosk/visit/segment.h"

namespace kiosk::visit {

namespace {

constexpr Time more_time = 5min;
constexpr Time outcome_stays = 20s;        // long enough to read six bars aloud
constexpr std::size_t most_outcomes = 90;  // half an hour: then nobody thought of ending it

/// Where the room goes next, with a clock that begins anew.
void go_to(const Rules& rules, Guided& guided, std::size_t phase, Time now) {
  guided = {.phase = phase};
  const auto question = question_at(rules.survey, guided);
  guided.ends = now + (question ? rules.survey.questions[*question].minutes * Time{1min} : outcome_stays);
  guided.seconds_left = seconds_until(guided.ends, now);
}

}  // namespace

std::optional<std::size_t> question_at(const survey::Survey& survey, const Guided& guided) {
  const std::vector<std::size_t> phases = survey::phases_of(survey);
  if (guided.phase >= phases.size()) return std::nullopt;
  return phases[guided.phase];
}

std::vector<std::size_t> outcomes(const survey::Survey& survey, const survey::Published& published) {
  std::vector<std::size_t> told;
  for (const std::size_t question : survey::phases_of(survey)) {
    const bool has_options = !survey.questions[question].options.empty();
    if (has_options && question < published.size() && published[question]) told.push_back(question);
  }
  return told;
}

std::vector<std::size_t> guided_path(const survey::Survey& survey, std::size_t question) {
  const auto group = survey::segment_question(survey);
  if (!group || *group == question) return {question};
  return {*group, question};
}

void steer(const Rules& rules, State& state, Steering steering, Time now) {
  const std::size_t count = survey::phases_of(rules.survey).size();
  if (count == 0) return;
  if (steering == Steering::stop) {
    state.guided.reset();
    return;
  }
  if (!state.guided) {
    if (steering == Steering::begin) go_to(rules, state.guided.emplace(), 0, now);
    return;
  }
  Guided& guided = *state.guided;
  const bool at_outcome = guided.phase >= count;
  if (steering == Steering::next && !at_outcome) go_to(rules, guided, guided.phase + 1, now);
  if (steering == Steering::previous && guided.phase > 0) go_to(rules, guided, guided.phase - 1, now);
  if (steering == Steering::longer && !at_outcome) {
    guided.ends = std::max(guided.ends, now) + more_time;
    guided.seconds_left = seconds_until(guided.ends, now);
  }
}

void run_clock(const Rules& rules, State& state, Time now) {
  if (!state.guided) return;
  Guided& guided = *state.guided;
  guided.seconds_left = seconds_until(guided.ends, now);
  const bool nobody_answers = std::holds_alternative<Attract>(state.doing);
  if (guided.seconds_left > 0 || !nobody_answers) return;
  if (question_at(rules.survey, guided)) return go_to(rules, guided, guided.phase + 1, now);
  if (++guided.outcome == most_outcomes) return state.guided.reset();
  guided.page = 0;
  guided.ends = now + outcome_stays;
  guided.seconds_left = seconds_until(guided.ends, now);
}

void turn_outcome(State& state) {
  if (state.guided && std::holds_alternative<Attract>(state.doing)) ++state.guided->page;
}

Time clock_due(const Guided& guided) { return next_second(guided.ends, guided.seconds_left); }

}  // namespace kiosk::visit
