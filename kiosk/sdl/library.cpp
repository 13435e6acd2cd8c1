#include "kiosk/sdl/library.h"

#include <string_view>

#include "kiosk/sdl/x_server.h"

namespace kiosk::sdl {

Result<TextLibrary, SdlError> TextLibrary::start() {
  if (TTF_Init() != 0) return SdlError{std::string{"start SDL_ttf: "} + TTF_GetError()};
  return TextLibrary{};
}

TextLibrary::~TextLibrary() {
  if (owns_) TTF_Quit();
}

Result<VideoLibrary, SdlError> VideoLibrary::start() {
  // A finger is a finger and a mouse is a mouse: SDL must not report one as the other, or a tap counts twice.
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_WAYLAND_ALLOW_LIBDECOR, "0");  // black window under cage otherwise (SDL 2.26)
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return SdlError{std::string{"open the display: "} + SDL_GetError()};
  // X takes a picture as it is. Left alone SDL hands it over by OpenGL, which without a GPU takes three times
  // as long and some 50 MiB. Wayland and KMSDRM know no other way in SDL 2.26.
  if (std::string_view{SDL_GetCurrentVideoDriver()} == "x11") {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    tell_when_x_server_ends();
  }
  SDL_StopTextInput();  // SDL starts it by itself where it has no screen keyboard; ours is our own business
  SDL_DisableScreenSaver();
  return VideoLibrary{};
}

VideoLibrary::~VideoLibrary() {
  if (owns_) SDL_Quit();
}

}  // namespace kiosk::sdl
