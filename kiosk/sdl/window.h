#pragma once

#include <optional>
#include <vector>

#include "kiosk/sdl/compositor.h"
#include "kiosk/sdl/handles.h"
#include "kiosk/ui/mounting.h"

namespace kiosk::sdl {

/// The window and what draws in it. The software renderer on purpose: a still screen costs nothing, there is
/// no driver to fail.
class KioskWindow {
 public:
  /// A window of `size`, or the whole screen without one, that shows the picture turned. Fails where SDL
  /// cannot open one, and says why.
  static Result<KioskWindow, SdlError> open(std::optional<ui::Size> size, ui::Turn turn);

  SDL_Renderer* renderer() const { return renderer_.get(); }

  /// The size of what is drawn, in px.
  ui::Size size() const { return ui::picture_size(turn_, glass()); }

  /// The size of the window, in px.
  ui::Size glass() const;

  /// Fits what is drawn to a window that has another size. renderer() is another one after it: textures of
  /// the old one must be gone before.
  Result<Done, SdlError> fit();

  /// Waits until what was put on the glass has reached whoever shows it; false where nobody does any more.
  bool await_compositor() const { return sdl::await_compositor(window_.get()); }

  /// Puts what was drawn in these areas on the glass. A turned picture costs a copy of all of it, see
  /// copy_turned().
  void present(const std::vector<ui::Rect>& areas) const;

 private:
  KioskWindow(Window window, ui::Turn turn) : window_{std::move(window)}, turn_{turn} {}

  Window window_;
  ui::Turn turn_;
  Picture canvas_;  // what the renderer draws on where the picture is turned; else that is the window's own
  Renderer renderer_;
};

}  // namespace kiosk::sdl
