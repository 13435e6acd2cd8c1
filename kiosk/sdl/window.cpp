#include "kiosk/sdl/window.h"

#include <utility>

#include "kiosk/sdl/turned_copy.h"

namespace kiosk::sdl {

namespace {
SdlError error(const char* doing) { return {std::string{doing} + ": " + SDL_GetError()}; }
}  // namespace

Result<KioskWindow, SdlError> KioskWindow::open(std::optional<ui::Size> size, ui::Turn turn) {
  const int anywhere = SDL_WINDOWPOS_UNDEFINED;
  Window window{size ? SDL_CreateWindow("kiosk", anywhere, anywhere, size->w, size->h, SDL_WINDOW_RESIZABLE)
                     : SDL_CreateWindow("kiosk", anywhere, anywhere, 0, 0, SDL_WINDOW_FULLSCREEN_DESKTOP)};
  if (!window) return error("open a window");
  if (!size) SDL_ShowCursor(SDL_DISABLE);
  KioskWindow opened{std::move(window), turn};
  if (const auto fitted = opened.fit(); !fitted) return fitted.error();
  return opened;
}

ui::Size KioskWindow::glass() const {
  ui::Size size;
  SDL_GetWindowSizeInPixels(window_.get(), &size.w, &size.h);
  return size;
}

Result<Done, SdlError> KioskWindow::fit() {
  if (turn_ == ui::Turn::none) {
    if (!renderer_) renderer_.reset(SDL_CreateRenderer(window_.get(), -1, SDL_RENDERER_SOFTWARE));
    if (!renderer_) return error("draw in the window");
    return Done{};
  }
  const SDL_Surface* glass = SDL_GetWindowSurface(window_.get());
  if (glass == nullptr) return error("draw in the window");
  if (glass->format->BytesPerPixel != 4) {
    return SdlError{
        "turn the picture: the screen does not have 32 bits a pixel; set it to 24 or 32 bit colour"};
  }
  const ui::Size size = this->size();
  if (canvas_ && size == ui::Size{canvas_->w, canvas_->h}) return Done{};
  renderer_.reset();
  canvas_.reset(SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, glass->format->format));
  if (canvas_) renderer_.reset(SDL_CreateSoftwareRenderer(canvas_.get()));
  if (!renderer_) return error("turn the picture");
  return Done{};
}

void KioskWindow::present() const {
  SDL_RenderPresent(renderer_.get());
  if (!canvas_) return;
  SDL_Surface* glass = SDL_GetWindowSurface(window_.get());
  const bool fits =
      glass != nullptr && ui::picture_size(turn_, {glass->w, glass->h}) == ui::Size{canvas_->w, canvas_->h};
  if (!fits) return;  // it has another size by now: that event is on its way
  copy_turned(*canvas_, *glass, turn_);
  SDL_UpdateWindowSurface(window_.get());
}

}  // namespace kiosk::sdl
