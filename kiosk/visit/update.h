#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "kiosk/visit/timings.h"
#include "kiosk/visit/visit.h"

namespace kiosk::visit {

/// What stays the same from one event to the next.
struct Rules {
  const survey::Survey& survey;
  std::vector<survey::Language> languages;  ///< that a visitor can choose from; the first is the default
  Timings timings{};
  bool show_results = true;  ///< may a visitor who answered see what others chose?
};

/// When an event happened, and the dice that came with it.
struct Now {
  Time time{};
  std::uint64_t luck = 0;  ///< fresh random bits, used for the order of the options of at most one question
};

struct Step {
  State state;
  std::vector<Effect> effects;
};

/// The only way in which a visit moves. An event that means nothing in `state` changes nothing.
Step update(const Rules& rules, State state, const Event& event, const Now& now);

/// Is no visitor amid a visit, and no staff at the screen?
bool nobody_is_there(const Doing& doing);

/// The next moment at which Ticked would change something; nothing if time alone changes nothing.
std::optional<Time> due(const Rules& rules, const State& state);

}  // namespace kiosk::visit
