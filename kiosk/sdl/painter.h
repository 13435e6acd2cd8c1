#pragma once

#include "kiosk/sdl/fonts.h"
#include "kiosk/sdl/texture_cache.h"
#include "kiosk/ui/focus.h"
#include "kiosk/ui/frame.h"

namespace kiosk::sdl {

/// Draws a Frame, box by box. Holds no opinion: what is where and in which colour stands in the frame and
/// theme.
class Painter {
 public:
  /// `renderer` and `fonts` outlive the painter. `fonts` may be null: shapes are drawn, words are not.
  Painter(SDL_Renderer* renderer, Fonts* fonts, const ui::Themes& themes)
      : renderer_{renderer}, fonts_{fonts}, themes_{themes}, textures_{renderer} {}

  /// Draws all of it; the caller presents. Texts and shapes that were drawn before are not made again.
  void draw(const ui::Frame& frame);

  /// Forgets every picture of a text: nothing of a visitor's words stays in memory after the visit.
  void forget() { textures_.clear(); }

  std::uint64_t textures_made() const { return textures_.made(); }

 private:
  /// What is laid over a pressed box: dark on what is light, light on what is dark.
  ui::Colour pressed_on(ui::Ink fill) const;
  void draw_surface(const ui::Box& box);
  void draw_logo(const ui::Rect& area);
  void draw_ring(const ui::PlacedRing& ring);
  void draw_icon(const ui::PlacedIcon& icon);
  void draw_focus(const ui::FocusRing& ring);
  void draw_line(const ui::PlacedLine& line);
  void fill(const ui::Rect& area, const ui::Colour& colour);
  void fill_rounded(const ui::Rect& area, int radius, const ui::Colour& colour);
  void outline(const ui::Rect& area, int radius, int thickness, const ui::Colour& colour);
  void stamp_corners(SDL_Texture* round, const ui::Rect& area, int r, const ui::Colour& colour);
  void stamp(SDL_Texture* texture, const ui::Rect& area, const ui::Colour& colour);

  SDL_Renderer* renderer_;
  Fonts* fonts_;
  const ui::Themes& themes_;
  ui::Theme theme_ = themes_.of(visit::Contrast::normal);  // of the frame that is being drawn
  TextureCache textures_;
};

}  // namespace kiosk::sdl
