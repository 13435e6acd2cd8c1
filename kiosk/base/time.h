#pragma once

#include <chrono>
#include <cstdint>

namespace kiosk {

/// A moment, in ms since the program started. Never a date: pure code cannot learn what time it is.
using Time = std::chrono::milliseconds;

/// A day, counted from 1970-01-01 in local time: the finest time that is ever stored with an answer.
using Day = std::uint16_t;

}  // namespace kiosk
