#pragma once

#include <SDL2/SDL_events.h>

#include <algorithm>
#include <optional>

#include "kiosk/ui/touch.h"

namespace kiosk::sdl {

/// A finger or the left mouse button: to the kiosk they are one thing.
struct Contact {
  enum class Kind { down, up };
  Kind kind = Kind::down;
  ui::Touch::Finger finger = 0;
  ui::Point point;
  Time time{};  ///< when it happened, not when it was read
};

/// The contact in an event of SDL, if it is one, on a screen of `size` px.
std::optional<Contact> contact_in(const SDL_Event& event, ui::Size size);

}  // namespace kiosk::sdl
