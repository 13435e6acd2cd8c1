#include "kiosk/sdl/texture_cache.h"

#include <algorithm>
#include <span>

namespace kiosk::sdl {

SDL_Texture* TextureCache::get(const std::string& key, const std::function<Picture()>& make) {
  ++clock_;
  if (const auto found = held_.find(key); found != held_.end()) {
    found->second.used = clock_;
    return found->second.texture.get();
  }
  const Picture picture = make();
  if (!picture) return nullptr;
  Texture texture{SDL_CreateTextureFromSurface(renderer_, picture.get())};
  if (!texture) return nullptr;
  SDL_SetTextureBlendMode(texture.get(), SDL_BLENDMODE_BLEND);
  ++made_;
  const std::size_t bytes = static_cast<std::size_t>(picture->w) * static_cast<std::size_t>(picture->h) * 4;
  bytes_ += bytes;
  while (bytes_ > limit_ && !held_.empty()) drop_oldest();
  return held_.emplace(key, Held{std::move(texture), bytes, clock_}).first->second.texture.get();
}

void TextureCache::drop_oldest() {
  const auto oldest = std::min_element(
      held_.begin(), held_.end(), [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
  bytes_ -= oldest->second.bytes;
  held_.erase(oldest);
}

namespace {

std::span<std::uint32_t> pixels_of(const SDL_Surface& picture) {
  return {
      static_cast<std::uint32_t*>(picture.pixels),
      static_cast<std::size_t>(picture.pitch) / sizeof(std::uint32_t) * static_cast<std::size_t>(picture.h)};
}

}  // namespace

Picture tinted(Picture picture, const ui::Colour& colour) {
  if (!picture || picture->format->format != SDL_PIXELFORMAT_ARGB8888) return picture;
  const std::uint32_t rgb =
      std::uint32_t{colour.r} << 16U | std::uint32_t{colour.g} << 8U | std::uint32_t{colour.b};
  for (std::uint32_t& pixel : pixels_of(*picture)) pixel = (pixel >> 24U) * colour.a / 255U << 24U | rgb;
  return picture;
}

Picture picture_of(const Mask& mask) {
  Picture picture{SDL_CreateRGBSurfaceWithFormat(0, mask.w, mask.h, 32, SDL_PIXELFORMAT_ARGB8888)};
  if (!picture) return nullptr;
  const auto pitch = static_cast<std::size_t>(picture->pitch) / sizeof(std::uint32_t);
  const auto pixels = pixels_of(*picture);
  const auto w = static_cast<std::size_t>(mask.w);
  for (std::size_t i = 0; i < mask.coverage.size(); ++i) {
    pixels[i / w * pitch + i % w] = (std::uint32_t{mask.coverage[i]} << 24U) | 0xFFFFFFU;
  }
  return picture;
}

}  // namespace kiosk::sdl
