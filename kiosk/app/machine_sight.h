#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <vector>

#include "kiosk/base/time.h"
#include "kiosk/system/temperature.h"

namespace kiosk::app {

/// The machine as it is at one moment.
struct MachineSight {
  std::chrono::seconds up{};              ///< by the clock that nobody sets
  std::chrono::milliseconds wall_lead{};  ///< see base/boot_clock.h
  Day today = 0;                          ///< by the clock on the wall
  bool open = true;                       ///< it is an hour at which visitors can answer
  std::optional<int> touchscreens{};      ///< how many; nothing where it is not known, or nobody asks
  std::optional<bool> picture{};          ///< a panel is plugged in; nothing as above
  std::vector<system::Temperature> temperatures{};
};

/// Looks, which may take some ms. `root` is the folder in which /sys and /run are found.
MachineSight look_at_machine(const std::filesystem::path& root = "/");

}  // namespace kiosk::app
