#pragma once

namespace kiosk::sdl {

/// From now on a lost connection to an X server is told in one line on stderr, and ends the process with
/// status 1: Xlib lets nobody go on, and what it says itself depends on what it was doing. To be called after
/// SDL has started.
void tell_when_x_server_ends();

}  // namespace kiosk::sdl
