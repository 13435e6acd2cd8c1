#pragma once

#include "kiosk/visit/update.h"

/// What the hours of the station do to a screen that nobody is at, called by update() alone.
namespace kiosk::visit {

/// Is `event` the doing of somebody in front of the glass, and not of the world behind it?
bool is_by_hand(const Event& event);

/// A hand on a dark glass: it gives light again. What else the hand meant, it meant without seeing.
void wake(const Rules& rules, State& state, Time now);

/// Closes a station at which nobody is, opens it again, makes its glass dark or light. Whoever is amid a
/// visit is left alone. `stirred`: this is a sign of life.
void keep_hours(const Rules& rules, State& state, bool stirred, Time now);

/// When the glass goes dark by itself; nothing while somebody is there, or it is or stays as it should.
std::optional<Time> dark_due(const Rules& rules, const State& state);

}  // namespace kiosk::visit
