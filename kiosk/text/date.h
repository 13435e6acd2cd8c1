#pragma once

#include <string>

#include "kiosk/base/time.h"

namespace kiosk::text {

/// A day as people write it in `language` (a BCP 47 tag): "25 november 2026".
std::string date_in(const std::string& language, Day day);

}  // namespace kiosk::text
