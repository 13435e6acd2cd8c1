#pragma once

namespace kiosk::system {

/// Whether the machine can be switched off by this program, as the system's own rules have it (logind). False
/// where there is no such service.
bool can_switch_off();

/// Asks for it. Returns whether the system agreed; it then ends this program like any other.
bool switch_off();
bool restart();

}  // namespace kiosk::system
