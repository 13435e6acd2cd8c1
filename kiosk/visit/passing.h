#pragma once

#include <optional>

#include "kiosk/visit/scene.h"

/// What time alone does, state by state, and when. Overloads, so that a state without one does not compile.
namespace kiosk::visit {

Move tick(const Scene& scene, Attract attract);
Move tick(const Scene& scene, Asking asking);
Move tick(const Scene& scene, Saving saving);
Move tick(const Scene& scene, Answered answered);
Move tick(const Scene& scene, Thanks thanks);
Move tick(const Scene& scene, StillThere still);
Move tick(const Scene& scene, OutOfOrder broken);
Move tick(const Scene& scene, Staff staff);
Move tick(const Scene& scene, Closed closed);

/// Has nobody cared for the changed language or looks of the attract cycle for long enough to take them back?
bool comfort_is_stale(const Rules& rules, const Attract& attract, const State& state, Time now);

/// The whole seconds until `end`, rounded up, at least 0.
int seconds_until(Time end, Time now);

/// When a countdown of whole seconds to `end` shows another number than `seconds_left`.
Time next_second(Time end, int seconds_left);

/// When time alone would next change something.
std::optional<Time> due_of(const Rules& rules, const State& state);

}  // namespace kiosk::visit
