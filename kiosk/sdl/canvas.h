#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/base/file.h"
#include "kiosk/sdl/handles.h"
#include "kiosk/ui/geometry.h"

namespace kiosk::sdl {

/// A picture in memory with what draws in it: no window, no display. What is drawn looks as in a window.
class Canvas {
 public:
  /// Fails for lack of memory alone.
  static Result<Canvas, SdlError> make(ui::Size size);

  SDL_Renderer* renderer() const { return renderer_.get(); }

  /// What was drawn, as the bytes of a PNG file. Fails for lack of memory alone.
  Result<std::string, SdlError> png() const;

 private:
  Canvas(Picture picture, Renderer renderer) : picture_{std::move(picture)}, renderer_{std::move(renderer)} {}

  Picture picture_;
  Renderer renderer_;
};

}  // namespace kiosk::sdl
