#pragma once

#include "kiosk/stick/port.h"

namespace kiosk::stick {

/// Would an export to this stick work? Writes a small file of random bytes, lets go of the stick, reads it
/// back past the system's memory, compares, and removes it. Nothing else on the stick is touched. Waits for
/// the stick, for some seconds. True where what came back is what was written.
bool round_trip(Port& port);

}  // namespace kiosk::stick
