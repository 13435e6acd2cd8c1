#pragma once

#include <string>
#include <string_view>

#include "kiosk/visit/scene.h"

/// What the keyboard on screen does to a draft.
namespace kiosk::visit {

/// Is the next letter a capital, given what was written so far?
bool next_is_capital(const Typing& typing, std::string_view words);

/// The shift key: a small letter becomes a capital, a capital is locked, a locked one is small again; at the
/// start of a sentence the first press takes the automatic capital away.
Typing::Shift press_shift(const Typing& typing, std::string_view words);

/// Adds `text`, unless the answer would get longer than its question allows: then a note says so.
Move type(const Scene& scene, Asking asking, const std::string& text);

/// Takes the last `bytes` away.
Move erase(Asking asking, std::size_t bytes);

/// Takes everything away, and puts it back again as long as nothing was typed since.
Move clear(Asking asking);
Move undo_clear(Asking asking);

/// Shows what a key that is held down can type instead of its own letter.
Move offer(Asking asking, const std::vector<std::string>& alternatives);

Move press_shift_key(Asking asking);
Move turn_page(Asking asking, const std::string& page);

}  // namespace kiosk::visit
