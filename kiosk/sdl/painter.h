#pragma once

#include <functional>
#include <initializer_list>
#include <vector>

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
      : renderer_{renderer},
        fonts_{fonts},
        themes_{themes},
        textures_{renderer},
        images_{renderer, most_image_bytes} {}

  /// Draws all of it; the caller presents. Texts and shapes that were drawn before are not made again.
  void draw(const ui::Frame& frame);

  /// Draws what of it is in these areas, and leaves the rest as it is.
  void draw(const ui::Frame& frame, const std::vector<ui::Rect>& areas);

  /// Forgets every picture of a text: nothing of a visitor's words stays in memory after the visit.
  void forget() { textures_.clear(); }

  std::uint64_t textures_made() const { return textures_.made() + images_.made(); }

 private:
  void draw_within(const ui::Frame& frame, const ui::Rect& area);
  /// What is laid over a pressed box: dark on what is light, light on what is dark.
  ui::Colour pressed_on(ui::Ink fill) const;
  void draw_surface(const ui::Box& box);
  void draw_logo(const ui::Rect& area);
  void draw_image(const ui::Box& box);
  void draw_ring(const ui::PlacedRing& ring);
  void draw_icon(const ui::PlacedIcon& icon);
  void draw_focus(const ui::FocusRing& ring);
  void draw_line(const ui::PlacedLine& line);
  void fill(const ui::Rect& area, const ui::Colour& colour);
  void fill_around(const ui::Rect& area, const ui::Rect& hole, const ui::Colour& colour);

  /// Without `hole`, which something else is about to cover.
  void fill_rounded(const ui::Rect& area, int radius, const ui::Colour& colour, const ui::Rect& hole = {});
  void outline(const ui::Rect& area, int radius, int thickness, const ui::Colour& colour);

  /// Textures have the colour in which they are drawn: SDL colours white ones so slowly that it took most of
  /// the time of a frame.
  using Make = std::function<Picture()>;
  SDL_Texture* shape(std::initializer_list<int> what, const ui::Colour& colour, const Make& make);
  void stamp_corners(std::initializer_list<int> what, const ui::Rect& area, int r, const ui::Colour& colour,
                     const Make& make);
  void stamp(std::initializer_list<int> what, const ui::Rect& area, const ui::Colour& colour,
             const Make& make);
  void put(SDL_Texture* texture, const ui::Rect& area);

  /// A part of a texture, where it is when the whole stands in `area`.
  void put_part(SDL_Texture* texture, const ui::Rect& part, const ui::Rect& area);

  static constexpr std::size_t most_image_bytes = std::size_t{24} << 20U;  // some eight of half a panel
  SDL_Renderer* renderer_;
  Fonts* fonts_;
  const ui::Themes& themes_;
  ui::Theme theme_ = themes_.of(visit::Contrast::normal);  // of the frame that is being drawn
  TextureCache textures_;
  TextureCache images_;  // of the question set, not of a visitor: to read one again takes long
};

}  // namespace kiosk::sdl
