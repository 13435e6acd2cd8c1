#include "kiosk/sdl/keys.h"

#include <SDL2/SDL_keyboard.h>

#include <algorithm>
#include <string_view>

namespace kiosk::sdl {

namespace {

constexpr std::string_view shift = "Shift+";

bool moves(ui::KeyAction action) { return action != ui::KeyAction::choose && action != ui::KeyAction::back; }

}  // namespace

KeyBindings default_keys() {
  using Action = ui::KeyAction;
  return {
      {SDL_SCANCODE_UP, false, Action::up},         {SDL_SCANCODE_DOWN, false, Action::down},
      {SDL_SCANCODE_LEFT, false, Action::left},     {SDL_SCANCODE_RIGHT, false, Action::right},
      {SDL_SCANCODE_TAB, false, Action::next},      {SDL_SCANCODE_TAB, true, Action::previous},
      {SDL_SCANCODE_RETURN, false, Action::choose}, {SDL_SCANCODE_KP_ENTER, false, Action::choose},
      {SDL_SCANCODE_SPACE, false, Action::choose},  {SDL_SCANCODE_ESCAPE, false, Action::back},
      {SDL_SCANCODE_AC_BACK, false, Action::back},
  };
}

std::optional<KeyBinding> key_called(const std::string& name) {
  const bool with_shift = name.starts_with(shift);
  const std::string bare = with_shift ? name.substr(shift.size()) : name;
  const SDL_Scancode code = SDL_GetScancodeFromName(bare.c_str());
  if (code == SDL_SCANCODE_UNKNOWN) return std::nullopt;
  return KeyBinding{.code = code, .with_shift = with_shift};
}

std::vector<std::string> key_names() {
  std::vector<std::string> names;
  for (int code = 0; code < SDL_NUM_SCANCODES; ++code) {
    std::string name = SDL_GetScancodeName(static_cast<SDL_Scancode>(code));
    if (!name.empty()) names.push_back(std::move(name));
  }
  return names;
}

std::optional<ui::KeyAction> bound_to(const SDL_KeyboardEvent& event, const KeyBindings& keys) {
  const bool with_shift = (event.keysym.mod & KMOD_SHIFT) != 0;
  const auto binding = std::find_if(keys.begin(), keys.end(), [&](const KeyBinding& key) {
    return key.code == event.keysym.scancode && key.with_shift == with_shift;
  });
  if (binding == keys.end()) return std::nullopt;
  return binding->action;
}

std::optional<ui::KeyAction> action_of(const SDL_KeyboardEvent& event, const KeyBindings& keys) {
  const std::optional<ui::KeyAction> action =
      event.type == SDL_KEYDOWN ? bound_to(event, keys) : std::nullopt;
  if (!action || (event.repeat != 0 && !moves(*action))) return std::nullopt;
  return action;
}

}  // namespace kiosk::sdl
