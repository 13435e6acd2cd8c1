#pragma once

#include <optional>

#include "kiosk/sdl/painter.h"
#include "kiosk/ui/motion.h"

namespace kiosk::sdl {

/// Shows how one frame becomes the next, 60 times a second while that lasts. Between two of them it holds
/// nothing: a picture of the glass (4 bytes a pixel) is made when something begins to move and is gone when
/// that stands still.
class Transition {
 public:
  /// `renderer` is the painter's, draws in software, and outlives this.
  explicit Transition(SDL_Renderer* renderer) : renderer_{renderer} {}

  /// What is on the glass, which is `before` and perhaps still moving, begins to give way. Where there is no
  /// memory for its picture, the next frame just comes at once.
  void begin(Painter& painter, const ui::Frame& before, ui::Motion motion, Time now);

  /// Draws `frame` as it is to be seen now, in `areas` and where anything moves; the caller presents. Returns
  /// where it drew.
  std::vector<ui::Rect> draw(Painter& painter, const ui::Frame& frame, std::vector<ui::Rect> areas, Time now);

  /// When to draw again; nothing while all is still.
  std::optional<Time> due() const;

  bool moving() const { return before_ != nullptr; }

  /// Where anything moves.
  std::vector<ui::Rect> areas() const { return moving() ? motion_.areas : std::vector<ui::Rect>{}; }

  /// All is still: the frame that is drawn next comes at once.
  void stop() { before_.reset(); }

 private:
  void draw_moving(Painter& painter, const ui::Frame& frame, const std::vector<ui::Rect>& areas, Time now);
  void fade(Time now);

  SDL_Renderer* renderer_;
  Texture before_;  // null while nothing moves
  ui::Motion motion_;
  Time since_{};
  Time drawn_{};
};

}  // namespace kiosk::sdl
