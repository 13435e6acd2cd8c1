#include "tests/faces/picture.h"

#include <png.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <unordered_map>
#include <utility>

namespace kiosk::faces {

// Of 32 bits: on one of 24, SDL fills nothing that is half see-through, as what is pressed is.
Drawing::Drawing(Kiosk& kiosk, ui::Size size)
    : surface_{SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_RGB888)},
      renderer_{SDL_CreateSoftwareRenderer(surface_.get())},
      painter_{renderer_.get(), &kiosk.fonts(), ui::default_themes()} {
  REQUIRE(renderer_);
}

void Drawing::draw(const ui::Frame& frame, const std::vector<ui::Rect>& areas) {
  painter_.draw(frame, areas);
  SDL_RenderFlush(renderer_.get());
}

Picture Drawing::picture() const {
  Picture picture{{surface_->w, surface_->h}, {}};
  picture.rgb.reserve(3 * static_cast<std::size_t>(surface_->w) * static_cast<std::size_t>(surface_->h));
  for (int y = 0; y < surface_->h; ++y) {
    const auto* row = static_cast<const std::uint32_t*>(surface_->pixels) + y * surface_->pitch / 4;
    for (int x = 0; x < surface_->w; ++x) {
      for (const unsigned shift : {16U, 8U, 0U}) {
        picture.rgb.push_back(static_cast<std::uint8_t>(row[x] >> shift & 0xFFU));
      }
    }
  }
  return picture;
}

bool Drawing::shows_the_same_as(const Drawing& other) const {
  const SDL_Surface& ours = *surface_;
  const SDL_Surface& theirs = *other.surface_;
  if (ours.w != theirs.w || ours.h != theirs.h) return false;
  const auto bytes = static_cast<std::size_t>(ours.w) * 4;  // of a row
  for (int y = 0; y < ours.h; ++y) {
    const auto* const a = static_cast<const char*>(ours.pixels) + static_cast<std::ptrdiff_t>(y) * ours.pitch;
    const auto* const b =
        static_cast<const char*>(theirs.pixels) + static_cast<std::ptrdiff_t>(y) * theirs.pitch;
    if (std::memcmp(a, b, bytes) != 0) return false;
  }
  return true;
}

Picture drawn(Kiosk& kiosk, const ui::Frame& frame) {
  Drawing drawing{kiosk, frame.size};
  drawing.draw(frame, {{0, 0, frame.size.w, frame.size.h}});
  return drawing.picture();
}

namespace {

std::uint32_t packed(const std::uint8_t* rgb) { return rgb[0] * 0x10000U + rgb[1] * 0x100U + rgb[2]; }

/// The colours that are there most: all grounds and inks, and most of the shades between them.
std::vector<std::uint32_t> palette_of(const std::unordered_map<std::uint32_t, std::size_t>& counts) {
  std::vector<std::uint32_t> colours;
  for (const auto& [colour, count] : counts) colours.push_back(colour);
  std::sort(colours.begin(), colours.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair{counts.at(a), a} > std::pair{counts.at(b), b};  // the same order on every machine
  });
  colours.resize(std::min<std::size_t>(colours.size(), 256));
  return colours;
}

int distance(std::uint32_t a, std::uint32_t b) {
  int most = 0;
  for (const unsigned shift : {0U, 8U, 16U}) {
    most =
        std::max(most, std::abs(static_cast<int>(a >> shift & 0xFFU) - static_cast<int>(b >> shift & 0xFFU)));
  }
  return most;
}

std::uint8_t nearest(const std::vector<std::uint32_t>& palette, std::uint32_t colour) {
  const auto closer = [&](std::uint32_t a, std::uint32_t b) {
    return distance(a, colour) < distance(b, colour);
  };
  return static_cast<std::uint8_t>(std::min_element(palette.begin(), palette.end(), closer) -
                                   palette.begin());
}

}  // namespace

void write_png(const Picture& picture, const std::string& file) {
  std::unordered_map<std::uint32_t, std::size_t> counts;
  for (std::size_t i = 0; i < picture.rgb.size(); i += 3) ++counts[packed(&picture.rgb[i])];
  const std::vector<std::uint32_t> palette = palette_of(counts);
  std::unordered_map<std::uint32_t, std::uint8_t> index_of;
  std::size_t off = 0;
  for (const auto& [colour, count] : counts) {
    index_of[colour] = nearest(palette, colour);
    if (distance(palette[index_of[colour]], colour) > 8) off += count;
  }
  const bool few = off < picture.rgb.size() / 3 / 2000;  // half of what the pictures may differ in
  std::vector<std::uint8_t> indices;
  for (std::size_t i = 0; i < picture.rgb.size(); i += 3)
    indices.push_back(index_of.at(packed(&picture.rgb[i])));
  std::vector<std::uint8_t> colours;
  for (const std::uint32_t colour : palette) {
    for (const unsigned shift : {16U, 8U, 0U})
      colours.push_back(static_cast<std::uint8_t>(colour >> shift & 0xFFU));
  }
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.size.w);
  image.height = static_cast<png_uint_32>(picture.size.h);
  image.format = few ? PNG_FORMAT_RGB_COLORMAP : PNG_FORMAT_RGB;
  image.colormap_entries = few ? static_cast<png_uint_32>(palette.size()) : 0;
  REQUIRE(png_image_write_to_file(&image, file.c_str(), 0, few ? indices.data() : picture.rgb.data(), 0,
                                  few ? colours.data() : nullptr) != 0);
}

Picture read_png(const std::string& file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, file.c_str()) == 0) return {};
  image.format = PNG_FORMAT_RGB;
  Picture picture{{static_cast<int>(image.width), static_cast<int>(image.height)},
                  std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
  if (png_image_finish_read(&image, nullptr, picture.rgb.data(), 0, nullptr) == 0) return {};
  return picture;
}

}  // namespace kiosk::faces
