#include "kiosk/sdl/input.h"

namespace kiosk::sdl {

namespace {

constexpr ui::Touch::Finger mouse = -1;  // SDL numbers fingers from 0

/// The whole time of an event that has its last 32 bits, and lies before `now`.
Time time_of(Uint32 timestamp, Time now) {
  const auto ago = static_cast<Sint32>(static_cast<Uint32>(now.count()) - timestamp);
  return now - Time{ago};
}

std::optional<Contact> finger_contact(const SDL_TouchFingerEvent& event, Contact::Kind kind,
                                      const ui::Mounting& mounting, ui::Size glass, Time now) {
  if (event.touchId == SDL_MOUSE_TOUCHID) return std::nullopt;  // the same click, reported again
  const ui::Point point = ui::touched_point(mounting, glass, {event.x, event.y});
  return Contact{kind, event.fingerId, point, time_of(event.timestamp, now)};
}

std::optional<Contact> mouse_contact(const SDL_MouseButtonEvent& event, Contact::Kind kind,
                                     const ui::Mounting& mounting, ui::Size glass, Time now) {
  if (event.which == SDL_TOUCH_MOUSEID) return std::nullopt;  // the same finger, reported again
  if (event.button != SDL_BUTTON_LEFT) return std::nullopt;
  const ui::Point point = ui::pointed_point(mounting.picture, glass, {event.x, event.y});
  return Contact{kind, mouse, point, time_of(event.timestamp, now)};
}

std::optional<Contact> mouse_motion(const SDL_MouseMotionEvent& event, const ui::Mounting& mounting,
                                    ui::Size glass, Time now) {
  if (event.which == SDL_TOUCH_MOUSEID || (event.state & SDL_BUTTON_LMASK) == 0) return std::nullopt;
  const ui::Point point = ui::pointed_point(mounting.picture, glass, {event.x, event.y});
  return Contact{Contact::Kind::move, mouse, point, time_of(event.timestamp, now)};
}

}  // namespace

std::optional<Contact> contact_in(const SDL_Event& event, const ui::Mounting& mounting, ui::Size glass,
                                  Time now) {
  switch (event.type) {
    case SDL_FINGERDOWN:
      return finger_contact(event.tfinger, Contact::Kind::down, mounting, glass, now);
    case SDL_FINGERMOTION:
      return finger_contact(event.tfinger, Contact::Kind::move, mounting, glass, now);
    case SDL_FINGERUP:
      return finger_contact(event.tfinger, Contact::Kind::up, mounting, glass, now);
    case SDL_MOUSEBUTTONDOWN:
      return mouse_contact(event.button, Contact::Kind::down, mounting, glass, now);
    case SDL_MOUSEMOTION:
      return mouse_motion(event.motion, mounting, glass, now);
    case SDL_MOUSEBUTTONUP:
      return mouse_contact(event.button, Contact::Kind::up, mounting, glass, now);
    default:
      return std::nullopt;
  }
}

}  // namespace kiosk::sdl
