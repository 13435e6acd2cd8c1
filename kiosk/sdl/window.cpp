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
  renderer_.reset();
  SDL_Surface* const glass = SDL_GetWindowSurface(window_.get());
  if (glass == nullptr) return error("draw in the window");
  if (turn_ == ui::Turn::none) {
    renderer_.reset(SDL_CreateSoftwareRenderer(glass));
    if (!renderer_) return error("draw in the window");
    return Done{};
  }
  if (glass->format->BytesPerPixel != 4) {
    return SdlError{
        "turn the picture: the screen does not have 32 bits a pixel; set it to 24 or 32 bit colour"};
  }
  const ui::Size size = this->size();
  canvas_.reset(SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, glass->format->format));
  if (canvas_) renderer_.reset(SDL_CreateSoftwareRenderer(canvas_.get()));
  if (!renderer_) return error("turn the picture");
  return Done{};
}

void KioskWindow::present(const std::vector<ui::Rect>& areas) const {
  if (areas.empty()) return;
  SDL_RenderFlush(renderer_.get());
  if (!canvas_) {
    std::vector<SDL_Rect> places;
    places.reserve(areas.size());
    for (const ui::Rect& area : areas) places.push_back({area.x, area.y, area.w, area.h});
    // Does nothing where the window has another size by now: that event is on its way.
    SDL_UpdateWindowSurfaceRects(window_.get(), places.data(), static_cast<int>(places.size()));
    return;
  }
  SDL_Surface* glass = SDL_GetWindowSurface(window_.get());
  const bool fits =
      glass != nullptr && ui::picture_size(turn_, {glass->w, glass->h}) == ui::Size{canvas_->w, canvas_->h};
  if (!fits) return;  // it has another size by now: that event is on its way
  copy_turned(*canvas_, *glass, turn_);
  SDL_UpdateWindowSurface(window_.get());
}

}  // namespace kiosk::sdl
