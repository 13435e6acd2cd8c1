#include "kiosk/sdl/input.h"

#include <catch2/catch.hpp>

using namespace kiosk;
using namespace std::chrono_literals;
using Kind = sdl::Contact::Kind;

namespace {

constexpr ui::Size glass{1080, 1920};

SDL_Event finger(Uint32 type, float x, float y, SDL_TouchID device = 1) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.touchId = device;
  event.tfinger.fingerId = 7;
  event.tfinger.timestamp = 1234;
  event.tfinger.x = x;
  event.tfinger.y = y;
  return event;
}

SDL_Event click(Uint32 type, Uint8 button, Uint32 mouse = 0) {
  SDL_Event event{};
  event.type = type;
  event.button.which = mouse;
  event.button.button = button;
  event.button.timestamp = 1234;
  event.button.x = 300;
  event.button.y = 400;
  return event;
}

SDL_Event plain(Uint32 type) {
  SDL_Event event{};
  event.type = type;
  return event;
}

}  // namespace

TEST_CASE("a finger on the glass is where it is, when it was") {
  struct Case {
    float x, y;
    int px, py;
  };
  for (const Case& one : {Case{0, 0, 0, 0}, Case{0.5F, 0.25F, 540, 480}, Case{1, 1, 1079, 1919}}) {
    for (const auto& [type, kind] :
         {std::pair{SDL_FINGERDOWN, Kind::down}, std::pair{SDL_FINGERUP, Kind::up}}) {
      const auto contact = sdl::contact_in(finger(type, one.x, one.y), glass);
      REQUIRE(contact);
      CHECK(contact->kind == kind);
      CHECK(contact->finger == 7);
      CHECK(contact->point.x == one.px);
      CHECK(contact->point.y == one.py);
      CHECK(contact->time == 1234ms);
    }
  }
}

TEST_CASE("the left button of a mouse is a finger of its own") {
  const auto down = sdl::contact_in(click(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT), glass);
  const auto up = sdl::contact_in(click(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT), glass);
  REQUIRE(down);
  REQUIRE(up);
  CHECK(down->kind == Kind::down);
  CHECK(up->kind == Kind::up);
  CHECK(down->finger == up->finger);
  CHECK(down->finger < 0);  // SDL numbers fingers from 0
  CHECK(down->point.x == 300);
  CHECK(down->point.y == 400);
  CHECK(down->time == 1234ms);
}

TEST_CASE("what SDL makes of one device for another, and what is no touch, is no contact") {
  for (const SDL_Event& event :
       {finger(SDL_FINGERDOWN, 0.5F, 0.5F, SDL_MOUSE_TOUCHID),
        finger(SDL_FINGERUP, 0.5F, 0.5F, SDL_MOUSE_TOUCHID),
        click(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID),
        click(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID),
        click(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT), click(SDL_MOUSEBUTTONUP, SDL_BUTTON_MIDDLE),
        finger(SDL_FINGERMOTION, 0.5F, 0.5F), plain(SDL_MOUSEMOTION), plain(SDL_MOUSEWHEEL),
        plain(SDL_KEYDOWN), plain(SDL_QUIT)}) {
    INFO("event 0x" << std::hex << event.type);
    CHECK_FALSE(sdl::contact_in(event, glass));
  }
}
