#pragma once

#include <string_view>

#include "kiosk/visit/visit.h"

namespace kiosk::visit {

/// Is the next letter a capital, given what was written so far?
bool next_is_capital(const Typing& typing, std::string_view words);

/// The shift key: a small letter becomes a capital, a capital is locked, a locked one is small again; at the
/// start of a sentence the first press takes the automatic capital away.
Typing::Shift press_shift(const Typing& typing, std::string_view words);

}  // namespace kiosk::visit
