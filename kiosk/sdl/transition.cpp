#include "kiosk/sdl/transition.h"

#include <cmath>
#include <utility>

#include "kiosk/ui/damage.h"

namespace kiosk::sdl {

namespace {

constexpr Time frame_time{16};  // 60 a second, as far as whole ms allow

}  // namespace

void Transition::begin(Painter& painter, const ui::Frame& before, ui::Motion motion, Time now) {
  Texture picture{SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_RGB888, SDL_TEXTUREACCESS_TARGET,
                                    before.size.w, before.size.h)};
  if (!picture || SDL_SetRenderTarget(renderer_, picture.get()) != 0) return stop();
  draw_moving(painter, before, motion.areas, now);
  SDL_SetRenderTarget(renderer_, nullptr);
  SDL_SetTextureBlendMode(picture.get(), SDL_BLENDMODE_BLEND);
  before_ = std::move(picture);
  motion_ = std::move(motion);
  since_ = now;
}

std::vector<ui::Rect> Transition::draw(Painter& painter, const ui::Frame& frame, std::vector<ui::Rect> areas,
                                       Time now) {
  areas = ui::together(std::move(areas), this->areas());
  draw_moving(painter, frame, areas, now);
  return areas;
}

void Transition::draw_moving(Painter& painter, const ui::Frame& frame, const std::vector<ui::Rect>& areas,
                             Time now) {
  painter.draw(frame, areas);
  if (!moving()) return;
  drawn_ = now;
  if (now - since_ >= motion_.lasts) return stop();
  fade(now);
}

void Transition::fade(Time now) {
  const double left = ui::remaining(now - since_, motion_.lasts);
  SDL_SetTextureAlphaMod(before_.get(), static_cast<Uint8>(std::lround(255 * left)));
  for (const ui::Rect& area : motion_.areas) {
    const SDL_Rect place{area.x, area.y, area.w, area.h};
    SDL_RenderCopy(renderer_, before_.get(), &place, &place);
  }
}

std::optional<Time> Transition::due() const {
  if (!moving()) return std::nullopt;
  return drawn_ + frame_time;
}

}  // namespace kiosk::sdl
