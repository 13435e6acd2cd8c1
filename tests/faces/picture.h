#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/sdl/handles.h"
#include "kiosk/sdl/painter.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/theme.h"
#include "tests/faces/face.h"

namespace kiosk::faces {

struct Picture {
  ui::Size size;
  std::vector<std::uint8_t> rgb;

  ui::Colour at(int x, int y) const {
    const std::size_t i =
        3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(size.w) + static_cast<std::size_t>(x));
    return {rgb[i], rgb[i + 1], rgb[i + 2]};
  }
  friend bool operator==(const Picture&, const Picture&) = default;
};

/// What is on the glass, without a window: SDL's software renderer, which is the same on every machine.
class Drawing {
 public:
  Drawing(Kiosk& kiosk, ui::Size size);

  /// Draws what of the frame is in these areas over what is there.
  void draw(const ui::Frame& frame, const std::vector<ui::Rect>& areas);
  Picture picture() const;

  /// Do both show the same, pixel by pixel?
  bool shows_the_same_as(const Drawing& other) const;

 private:
  sdl::Picture surface_;
  sdl::Renderer renderer_;
  sdl::Painter painter_;
};

Picture drawn(Kiosk& kiosk, const ui::Frame& frame);

/// With a palette, for which shades that nobody tells apart become one: some 60 kB.
void write_png(const Picture& picture, const std::string& file);

/// Of nothing, 0 by 0, where there is no such file.
Picture read_png(const std::string& file);

}  // namespace kiosk::faces
