#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/sdl/handles.h"
#include "kiosk/sdl/painter.h"
#include "tests/faces/face.h"

namespace kiosk::faces {

/// A piece of the glass as it is drawn.
struct Part {
  ui::Rect area;
  std::vector<std::uint32_t> pixels;  ///< 0xRRGGBB, row by row

  std::uint32_t at(ui::Point point) const {
    return pixels[static_cast<std::size_t>(point.y - area.y) * static_cast<std::size_t>(area.w) +
                  static_cast<std::size_t>(point.x - area.x)];
  }
  friend bool operator==(const Part&, const Part&) = default;
};

/// Draws a part of a frame by itself: what reaches into it and nothing else, with the painter that draws the
/// whole. It looks as in the whole picture (contrast_test.cpp), at some hundredth of its cost.
class Parts {
 public:
  Parts(Kiosk& kiosk, ui::Size glass);

  Part of(const ui::Frame& frame, const ui::Rect& area) {
    return of(frame, area, frame.boxes.size(), nullptr);
  }

  /// The same with box number `which` as `change` makes it: without its icon, pressed, ...
  Part of(const ui::Frame& frame, const ui::Rect& area, std::size_t which,
          const std::function<void(ui::Box&)>& change);

 private:
  sdl::Picture picture_;
  sdl::Renderer renderer_;
  sdl::Painter painter_;
};

/// All that decides what is behind `area` before box number `own` is drawn, or once its surface is there too:
/// the same words for the same colours in the same places, seen from `area`.
/// `painted` is painted_in(frame).
enum class Own : bool { is_not_there_yet, is_there };
std::string ground_of(const ui::Frame& frame, const std::vector<std::size_t>& painted, const ui::Theme& theme,
                      const ui::Rect& area, std::size_t own, Own surface);

/// The boxes that have a ground or a ring of their own.
std::vector<std::size_t> painted_in(const ui::Frame& frame);

/// 0xRRGGBB.
inline std::uint32_t packed(const ui::Colour& colour) {
  return colour.r * 0x10000U + colour.g * 0x100U + colour.b;
}
inline ui::Colour unpacked(std::uint32_t rgb) {
  return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>(rgb >> 8U & 0xFFU),
          static_cast<std::uint8_t>(rgb & 0xFFU)};
}

/// The look of a surface in words.
std::string words_for(const ui::Surface& surface, const ui::Theme& theme);

}  // namespace kiosk::faces
