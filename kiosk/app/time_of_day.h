#pragma once

#include <optional>
#include <string_view>

namespace kiosk::app {

/// "22:30" in minutes after midnight; nothing where it is no time of day.
std::optional<int> time_of_day(std::string_view text);

}  // namespace kiosk::app
