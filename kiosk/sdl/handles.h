#pragma once

#include <SDL2/SDL.h>
#include <SDL2/SDL_ttf.h>

#include <memory>
#include <string>

#include "kiosk/base/handle.h"
#include "kiosk/base/result.h"

namespace kiosk::sdl {

using Window = std::unique_ptr<SDL_Window, Frees<SDL_DestroyWindow>>;
using Renderer = std::unique_ptr<SDL_Renderer, Frees<SDL_DestroyRenderer>>;
using Texture = std::unique_ptr<SDL_Texture, Frees<SDL_DestroyTexture>>;
using Picture = std::unique_ptr<SDL_Surface, Frees<SDL_FreeSurface>>;
using Font = std::unique_ptr<TTF_Font, Frees<TTF_CloseFont>>;

/// What SDL could not do, and why: "open a window: No available video device".
struct SdlError {
  std::string text;
};

}  // namespace kiosk::sdl
