#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "kiosk/app/setup.h"
#include "kiosk/ui/geometry.h"

namespace kiosk::app {

struct RunOptions {
  Files files;
  std::filesystem::path store;
  std::optional<std::filesystem::path> stick;  ///< a folder that stands in for USB sticks
  std::optional<ui::Size> window;              ///< the whole screen without one
  bool watch = false;  ///< the set is read anew whenever its file changes; only where one is named
  std::optional<std::uint64_t> seed;
  std::optional<std::filesystem::path> frames;
};

/// `kiosk run`: the kiosk, until it is told to end. What cannot be read or opened is told on stderr; where
/// there is a screen it then shows "out of order" rather than nothing. Returns the exit status.
int run(const RunOptions& options);

}  // namespace kiosk::app
