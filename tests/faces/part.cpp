#include "tests/faces/part.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>

#include "kiosk/ui/focus.h"

namespace kiosk::faces {

using ui::Box;
using ui::Rect;

namespace {

bool meet(const Rect& a, const Rect& b) {
  const Rect shared = ui::common(a, b);
  return shared.w > 0 && shared.h > 0;
}

/// Letters may reach above and below the room of their line.
bool reaches(const ui::PlacedLine& line, const Rect& area) {
  return meet(ui::inset(line.area, -line.face.px), area);
}

bool reaches(const ui::Frame& frame, const Box& box, const Rect& area) {
  return meet(box.area, area) || (box.icon && meet(box.icon->area, area)) ||
         (box.ring && meet(box.ring->area, area)) || (box.caret && meet(*box.caret, area)) ||
         (box.focused && meet(ui::focus_ring(frame, box).outer, area)) ||
         std::any_of(box.lines.begin(), box.lines.end(),
                     [&](const ui::PlacedLine& line) { return reaches(line, area); });
}

/// Is `area` on the plain middle of the box: off its edge, its lip and its round corners?
bool is_plain_in(const Box& box, const Rect& area) {
  if (box.surface.dashed) return false;
  Rect plain = ui::inset(box.area, box.surface.edge_px);
  plain.h -= box.surface.lip_px;
  if (!ui::contains(plain, area)) return false;
  const int radius = std::min({box.surface.radius_px - box.surface.edge_px, plain.w / 2, plain.h / 2}) - 1;
  if (radius <= 0) return true;
  const auto in_corner = [&](int x, int y) {
    const int dx = std::max({plain.x + radius - x, x - (plain.right() - radius), 0});
    const int dy = std::max({plain.y + radius - y, y - (plain.bottom() - radius), 0});
    return dx * dx + dy * dy >= (radius - 1) * (radius - 1) && dx > 0 && dy > 0;
  };
  return !in_corner(area.x, area.y) && !in_corner(area.right(), area.y) &&
         !in_corner(area.x, area.bottom()) && !in_corner(area.right(), area.bottom());
}

std::string seen_from(const Rect& area, const Rect& what) {
  return fmt::format("@{},{},{},{}", what.x - area.x, what.y - area.y, what.w, what.h);
}

}  // namespace

Parts::Parts(Kiosk& kiosk, ui::Size glass)
    : picture_{SDL_CreateRGBSurfaceWithFormat(0, glass.w, glass.h, 32, SDL_PIXELFORMAT_RGB888)},
      renderer_{SDL_CreateSoftwareRenderer(picture_.get())},
      painter_{renderer_.get(), &kiosk.fonts(), ui::default_themes()} {
  REQUIRE(picture_);
  REQUIRE(renderer_);
}

Part Parts::of(const ui::Frame& frame, const Rect& area, std::size_t which,
               const std::function<void(Box&)>& change) {
  ui::Frame reaching{.contrast = frame.contrast, .size = frame.size, .mm_per_px = frame.mm_per_px};
  for (std::size_t i = 0; i < frame.boxes.size(); ++i) {
    if (i == which) {
      reaching.boxes.push_back(frame.boxes[i]);
      change(reaching.boxes.back());
    } else if (reaches(frame, frame.boxes[i], area)) {
      reaching.boxes.push_back(frame.boxes[i]);
    } else {
      continue;
    }
    std::erase_if(reaching.boxes.back().lines,
                  [&](const ui::PlacedLine& line) { return !reaches(line, area); });
  }
  painter_.draw(reaching, {area});
  SDL_RenderFlush(renderer_.get());
  Part part{area,
            std::vector<std::uint32_t>(static_cast<std::size_t>(area.w) * static_cast<std::size_t>(area.h))};
  for (int y = 0; y < area.h; ++y) {
    const auto* row =
        static_cast<const std::uint32_t*>(picture_->pixels) + (area.y + y) * (picture_->pitch / 4) + area.x;
    std::memcpy(&part.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(area.w)], row,
                static_cast<std::size_t>(area.w) * sizeof(std::uint32_t));
  }
  return part;
}

std::string words_for(const ui::Surface& surface, const ui::Theme& theme) {
  return fmt::format("{:x}.{:x}.{:x}.{}.{}.{}{}", packed(theme[surface.fill]), packed(theme[surface.edge]),
                     packed(theme[surface.lip]), surface.edge_px, surface.radius_px, surface.lip_px,
                     surface.dashed ? "d" : "");
}

std::vector<std::size_t> painted_in(const ui::Frame& frame) {
  std::vector<std::size_t> painted;
  for (std::size_t i = 0; i < frame.boxes.size(); ++i) {
    if (frame.boxes[i].surface.fill != ui::Ink::none || frame.boxes[i].ring) painted.push_back(i);
  }
  return painted;
}

std::string ground_of(const ui::Frame& frame, const std::vector<std::size_t>& painted, const ui::Theme& theme,
                      const Rect& area, std::size_t own, Own surface) {
  std::string words;
  for (const std::size_t i : painted) {
    const Box& box = frame.boxes[i];
    const bool before = i < own || (i == own && surface == Own::is_there);
    if (i == own && !before) continue;
    if (box.surface.fill != ui::Ink::none && meet(box.area, area)) {
      if (before && is_plain_in(box, area)) {
        words = fmt::format("{:x}", packed(theme[box.surface.fill]));
      } else {
        words += (before ? "|" : "|over") + words_for(box.surface, theme) + seen_from(area, box.area);
      }
    }
    if (box.ring && meet(box.ring->area, area)) {
      words += fmt::format("|ring{}", box.ring->left) + seen_from(area, box.ring->area);
    }
  }
  return words;
}

}  // namespace kiosk::faces
