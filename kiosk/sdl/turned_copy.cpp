#include "kiosk/sdl/turned_copy.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>

namespace kiosk::sdl {

namespace {

constexpr int block = 32;  // px; a block of the picture and one of the glass stay in the nearest cache

/// Where the picture's px for the glass's (0, 0) is, and how far it is to that for the next one across and
/// down.
struct Walk {
  std::ptrdiff_t start = 0;
  std::ptrdiff_t across = 0;
  std::ptrdiff_t down = 0;
};

Walk walk_through(const SDL_Surface& picture, std::ptrdiff_t line, ui::Turn turn) {
  const std::ptrdiff_t last_line = (picture.h - 1) * line;
  const std::ptrdiff_t last_in_line = picture.w - 1;
  switch (turn) {
    case ui::Turn::none:
      return {0, 1, line};
    case ui::Turn::quarter:
      return {last_line, -line, 1};
    case ui::Turn::half:
      return {last_line + last_in_line, -1, -line};
    case ui::Turn::three_quarters:
      return {last_in_line, line, -1};
  }
  return {};
}

}  // namespace

void copy_turned(const SDL_Surface& picture, SDL_Surface& glass, ui::Turn turn) {
  constexpr auto px_bytes = static_cast<std::ptrdiff_t>(sizeof(std::uint32_t));
  assert(picture.format->BytesPerPixel == px_bytes && glass.format->BytesPerPixel == px_bytes);
  assert((ui::picture_size(turn, {glass.w, glass.h}) == ui::Size{picture.w, picture.h}));
  const auto* from = static_cast<const std::uint32_t*>(picture.pixels);
  auto* to = static_cast<std::uint32_t*>(glass.pixels);
  const Walk walk = walk_through(picture, picture.pitch / px_bytes, turn);
  const std::ptrdiff_t line = glass.pitch / px_bytes;
  for (int top = 0; top < glass.h; top += block) {
    for (int left = 0; left < glass.w; left += block) {
      const int bottom = std::min(glass.h, top + block);
      const int right = std::min(glass.w, left + block);
      for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x)
          to[y * line + x] = from[walk.start + x * walk.across + y * walk.down];
      }
    }
  }
}

}  // namespace kiosk::sdl
