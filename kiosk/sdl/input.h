#pragma once

#include <SDL2/SDL_events.h>

#include <optional>

#include "kiosk/ui/mounting.h"
#include "kiosk/ui/touch.h"

namespace kiosk::sdl {

/// A finger or the left mouse button: to the kiosk they are one thing.
struct Contact {
  enum class Kind { down, move, up };
  Kind kind = Kind::down;
  ui::Touch::Finger finger = 0;
  ui::Point point;  ///< of the picture
  Time time{};      ///< when it happened, not when it was read
};

/// The contact in an event of SDL, if it is one, on glass of `glass` px. `now` is the time, on the clock of
/// SDL_GetTicks64: SDL's own time in an event begins anew every 49 days.
std::optional<Contact> contact_in(const SDL_Event& event, const ui::Mounting& mounting, ui::Size glass,
                                  Time now);

}  // namespace kiosk::sdl
