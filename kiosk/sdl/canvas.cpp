#include "kiosk/sdl/canvas.h"

#include <png.h>

#include <utility>

namespace kiosk::sdl {

Result<Canvas, SdlError> Canvas::make(ui::Size size) {
  // Of 32 bits, as a window is: on one of 24, SDL fills nothing that is half see-through.
  Picture picture{SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_RGB888)};
  if (!picture) return SdlError{std::string{"make a picture: "} + SDL_GetError()};
  Renderer renderer{SDL_CreateSoftwareRenderer(picture.get())};
  if (!renderer) return SdlError{std::string{"draw a picture: "} + SDL_GetError()};
  return Canvas{std::move(picture), std::move(renderer)};
}

Result<std::string, SdlError> Canvas::png() const {
  SDL_RenderFlush(renderer_.get());
  const Picture rgb{SDL_ConvertSurfaceFormat(picture_.get(), SDL_PIXELFORMAT_RGB24, 0)};
  if (!rgb) return SdlError{std::string{"write a picture: "} + SDL_GetError()};
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(rgb->w);
  image.height = static_cast<png_uint_32>(rgb->h);
  image.format = PNG_FORMAT_RGB;
  image.flags = PNG_IMAGE_FLAG_FAST;  // a contact sheet has hundreds
  std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
  png_alloc_size_t used = bytes.size();
  if (png_image_write_to_memory(&image, bytes.data(), &used, 0, rgb->pixels, rgb->pitch, nullptr) == 0) {
    return SdlError{std::string{"write a picture: "} + image.message};
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace kiosk::sdl
