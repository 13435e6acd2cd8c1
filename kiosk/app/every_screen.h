#pragma once

#include <vector>

#include "kiosk/app/setup.h"
#include "kiosk/visit/visit.h"

namespace kiosk::app {

/// A state for every screen that a set can show in one of its languages: each question untouched, chosen, and
/// with each note; writing with and without words on each page of the keyboard; attract, thanks, still there,
/// out of order. For whoever must see all of them: the checker, and tests.
std::vector<visit::State> every_screen(const Setup& setup, std::size_t language);

}  // namespace kiosk::app
