#pragma once

#include <vector>

#include "kiosk/app/every_screen.h"

namespace kiosk::app {

/// A state for every screen that staff can see, in Dutch or English: as every_screen(). With numbers and
/// words as long as they come.
std::vector<Example> every_staff_screen(const Setup& setup, bool english);

}  // namespace kiosk::app
