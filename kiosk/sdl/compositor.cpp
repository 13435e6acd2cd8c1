#include "kiosk/sdl/compositor.h"

#include <SDL2/SDL_config.h>
// Only Wayland is asked, and X's headers would take words such as Status from every file compiled after this.
#undef SDL_VIDEO_DRIVER_X11
#include <SDL2/SDL_syswm.h>
#include <wayland-client-core.h>

namespace kiosk::sdl {

bool await_compositor(SDL_Window* window) {
  SDL_SysWMinfo shown_by{};
  SDL_VERSION(&shown_by.version);
  if (SDL_GetWindowWMInfo(window, &shown_by) != SDL_TRUE) return true;
  if (shown_by.subsystem != SDL_SYSWM_WAYLAND) return true;
  return wl_display_roundtrip(shown_by.info.wl.display) >= 0;
}

}  // namespace kiosk::sdl
