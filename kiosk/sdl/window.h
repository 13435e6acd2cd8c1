#pragma once

#include <optional>

#include "kiosk/sdl/handles.h"
#include "kiosk/ui/geometry.h"

namespace kiosk::sdl {

/// The window and what draws in it. The software renderer on purpose: a still screen costs nothing, there is
/// no driver to fail.
class KioskWindow {
 public:
  /// A window of `size`, or the whole screen without one. Fails where SDL cannot open one, and says why.
  static Result<KioskWindow, SdlError> open(std::optional<ui::Size> size);

  SDL_Renderer* renderer() const { return renderer_.get(); }

  /// The size of what is drawn, in px.
  ui::Size size() const;

  /// Puts what was drawn on the glass.
  void present() const { SDL_RenderPresent(renderer_.get()); }

 private:
  KioskWindow(Window window, Renderer renderer)
      : window_{std::move(window)}, renderer_{std::move(renderer)} {}

  Window window_;
  Renderer renderer_;
};

}  // namespace kiosk::sdl
