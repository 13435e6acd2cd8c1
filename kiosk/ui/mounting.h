#pragma once

#include <cstdint>

#include "kiosk/ui/geometry.h"

/// How panel and touch sensor hang: where on the glass a point of the picture is, and what a touch of the
/// glass means in the picture. Fractions are of the glass, 0 to 1 from its top left corner.
namespace kiosk::ui {

/// Clockwise.
enum class Turn : std::uint8_t { none, quarter, half, three_quarters };

struct Fraction {
  double x = 0;
  double y = 0;
};

/// What libinput calls LIBINPUT_CALIBRATION_MATRIX: x' = ax + by + c, y' = dx + ey + f, in fractions.
struct Calibration {
  double a = 1;
  double b = 0;
  double c = 0;
  double d = 0;
  double e = 1;
  double f = 0;

  /// False where different touches would come out on one line.
  bool is_usable() const;
  friend bool operator==(const Calibration&, const Calibration&) = default;
};

struct Mounting {
  Turn picture = Turn::none;  ///< of the picture on the glass: a panel that hangs a quarter turn to the left
                              ///< needs it a quarter turn to the right
  Turn touch = Turn::none;    ///< from what the sensor says to the glass
  Calibration calibration{};  ///< of what the sensor says, before it is turned

  friend bool operator==(const Mounting&, const Mounting&) = default;
};

/// The size of the picture on glass of `glass` px.
Size picture_size(Turn picture, Size glass);

/// The px of the picture that a touch at `sensed` means: the nearest one where it falls beside.
Point touched_point(const Mounting& mounting, Size glass, Fraction sensed);

/// The px of the picture under a mouse at `at` on the glass. A mouse is not calibrated: it goes where its
/// arrow goes.
Point pointed_point(Turn picture, Size glass, Point at);

}  // namespace kiosk::ui
