#include "kiosk/sdl/painter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kiosk/sdl/png.h"
#include "kiosk/ui/hit.h"

namespace kiosk::sdl {

namespace {

SDL_Rect sdl_rect(const ui::Rect& rect) { return {rect.x, rect.y, rect.w, rect.h}; }

}  // namespace

void Painter::draw(const ui::Frame& frame) {
  theme_ = themes_.of(frame.contrast);
  for (const ui::Box& box : frame.boxes) {
    draw_surface(box);
    if (box.ring) draw_ring(*box.ring);
    if (box.logo) draw_logo(box.area);
    if (box.icon) draw_icon(*box.icon);
    for (const ui::PlacedLine& line : box.lines) draw_line(line);
    if (box.caret) fill(*box.caret, theme_[ui::Ink::caret]);
  }
  for (const ui::Box& box : frame.boxes) {
    if (box.pressed && !ui::is_whole_screen(frame, box)) {
      fill_rounded(box.area, box.surface.radius_px, pressed_on(box.surface.fill));
    }
    if (box.focused) draw_focus(ui::focus_ring(frame, box));
  }
}

ui::Colour Painter::pressed_on(ui::Ink fill) const {
  const ui::Colour& pressed = theme_[ui::Ink::pressed];
  constexpr double told_apart = 3.0;
  if (fill == ui::Ink::none || ui::contrast(theme_[fill], pressed) >= told_apart) return pressed;
  ui::Colour other = theme_[ui::Ink::on_ink];
  other.a = pressed.a;
  return other;
}

void Painter::draw_focus(const ui::FocusRing& ring) {
  outline(ring.outer, ring.outer_radius, ring.thickness, theme_[ui::Ink::focus]);
  outline(ring.inner, ring.inner_radius, ring.thickness, theme_[ui::Ink::focus_line]);
}

void Painter::draw_surface(const ui::Box& box) {
  const ui::Surface& look = box.surface;
  if (look.fill == ui::Ink::none) return;
  ui::Rect area = box.area;
  if (look.lip != ui::Ink::none) {
    fill_rounded(area, look.radius_px, theme_[look.lip]);
    area.h -= look.lip_px;
  }
  int radius = look.radius_px;
  if (look.edge != ui::Ink::none && look.edge_px > 0 && !look.dashed) {
    fill_rounded(area, radius, theme_[look.edge]);
    area = ui::inset(area, look.edge_px);
    radius = std::max(0, radius - look.edge_px);
  }
  fill_rounded(area, radius, theme_[look.fill]);
  if (!look.dashed) return;
  const std::string key = fmt::format("dashed {} {} {} {}", area.w, area.h, radius, look.edge_px);
  stamp(textures_.get(key, [&] { return picture_of(dashed_mask(area.w, area.h, radius, look.edge_px)); }),
        area, theme_[look.edge]);
}

void Painter::draw_ring(const ui::PlacedRing& ring) {
  const auto draw_part = [&](double left, const ui::Colour& colour) {
    const std::string key = fmt::format("ring {} {} {:.4f}", ring.area.w, ring.thickness, left);
    stamp(textures_.get(key, [&] { return picture_of(ring_mask(ring.area.w, ring.thickness, left)); }),
          ring.area, colour);
  };
  draw_part(1.0, theme_[ring.spent]);
  draw_part(ring.left, theme_[ring.ink]);
}

void Painter::draw_logo(const ui::Rect& area) {
  if (!themes_.logo) return;
  const auto picture = [&] {
    const auto read = read_png(themes_.logo->png);
    return read ? scaled(**read, {area.w, area.h}) : nullptr;
  };
  constexpr ui::Colour as_it_is{255, 255, 255};
  stamp(textures_.get(fmt::format("logo {} {}", area.w, area.h), picture), area, as_it_is);
}

void Painter::draw_icon(const ui::PlacedIcon& icon) {
  const std::string key = fmt::format("icon {} {}", static_cast<int>(icon.icon), icon.area.w);
  stamp(textures_.get(key, [&] { return picture_of(icon_mask(icon.icon, icon.area.w)); }), icon.area,
        theme_[icon.ink]);
}

void Painter::draw_line(const ui::PlacedLine& line) {
  if (fonts_ == nullptr) return;
  const bool rtl = line.direction == text::Direction::right_to_left;
  const std::string key =
      fmt::format("{}{}{} {}", line.face.bold ? 'b' : 'r', rtl ? '<' : '>', line.face.px, line.words);
  SDL_Texture* texture =
      textures_.get(key, [&] { return fonts_->draw(line.face, line.words, line.direction); });
  if (texture == nullptr) return;
  int w = 0;
  int h = 0;
  SDL_QueryTexture(texture, nullptr, nullptr, &w, &h);
  const int letters = fonts_->ascent(line.face) + fonts_->descent(line.face);
  stamp(texture, {line.area.x, line.area.y + (line.area.h - letters) / 2, w, h}, theme_[line.ink]);
}

void Painter::fill(const ui::Rect& area, const ui::Colour& colour) {
  const SDL_Rect target = sdl_rect(area);
  SDL_SetRenderDrawBlendMode(renderer_, colour.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
  SDL_SetRenderDrawColor(renderer_, colour.r, colour.g, colour.b, colour.a);
  SDL_RenderFillRect(renderer_, &target);
}

void Painter::fill_rounded(const ui::Rect& area, int radius, const ui::Colour& colour) {
  const int r = std::min({radius, area.w / 2, area.h / 2});
  if (r <= 0) return fill(area, colour);
  fill({area.x + r, area.y, area.w - 2 * r, area.h}, colour);
  fill({area.x, area.y + r, r, area.h - 2 * r}, colour);
  fill({area.right() - r, area.y + r, r, area.h - 2 * r}, colour);

  stamp_corners(textures_.get(fmt::format("disc {}", r), [r] { return picture_of(disc_mask(r)); }), area, r,
                colour);
}

void Painter::outline(const ui::Rect& area, int radius, int thickness, const ui::Colour& colour) {
  const int r = std::min({radius, area.w / 2, area.h / 2});
  fill({area.x + r, area.y, area.w - 2 * r, thickness}, colour);
  fill({area.x + r, area.bottom() - thickness, area.w - 2 * r, thickness}, colour);
  fill({area.x, area.y + r, thickness, area.h - 2 * r}, colour);
  fill({area.right() - thickness, area.y + r, thickness, area.h - 2 * r}, colour);
  const std::string key = fmt::format("ring {} {} {:.4f}", 2 * r, thickness, 1.0);
  stamp_corners(textures_.get(key, [&] { return picture_of(ring_mask(2 * r, thickness, 1.0)); }), area, r,
                colour);
}

/// The four quarters of a round picture of radius `r`, in the corners of `area`.
void Painter::stamp_corners(SDL_Texture* round, const ui::Rect& area, int r, const ui::Colour& colour) {
  if (round == nullptr) return;
  SDL_SetTextureColorMod(round, colour.r, colour.g, colour.b);
  SDL_SetTextureAlphaMod(round, colour.a);
  const std::array<std::pair<SDL_Rect, SDL_Rect>, 4> corners{{
      {{0, 0, r, r}, {area.x, area.y, r, r}},
      {{r, 0, r, r}, {area.right() - r, area.y, r, r}},
      {{0, r, r, r}, {area.x, area.bottom() - r, r, r}},
      {{r, r, r, r}, {area.right() - r, area.bottom() - r, r, r}},
  }};
  for (const auto& [from, to] : corners) SDL_RenderCopy(renderer_, round, &from, &to);
}

void Painter::stamp(SDL_Texture* texture, const ui::Rect& area, const ui::Colour& colour) {
  if (texture == nullptr) return;
  const SDL_Rect target = sdl_rect(area);
  SDL_SetTextureColorMod(texture, colour.r, colour.g, colour.b);
  SDL_SetTextureAlphaMod(texture, colour.a);
  SDL_RenderCopy(renderer_, texture, nullptr, &target);
}

}  // namespace kiosk::sdl
