#include "kiosk/sdl/png.h"

#include <fmt/format.h>
#include <png.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "kiosk/sdl/mask.h"

namespace kiosk::sdl {

namespace {

constexpr Uint32 format = SDL_PIXELFORMAT_BGRA32;  // the bytes in the order that libpng is asked for

std::uint8_t* pixel_at(const SDL_Surface& picture, int x, int y) {
  constexpr std::ptrdiff_t bytes = 4;
  return static_cast<std::uint8_t*>(picture.pixels) + std::ptrdiff_t{y} * picture.pitch + x * bytes;
}

/// The mean colour of a part of the picture, each pixel weighing as much as it covers.
std::array<std::uint8_t, 4> mean(const SDL_Surface& picture, const ui::Rect& part) {
  std::array<std::uint64_t, 3> colours{};
  std::uint64_t cover = 0;
  for (int y = part.y; y < part.bottom(); ++y) {
    for (int x = part.x; x < part.right(); ++x) {
      const std::uint8_t* pixel = pixel_at(picture, x, y);
      for (std::size_t i = 0; i < colours.size(); ++i) colours[i] += std::uint64_t{pixel[i]} * pixel[3];
      cover += pixel[3];
    }
  }
  std::array<std::uint8_t, 4> result{};
  if (cover == 0) return result;
  for (std::size_t i = 0; i < colours.size(); ++i) result[i] = static_cast<std::uint8_t>(colours[i] / cover);
  result[3] = static_cast<std::uint8_t>(cover / static_cast<std::uint64_t>(part.w * part.h));
  return result;
}

/// The pixels of `from` that pixel `i` of `to` stands for: where they begin, and how many; at least one.
std::pair<int, int> stretch(int i, int from, int to) {
  const int begin = i * from / to;
  return {begin, std::max(1, (i + 1) * from / to - begin)};
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i) number = number << 8U | static_cast<unsigned char>(bytes[i]);
  return number;
}

SdlError too_large(std::uint32_t w, std::uint32_t h) {
  return SdlError{fmt::format("it is {}x{} px, and at most {} a side are shown", w, h, largest_png_side)};
}

}  // namespace

Result<ui::Size, SdlError> png_size(std::string_view bytes) {
  constexpr std::string_view first{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16};
  constexpr std::size_t with_size = 24;
  if (bytes.size() < with_size || !bytes.starts_with(first)) return SdlError{"it is no PNG picture"};
  const std::uint32_t w = number_at(bytes, 16);
  const std::uint32_t h = number_at(bytes, 20);
  if (w == 0 || h == 0) return SdlError{"it is no PNG picture"};
  if (std::max(w, h) > std::uint32_t{largest_png_side}) return too_large(w, h);
  return ui::Size{static_cast<int>(w), static_cast<int>(h)};
}

Result<Picture, SdlError> read_png(std::string_view bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) {
    return SdlError{fmt::format("it is no PNG picture ({})", image.message)};
  }
  const auto side = std::max(image.width, image.height);
  if (side > static_cast<png_uint_32>(largest_png_side)) {
    png_image_free(&image);
    return too_large(image.width, image.height);
  }
  image.format = PNG_FORMAT_BGRA;
  Picture picture{SDL_CreateRGBSurfaceWithFormat(0, static_cast<int>(image.width),
                                                 static_cast<int>(image.height), 32, format)};
  if (!picture) {
    png_image_free(&image);
    return SdlError{SDL_GetError()};
  }
  if (png_image_finish_read(&image, nullptr, picture->pixels, picture->pitch, nullptr) == 0) {
    return SdlError{fmt::format("it is damaged ({})", image.message)};
  }
  return picture;
}

Picture scaled(const SDL_Surface& picture, ui::Size size) {
  Picture result{SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, format)};
  if (!result) return nullptr;
  for (int y = 0; y < size.h; ++y) {
    const auto [top, h] = stretch(y, picture.h, size.h);
    for (int x = 0; x < size.w; ++x) {
      const auto [left, w] = stretch(x, picture.w, size.w);
      const auto colour = mean(picture, {left, top, w, h});
      std::copy(colour.begin(), colour.end(), pixel_at(*result, x, y));
    }
  }
  return result;
}

Picture rounded(Picture picture, int radius) {
  if (!picture) return picture;
  const int r = std::min({radius, picture->w / 2, picture->h / 2});
  const Mask disc = disc_mask(r);
  for (int y = 0; y < disc.h; ++y) {
    for (int x = 0; x < disc.w; ++x) {
      const std::uint32_t covered =
          disc.coverage[static_cast<std::size_t>(y) * static_cast<std::size_t>(disc.w) +
                        static_cast<std::size_t>(x)];
      std::uint8_t* pixel =
          pixel_at(*picture, x < r ? x : picture->w - disc.w + x, y < r ? y : picture->h - disc.h + y);
      pixel[3] = static_cast<std::uint8_t>(pixel[3] * covered / 255);
    }
  }
  return picture;
}

}  // namespace kiosk::sdl
