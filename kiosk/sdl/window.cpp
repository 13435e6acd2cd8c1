#include "kiosk/sdl/window.h"

#include <utility>

namespace kiosk::sdl {

namespace {
SdlError error(const char* doing) { return {std::string{doing} + ": " + SDL_GetError()}; }
}  // namespace

Result<KioskWindow, SdlError> KioskWindow::open(std::optional<ui::Size> size) {
  const int anywhere = SDL_WINDOWPOS_UNDEFINED;
  Window window{size ? SDL_CreateWindow("kiosk", anywhere, anywhere, size->w, size->h, SDL_WINDOW_SHOWN)
                     : SDL_CreateWindow("kiosk", anywhere, anywhere, 0, 0, SDL_WINDOW_FULLSCREEN_DESKTOP)};
  if (!window) return error("open a window");
  Renderer renderer{SDL_CreateRenderer(window.get(), -1, SDL_RENDERER_SOFTWARE)};
  if (!renderer) return error("draw in the window");
  if (!size) SDL_ShowCursor(SDL_DISABLE);
  return KioskWindow{std::move(window), std::move(renderer)};
}

ui::Size KioskWindow::size() const {
  ui::Size size;
  SDL_GetRendererOutputSize(renderer_.get(), &size.w, &size.h);
  return size;
}

}  // namespace kiosk::sdl
