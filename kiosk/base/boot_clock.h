#pragma once

#include <array>
#include <chrono>
#include <cstdint>

namespace kiosk {

/// A clock that nobody can set: it counts from the start of the machine, also while that sleeps.
struct BootTime {
  std::array<unsigned char, 16> boot{};  ///< names this start of the machine; another one has another name
  std::uint64_t seconds = 0;             ///< since then
};

/// Here and now. `boot` is all zeros where the system does not name its starts.
BootTime boot_time();

/// How long the machine has been on, by the same clock.
std::chrono::seconds up_time();

/// How far the clock on the wall (UTC) is ahead of that one. It changes when somebody sets the clock on the
/// wall, by as much; not in summer time, not while the machine sleeps, and not where NTP lets it run a little
/// faster.
std::chrono::milliseconds wall_lead();

}  // namespace kiosk
