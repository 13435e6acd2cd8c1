#include "kiosk/sdl/canvas.h"

#include <png.h>

#include <utility>

namespace kiosk::sdl {

Result<Canvas, SdlError> Canvas::make(ui::Size size) {
  Picture picture{SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 24, SDL_PIXELFORMAT_RGB24)};
  if (!picture) return SdlError{std::string{"make a picture: "} + SDL_GetError()};
  Renderer renderer{SDL_CreateSoftwareRenderer(picture.get())};
  if (!renderer) return SdlError{std::string{"draw a picture: "} + SDL_GetError()};
  return Canvas{std::move(picture), std::move(renderer)};
}

Result<std::string, SdlError> Canvas::png() const {
  SDL_RenderFlush(renderer_.get());
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture_->w);
  image.height = static_cast<png_uint_32>(picture_->h);
  image.format = PNG_FORMAT_RGB;
  image.flags = PNG_IMAGE_FLAG_FAST;  // a contact sheet has hundreds
  std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
  png_alloc_size_t used = bytes.size();
  if (png_image_write_to_memory(&image, bytes.data(), &used, 0, picture_->pixels, picture_->pitch, nullptr) ==
      0) {
    return SdlError{std::string{"write a picture: "} + image.message};
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace kiosk::sdl
