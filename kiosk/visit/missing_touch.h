#pragma once

#include "kiosk/visit/update.h"

/// What a touch panel that is gone does to a screen, called by update() alone.
namespace kiosk::visit {

/// Nobody can tap: as soon as nobody is amid a visit the station is out of order, and it is back with the
/// panel. Whoever is at it goes on, as far as keys lead.
void heed_touch(State& state, Time now);

}  // namespace kiosk::visit
