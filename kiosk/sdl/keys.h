#pragma once

#include <SDL2/SDL_events.h>

#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/focus.h"

namespace kiosk::sdl {

/// One key of a keypad and what it asks for. Keys are told by where they are (SDL's scancodes), never by
/// what they would write: a keypad without letters has no layout.
struct KeyBinding {
  SDL_Scancode code = SDL_SCANCODE_UNKNOWN;
  bool with_shift = false;
  ui::KeyAction action = ui::KeyAction::next;

  friend bool operator==(const KeyBinding&, const KeyBinding&) = default;
};
using KeyBindings = std::vector<KeyBinding>;

/// Arrows, Tab and Shift+Tab move; Return, Enter of the number pad and space choose; Escape and the
/// browser's back key go back.
KeyBindings default_keys();

/// The key called `name` by SDL, "Shift+" before it where the shift key is held with it; nothing where no
/// key has that name.
std::optional<KeyBinding> key_called(const std::string& name);

/// The names of all keys that SDL knows, for messages.
std::vector<std::string> key_names();

/// Which of the keypad's keys went down or up, held down or not; nothing where it is not bound.
std::optional<ui::KeyAction> bound_to(const SDL_KeyboardEvent& event, const KeyBindings& keys);

/// What a key asks for; nothing where it is not bound. A key held down moves on and on, but chooses and goes
/// back once.
std::optional<ui::KeyAction> action_of(const SDL_KeyboardEvent& event, const KeyBindings& keys);

}  // namespace kiosk::sdl
