#pragma once

#include <cstdint>
#include <filesystem>

#include "kiosk/app/setup.h"

namespace kiosk::app {

struct SimulateOptions {
  Files files;
  std::filesystem::path store;
  std::uint64_t visits = 0;
  std::uint64_t seed = 1;
};

/// `kiosk simulate`: synthetic visitors tap through the real screens by label, without a window, as fast as
/// the machine goes; every answer is saved as a real one is. Prints how many visits, answers and seconds.
/// Returns the exit status.
int simulate(const SimulateOptions& options);

}  // namespace kiosk::app
