#pragma once

#include <SDL2/SDL.h>

namespace kiosk::sdl {

/// Waits until the compositor that shows this window has answered. One that hangs lets whoever asks hang with
/// it: drawing alone would go on as if somebody saw it. False where the connection is lost. Without such a
/// compositor, which is so everywhere but on Wayland, there is nothing to wait for.
bool await_compositor(SDL_Window* window);

}  // namespace kiosk::sdl
