#pragma once

#include <cstdint>
#include <optional>

/// What the opening hours and the quiet hours of the station come to. Part of visit.h, which is to be read
/// first. The clock on the wall is not known here: whoever has it tells, with HoursTold.
namespace kiosk::visit {

/// When the station opens again, in the words that people have for it.
struct Reopening {
  enum class On : std::uint8_t {
    monday,
    tuesday,
    wednesday,
    thursday,
    friday,
    saturday,
    sunday,
    today,
    tomorrow,
  };
  On on = On::monday;
  int minute = 0;  ///< after midnight

  friend bool operator==(const Reopening&, const Reopening&) = default;
};

/// What the hours are at this moment.
struct Hours {
  std::optional<Reopening> closed_until{};  ///< nothing: it is open
  bool dark = false;                        ///< while nobody is there the glass gives no light

  bool open() const { return !closed_until; }
  friend bool operator==(const Hours&, const Hours&) = default;
};

// ---- State ----

/// Nobody is there, and nobody can answer: it is not the time for it.
struct Closed {
  Reopening until{};
};

// ---- Events ----

/// The hours came to something else, or somebody set the clock.
struct HoursTold {
  Hours hours;
};

}  // namespace kiosk::visit
