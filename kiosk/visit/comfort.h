#pragma once

#include <cstddef>
#include <cstdint>

namespace kiosk::visit {

/// How large everything is written. Two steps, as EN 301 549 (5.1.4) asks for a mode with letters of 0.7
/// degrees.
enum class TextSize : std::uint8_t { normal, large, largest };

/// In which colours. Yellow on black is what many people with low vision read best.
enum class Contrast : std::uint8_t { normal, dark, yellow };

/// How the screen suits the visitor who stands there. Back to default for the next one, whatever happens.
struct Comfort {
  std::size_t language = 0;  ///< position in the station's languages
  TextSize size = TextSize::normal;
  Contrast contrast = Contrast::normal;
  bool lower = false;  ///< everything that can be tapped is in the lowest part of an upright panel
  bool keys = false;   ///< keys or switches were used

  /// Does this visitor need more time? Then everything that waits waits longer.
  bool unhurried() const { return size != TextSize::normal || contrast != Contrast::normal || lower || keys; }

  friend bool operator==(const Comfort&, const Comfort&) = default;
};

}  // namespace kiosk::visit
