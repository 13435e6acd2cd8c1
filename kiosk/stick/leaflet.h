#pragma once

#include <string_view>

namespace kiosk::stick {

/// LEESMIJ.txt: what is on the stick, for whoever finds it. Bytes, with the line breaks of Windows.
extern const std::string_view leaflet;

}  // namespace kiosk::stick
