#pragma once

#include <array>

/// The languages that the kiosk is delivered with.
inline constexpr std::array<const char*, 7> delivered_languages{"nl", "en", "de", "fr", "tr", "uk", "ar"};
