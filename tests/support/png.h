#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "kiosk/sdl/canvas.h"
#include "kiosk/survey/image.h"

/// Pictures for question sets, as files.
namespace kiosk::tests {

/// A PNG of one colour.
inline std::string png_of(ui::Size size, ui::Colour colour) {
  const auto canvas = sdl::Canvas::make(size);
  if (!canvas) throw std::runtime_error{canvas.error().text};
  SDL_SetRenderDrawColor(canvas->renderer(), colour.r, colour.g, colour.b, 255);
  SDL_RenderClear(canvas->renderer());
  const auto png = canvas->png();
  if (!png) throw std::runtime_error{png.error().text};
  return *png;
}

/// The same as a set holds it.
inline std::shared_ptr<const survey::Image> image_of(ui::Size size, ui::Colour colour) {
  const auto png = std::make_shared<const std::string>(png_of(size, colour));
  return std::make_shared<const survey::Image>(survey::Image{png, size.w, size.h, short_digest(*png)});
}

}  // namespace kiosk::tests
