#pragma once

#include "kiosk/sdl/handles.h"
#include "kiosk/ui/mounting.h"

namespace kiosk::sdl {

/// Copies a picture of 32 bits a pixel, turned clockwise, onto glass of the size that it then has. 1920 by
/// 1080 px took 4 to 6 ms where SDL_RenderCopyEx with the software renderer took 13 to 16 ms (2 shared cores,
/// -O2).
void copy_turned(const SDL_Surface& picture, SDL_Surface& glass, ui::Turn turn);

}  // namespace kiosk::sdl
