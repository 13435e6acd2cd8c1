#pragma once

#include <string>
#include <vector>

#include "kiosk/app/setup.h"
#include "kiosk/visit/visit.h"

namespace kiosk::app {

/// A state in which one of the screens of a set is to be seen.
struct Example {
  std::string name;  ///< of use in a file's name: "themes-behouden-chosen"
  visit::State state;
};

/// "N", "L" or "XL", as `kiosk preview --size` takes it.
const char* name_of(visit::TextSize size);

/// A state for every screen that a set can show to a visitor for whom `comfort` holds: each question
/// untouched, chosen, and with each note; answered with and without results; writing with and without words
/// on each page of the keyboard; attract, languages, thanks, still there, out of order, closed, dark. For
/// whoever must see all of them: the checker, the preview, and tests.
std::vector<Example> every_screen(const Setup& setup, const visit::Comfort& comfort);

}  // namespace kiosk::app
