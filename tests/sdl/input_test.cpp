#include "kiosk/sdl/input.h"

#include <SDL2/SDL.h>

#include <catch2/catch.hpp>
#include <string>

#include "kiosk/sdl/library.h"

namespace kiosk::input_test {

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

constexpr ui::Size glass{1000, 500};

std::optional<sdl::Contact> contact_of(const SDL_Event& event, Time now = 5s) {
  return sdl::contact_in(event, {}, glass, now);
}

SDL_Event finger(Uint32 type, SDL_TouchID device, Uint32 timestamp = 4000) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.timestamp = timestamp;
  event.tfinger.touchId = device;
  event.tfinger.fingerId = 3;
  event.tfinger.x = 0.25F;
  event.tfinger.y = 0.5F;
  return event;
}

SDL_Event button(Uint32 type, Uint32 mouse, Uint8 which_button) {
  SDL_Event event{};
  event.type = type;
  event.button.which = mouse;
  event.button.button = which_button;
  event.button.x = 250;
  event.button.y = 250;
  return event;
}

}  // namespace

TEST_CASE("a finger and the left mouse button are contacts, all else is none") {
  using Kind = sdl::Contact::Kind;
  for (const auto& [type, kind] :
       {std::pair{SDL_FINGERDOWN, Kind::down}, std::pair{SDL_FINGERMOTION, Kind::move},
        std::pair{SDL_FINGERUP, Kind::up}}) {
    const auto contact = contact_of(finger(type, 1));
    REQUIRE(contact);
    CHECK(contact->kind == kind);
    CHECK(contact->finger == 3);
    CHECK(contact->point.x == 250);
    CHECK(contact->point.y == 250);
    CHECK(contact->time == 4s);
  }
  for (const auto& [type, kind] :
       {std::pair{SDL_MOUSEBUTTONDOWN, Kind::down}, std::pair{SDL_MOUSEBUTTONUP, Kind::up}}) {
    const auto contact = contact_of(button(type, 0, SDL_BUTTON_LEFT));
    REQUIRE(contact);
    CHECK(contact->kind == kind);
    CHECK(contact->point.x == 250);
    CHECK_FALSE(contact_of(button(type, 0, SDL_BUTTON_RIGHT)));
  }
  SDL_Event motion{};
  motion.type = SDL_MOUSEMOTION;
  CHECK_FALSE(contact_of(motion));  // no button is down
  motion.motion.state = SDL_BUTTON_LMASK;
  REQUIRE(contact_of(motion));
  CHECK(contact_of(motion)->kind == Kind::move);
}

TEST_CASE("a finger that SDL reports as a mouse, or a mouse as a finger, counts once") {
  CHECK_FALSE(contact_of(finger(SDL_FINGERDOWN, SDL_MOUSE_TOUCHID)));
  CHECK_FALSE(contact_of(finger(SDL_FINGERMOTION, SDL_MOUSE_TOUCHID)));
  CHECK_FALSE(contact_of(finger(SDL_FINGERUP, SDL_MOUSE_TOUCHID)));
  CHECK_FALSE(contact_of(button(SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID, SDL_BUTTON_LEFT)));
  CHECK_FALSE(contact_of(button(SDL_MOUSEBUTTONUP, SDL_TOUCH_MOUSEID, SDL_BUTTON_LEFT)));
  SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
  const auto library = sdl::VideoLibrary::start();
  REQUIRE(static_cast<bool>(library));
  CHECK(std::string{SDL_GetHint(SDL_HINT_TOUCH_MOUSE_EVENTS)} == "0");
  CHECK(std::string{SDL_GetHint(SDL_HINT_MOUSE_TOUCH_EVENTS)} == "0");
}

TEST_CASE("a kiosk that has run for more than 49 days still knows when a finger came") {
  constexpr Time turn{std::int64_t{1} << 32U};  // of SDL's 32 bits of ms
  CHECK(contact_of(finger(SDL_FINGERDOWN, 1, 1000), turn + 1020ms)->time == turn + 1s);
  CHECK(contact_of(finger(SDL_FINGERDOWN, 1, 0xFFFFFFF0U), turn + 16ms)->time == turn - 16ms);
  CHECK(contact_of(finger(SDL_FINGERDOWN, 1, 1000), 3 * turn + 1s)->time == 3 * turn + 1s);
  CHECK(contact_of(finger(SDL_FINGERDOWN, 1, 1001), 1s)->time == 1001ms);  // read within the same ms
}

}  // namespace kiosk::input_test
