#pragma once

#include <chrono>
#include <cstdint>

namespace kiosk {

/// A moment, in ms since the program started. Never a date: pure code cannot learn what time it is.
using Time = std::chrono::milliseconds;

/// A day, counted from 1970-01-01 in local time.
using Day = std::uint16_t;

/// A part of a day: the finest time that is ever stored with an answer, where a host asks for it.
enum class DayPart : std::uint8_t { none, morning, afternoon, evening };

/// How much of the time is kept with an answer. Whoever saw the queue could tell from a finer one who
/// answered what.
enum class KeptTime { none, day, day_part };

/// The moment of an answer, as coarse as it is kept.
struct When {
  Day day = 0;  ///< 0: not kept
  DayPart part = DayPart::none;

  friend bool operator==(const When&, const When&) = default;
};

}  // namespace kiosk
