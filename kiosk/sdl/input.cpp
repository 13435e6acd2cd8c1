#include "kiosk/sdl/input.h"

namespace kiosk::sdl {

namespace {

constexpr ui::Touch::Finger mouse = -1;  // SDL numbers fingers from 0

Contact finger_contact(const SDL_TouchFingerEvent& finger, Contact::Kind kind, ui::Size size) {
  // SDL gives touch as 0 to 1 of the window; exactly 1 is still on the glass.
  const int x = std::min(static_cast<int>(finger.x * static_cast<float>(size.w)), size.w - 1);
  const int y = std::min(static_cast<int>(finger.y * static_cast<float>(size.h)), size.h - 1);
  return {kind, finger.fingerId, {x, y}, Time{finger.timestamp}};
}

std::optional<Contact> mouse_contact(const SDL_MouseButtonEvent& button, Contact::Kind kind) {
  if (button.which == SDL_TOUCH_MOUSEID) return std::nullopt;  // the same finger, reported again
  if (button.button != SDL_BUTTON_LEFT) return std::nullopt;
  return Contact{kind, mouse, {button.x, button.y}, Time{button.timestamp}};
}

}  // namespace

std::optional<Contact> contact_in(const SDL_Event& event, ui::Size size) {
  switch (event.type) {
    case SDL_FINGERDOWN:
      if (event.tfinger.touchId == SDL_MOUSE_TOUCHID) return std::nullopt;  // the same click, reported again
      return finger_contact(event.tfinger, Contact::Kind::down, size);
    case SDL_FINGERUP:
      if (event.tfinger.touchId == SDL_MOUSE_TOUCHID) return std::nullopt;
      return finger_contact(event.tfinger, Contact::Kind::up, size);
    case SDL_MOUSEBUTTONDOWN:
      return mouse_contact(event.button, Contact::Kind::down);
    case SDL_MOUSEBUTTONUP:
      return mouse_contact(event.button, Contact::Kind::up);
    default:
      return std::nullopt;
  }
}

}  // namespace kiosk::sdl
