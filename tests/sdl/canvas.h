#pragma once

#include <catch2/catch.hpp>
#include <filesystem>

#include "kiosk/sdl/fonts.h"
#include "kiosk/sdl/library.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/ui/theme.h"

namespace kiosk::given {

/// SDL's software renderer on a picture in memory: no window, no display.
class Canvas {
 public:
  explicit Canvas(ui::Size size, ui::Colour ground = {250, 250, 250})
      : size_{size},
        picture_{SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_ARGB8888)},
        renderer_{SDL_CreateSoftwareRenderer(picture_.get())} {
    REQUIRE(renderer_);
    SDL_SetRenderDrawColor(renderer_.get(), ground.r, ground.g, ground.b, 255);
    SDL_RenderClear(renderer_.get());
  }

  SDL_Renderer* renderer() const { return renderer_.get(); }
  ui::Size size() const { return size_; }

  ui::Colour at(int x, int y) const {
    SDL_RenderFlush(renderer_.get());
    const auto* row = static_cast<const unsigned char*>(picture_->pixels) + y * picture_->pitch;
    ui::Colour colour;
    std::uint32_t pixel = 0;
    SDL_memcpy(&pixel, row + x * 4, 4);
    SDL_GetRGB(pixel, picture_->format, &colour.r, &colour.g, &colour.b);
    return colour;
  }

  /// How many pixels of `area` are of this colour.
  int count(const ui::Rect& area, const ui::Colour& colour) const {
    int found = 0;
    for (int y = area.y; y < area.bottom(); ++y) {
      for (int x = area.x; x < area.right(); ++x) found += at(x, y) == colour ? 1 : 0;
    }
    return found;
  }

 private:
  ui::Size size_;
  sdl::Picture picture_;
  sdl::Renderer renderer_;
};

/// The kiosk's own fonts, ready for use.
struct Letters {
  Result<sdl::TextLibrary, sdl::SdlError> library = sdl::TextLibrary::start();
  Result<std::unique_ptr<sdl::Fonts>, sdl::SdlError> opened =
      sdl::Fonts::open(std::filesystem::path{KIOSK_SOURCE_DIR} / "fonts");
  sdl::Fonts& fonts() { return **opened; }
};

}  // namespace kiosk::given
