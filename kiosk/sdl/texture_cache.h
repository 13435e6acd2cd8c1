#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>

#include "kiosk/sdl/handles.h"
#include "kiosk/sdl/mask.h"
#include "kiosk/ui/theme.h"

namespace kiosk::sdl {

/// Textures by what they show. A screen that is drawn again finds all of its texts and shapes here; what was
/// not used for the longest time goes first when more than `limit` bytes are held.
class TextureCache {
 public:
  static constexpr std::size_t usual_limit = std::size_t{64} << 20U;

  explicit TextureCache(SDL_Renderer* renderer, std::size_t limit = usual_limit)
      : renderer_{renderer}, limit_{limit} {}

  /// The texture called `key`; made by `make` if it is not held. Null if there is nothing to show.
  SDL_Texture* get(const std::string& key, const std::function<Picture()>& make);

  /// How many textures were made since the start: stands still while a screen stands still.
  std::uint64_t made() const { return made_; }

  /// Forgets all: the renderer lost them, or a visit ended and its words must not stay in memory.
  void clear() {
    held_.clear();
    bytes_ = 0;
  }

 private:
  struct Held {
    Texture texture;
    std::size_t bytes = 0;
    std::uint64_t used = 0;
  };
  void drop_oldest();

  SDL_Renderer* renderer_;  // the painter's, which outlives this
  std::size_t limit_;
  std::unordered_map<std::string, Held> held_;
  std::size_t bytes_ = 0;
  std::uint64_t clock_ = 0;
  std::uint64_t made_ = 0;
};

/// White where the mask covers, transparent elsewhere. Null if memory is short.
Picture picture_of(const Mask& mask);

/// A white picture of 32 bits a pixel in another colour; how much it covers stays. Null stays null.
Picture tinted(Picture picture, const ui::Colour& colour);

}  // namespace kiosk::sdl
