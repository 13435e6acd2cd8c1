#pragma once

#include <array>
#include <cstdint>

namespace kiosk {

/// A clock that nobody can set: it counts from the start of the machine, also while that sleeps.
struct BootTime {
  std::array<unsigned char, 16> boot{};  ///< names this start of the machine; another one has another name
  std::uint64_t seconds = 0;             ///< since then
};

/// Here and now. `boot` is all zeros where the system does not name its starts.
BootTime boot_time();

}  // namespace kiosk
