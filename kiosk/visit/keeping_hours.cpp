#include "kiosk/visit/keeping_hours.h"

#include "kiosk/base/overloaded.h"

namespace kiosk::visit {

namespace {

/// Nothing of one visitor is left for the next.
void forget_comfort(State& state) {
  state.comfort = {};
  state.choosing_language = false;
}

/// A visitor who walks away is asked after so long; a glass that was woken goes dark after so long.
Time dark_at(const Rules& rules, const State& state) {
  return state.stirred.value_or(Time{}) + rules.timings.idle;
}

}  // namespace

bool is_by_hand(const Event& event) {
  return match(Overloaded{
                   [](const Ticked&) { return false; },
                   [](const HoursTold&) { return false; },
                   [](const TouchTold&) { return false; },
                   [](const Saved&) { return false; },
                   [](const Withdrawn&) { return false; },
                   [](const StoreWorks&) { return false; },
                   [](const StoreFailed&) { return false; },
                   [](const StaffEvent& e) { return std::holds_alternative<StaffCalled>(e); },
                   [] { return true; },
               },
               event);
}

void wake(const Rules& rules, State& state, Time now) {
  if (auto* attract = std::get_if<Attract>(&state.doing)) attract->since = now;
  keep_hours(rules, state, true, now);
}

void keep_hours(const Rules& rules, State& state, bool stirred, Time now) {
  const bool attracts = std::holds_alternative<Attract>(state.doing);
  const bool closed = std::holds_alternative<Closed>(state.doing);
  if (closed && state.hours.open()) state.doing = Attract{.since = now};
  if (state.guided) {  // a room at work, whatever the clock says
    state.dark = false;
    return;
  }
  if ((attracts || closed) && !state.hours.open()) {
    state.doing = Closed{*state.hours.closed_until};
    forget_comfort(state);
  }
  if (stirred) state.stirred = now;
  const bool lit = state.stirred && now < dark_at(rules, state);
  state.dark = state.hours.dark && nobody_is_there(state.doing) && !lit;
  if (state.dark) forget_comfort(state);
}

std::optional<Time> dark_due(const Rules& rules, const State& state) {
  if (state.guided || state.dark || !state.hours.dark || !nobody_is_there(state.doing)) return std::nullopt;
  return dark_at(rules, state);
}

}  // namespace kiosk::visit
