#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/setup.h"
#include "kiosk/ui/layout.h"

namespace kiosk::app {

struct CheckOptions {
  std::vector<std::filesystem::path> sets;       ///< the shipped one if empty
  std::vector<ui::Panel> panels;                 ///< the station's, upright and lying, if empty
  std::optional<std::filesystem::path> against;  ///< a set that people answered: what it means may not change
  bool quiet = false;                            ///< not a word of how far it is
  std::optional<std::filesystem::path> station;  ///< whose languages and panel count; the shipped one if none
};

/// `kiosk check`: reads question sets and lays out every screen of them in every language on every panel.
/// Each error is one block on stderr; a good set is one line on stdout. Returns the exit status.
int check(const CheckOptions& options);

}  // namespace kiosk::app
