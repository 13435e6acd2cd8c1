#include "kiosk/sdl/painter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/base/key.h"
#include "kiosk/sdl/png.h"
#include "kiosk/ui/damage.h"
#include "kiosk/ui/hit.h"

namespace kiosk::sdl {

namespace {

/// What a texture shows: the first number of its key.
enum Shown : int { shows_words, shows_disc, shows_ring, shows_dashes, shows_icon, shows_logo, shows_image };

int parts_of(double left) {
  constexpr double told_apart = 10'000;
  return static_cast<int>(std::lround(left * told_apart));
}

int number_of(const ui::Colour& colour) {
  return static_cast<int>(std::uint32_t{colour.a} << 24U | std::uint32_t{colour.r} << 16U |
                          std::uint32_t{colour.g} << 8U | std::uint32_t{colour.b});
}

SDL_Rect sdl_rect(const ui::Rect& rect) { return {rect.x, rect.y, rect.w, rect.h}; }

}  // namespace

void Painter::draw(const ui::Frame& frame) { draw(frame, {{0, 0, frame.size.w, frame.size.h}}); }

void Painter::draw(const ui::Frame& frame, const std::vector<ui::Rect>& areas) {
  theme_ = themes_.of(frame.contrast);
  for (const ui::Rect& area : areas) draw_within(frame, area);
  SDL_RenderSetClipRect(renderer_, nullptr);
}

void Painter::draw_within(const ui::Frame& frame, const ui::Rect& area) {
  const SDL_Rect clip = sdl_rect(area);
  SDL_RenderSetClipRect(renderer_, &clip);
  const auto reaches = [&](const ui::Box& box) {
    const ui::Rect shared = ui::common(ui::reach_of(frame, box), area);
    return shared.w > 0 && shared.h > 0;
  };
  for (const ui::Box& box : frame.boxes) {
    if (!reaches(box)) continue;
    draw_surface(box);
    if (box.ring) draw_ring(*box.ring);
    if (box.logo) draw_logo(box.area);
    if (box.image) draw_image(box);
    if (box.icon) draw_icon(*box.icon);
    for (const ui::PlacedLine& line : box.lines) draw_line(line);
    if (box.caret) fill(*box.caret, theme_[ui::Ink::caret]);
  }
  for (const ui::Box& box : frame.boxes) {
    if (!reaches(box)) continue;
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
  int radius = look.radius_px;
  const auto straight_part = [&] { return ui::inset(area, std::min({radius, area.w / 2, area.h / 2})); };
  if (look.lip != ui::Ink::none) {
    const ui::Rect whole = area;
    area.h -= look.lip_px;
    fill_rounded(whole, radius, theme_[look.lip], straight_part());
  }
  if (look.edge != ui::Ink::none && look.edge_px > 0 && !look.dashed) {
    const ui::Rect whole = area;
    const int outer_radius = radius;
    area = ui::inset(area, look.edge_px);
    radius = std::max(0, radius - look.edge_px);
    fill_rounded(whole, outer_radius, theme_[look.edge], straight_part());
  }
  fill_rounded(area, radius, theme_[look.fill]);
  if (!look.dashed) return;
  SDL_Texture* const dashes =
      shape({shows_dashes, area.w, area.h, radius, look.edge_px}, theme_[look.edge],
            [&] { return picture_of(dashed_mask(area.w, area.h, radius, look.edge_px)); });
  const int deep = std::min({std::max(radius, look.edge_px), area.w / 2, area.h / 2});
  put_part(dashes, {0, 0, area.w, deep}, area);
  put_part(dashes, {0, area.h - deep, area.w, deep}, area);
  put_part(dashes, {0, deep, deep, area.h - 2 * deep}, area);
  put_part(dashes, {area.w - deep, deep, deep, area.h - 2 * deep}, area);
}

void Painter::draw_ring(const ui::PlacedRing& ring) {
  const auto draw_part = [&](double left, const ui::Colour& colour) {
    stamp({shows_ring, ring.area.w, ring.thickness, parts_of(left)}, ring.area, colour,
          [&] { return picture_of(ring_mask(ring.area.w, ring.thickness, left)); });
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
  put(textures_.get(key_of({shows_logo, area.w, area.h}), picture), area);
}

void Painter::draw_image(const ui::Box& box) {
  const ui::Rect& area = box.area;
  const int radius = box.surface.radius_px;
  const auto picture = [&] {
    const auto read = read_png(*box.image->png);
    return read ? rounded(scaled(**read, {area.w, area.h}), radius) : nullptr;
  };
  const std::string key = key_of({shows_image, area.w, area.h, radius}, hex(box.image->digest));
  put(images_.get(key, picture), area);
}

void Painter::draw_icon(const ui::PlacedIcon& icon) {
  stamp({shows_icon, static_cast<int>(icon.icon), icon.area.w}, icon.area, theme_[icon.ink],
        [&] { return picture_of(icon_mask(icon.icon, icon.area.w)); });
}

void Painter::draw_line(const ui::PlacedLine& line) {
  if (fonts_ == nullptr) return;
  const bool rtl = line.direction == text::Direction::right_to_left;
  const ui::Colour& colour = theme_[line.ink];
  const std::string key =
      key_of({shows_words, number_of(colour), line.face.bold ? 1 : 0, rtl ? 1 : 0, line.face.px}, line.words);
  SDL_Texture* texture =
      textures_.get(key, [&] { return tinted(fonts_->draw(line.face, line.words, line.direction), colour); });
  if (texture == nullptr) return;
  int w = 0;
  int h = 0;
  SDL_QueryTexture(texture, nullptr, nullptr, &w, &h);
  const int letters = fonts_->ascent(line.face) + fonts_->descent(line.face);
  put(texture, {line.area.x, line.area.y + (line.area.h - letters) / 2, w, h});
}

void Painter::fill(const ui::Rect& area, const ui::Colour& colour) {
  if (area.w <= 0 || area.h <= 0) return;
  const SDL_Rect target = sdl_rect(area);
  SDL_SetRenderDrawBlendMode(renderer_, colour.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
  SDL_SetRenderDrawColor(renderer_, colour.r, colour.g, colour.b, colour.a);
  SDL_RenderFillRect(renderer_, &target);
}

void Painter::fill_around(const ui::Rect& area, const ui::Rect& hole, const ui::Colour& colour) {
  const ui::Rect left_out = ui::common(area, hole);
  if (left_out.w <= 0 || left_out.h <= 0) return fill(area, colour);
  fill({area.x, area.y, area.w, left_out.y - area.y}, colour);
  fill({area.x, left_out.bottom(), area.w, area.bottom() - left_out.bottom()}, colour);
  fill({area.x, left_out.y, left_out.x - area.x, left_out.h}, colour);
  fill({left_out.right(), left_out.y, area.right() - left_out.right(), left_out.h}, colour);
}

void Painter::fill_rounded(const ui::Rect& area, int radius, const ui::Colour& colour, const ui::Rect& hole) {
  const int r = std::min({radius, area.w / 2, area.h / 2});
  if (r <= 0) return fill_around(area, hole, colour);
  fill_around({area.x + r, area.y, area.w - 2 * r, area.h}, hole, colour);
  fill_around({area.x, area.y + r, r, area.h - 2 * r}, hole, colour);
  fill_around({area.right() - r, area.y + r, r, area.h - 2 * r}, hole, colour);
  stamp_corners({shows_disc, r}, area, r, colour, [r] { return picture_of(disc_mask(r)); });
}

void Painter::outline(const ui::Rect& area, int radius, int thickness, const ui::Colour& colour) {
  const int r = std::min({radius, area.w / 2, area.h / 2});
  fill({area.x + r, area.y, area.w - 2 * r, thickness}, colour);
  fill({area.x + r, area.bottom() - thickness, area.w - 2 * r, thickness}, colour);
  fill({area.x, area.y + r, thickness, area.h - 2 * r}, colour);
  fill({area.right() - thickness, area.y + r, thickness, area.h - 2 * r}, colour);
  stamp_corners({shows_ring, 2 * r, thickness, parts_of(1.0)}, area, r, colour,
                [&] { return picture_of(ring_mask(2 * r, thickness, 1.0)); });
}

SDL_Texture* Painter::shape(std::initializer_list<int> what, const ui::Colour& colour, const Make& make) {
  std::string key = key_of(what);
  key += key_of({number_of(colour)});
  return textures_.get(key, [&] { return tinted(make(), colour); });
}

/// The four quarters of a round picture of radius `r`, in the corners of `area`.
void Painter::stamp_corners(std::initializer_list<int> what, const ui::Rect& area, int r,
                            const ui::Colour& colour, const Make& make) {
  SDL_Texture* const round = shape(what, colour, make);
  if (round == nullptr) return;
  const std::array<std::pair<SDL_Rect, SDL_Rect>, 4> corners{{
      {{0, 0, r, r}, {area.x, area.y, r, r}},
      {{r, 0, r, r}, {area.right() - r, area.y, r, r}},
      {{0, r, r, r}, {area.x, area.bottom() - r, r, r}},
      {{r, r, r, r}, {area.right() - r, area.bottom() - r, r, r}},
  }};
  for (const auto& [from, to] : corners) SDL_RenderCopy(renderer_, round, &from, &to);
}

void Painter::stamp(std::initializer_list<int> what, const ui::Rect& area, const ui::Colour& colour,
                    const Make& make) {
  put(shape(what, colour, make), area);
}

void Painter::put_part(SDL_Texture* texture, const ui::Rect& part, const ui::Rect& area) {
  if (texture == nullptr) return;
  const SDL_Rect from = sdl_rect(part);
  const SDL_Rect to{area.x + part.x, area.y + part.y, part.w, part.h};
  SDL_RenderCopy(renderer_, texture, &from, &to);
}

void Painter::put(SDL_Texture* texture, const ui::Rect& area) {
  if (texture == nullptr) return;
  const SDL_Rect target = sdl_rect(area);
  SDL_RenderCopy(renderer_, texture, nullptr, &target);
}

}  // namespace kiosk::sdl
