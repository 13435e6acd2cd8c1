#pragma once

#include <filesystem>

namespace kiosk::app {

/// The folder that holds fonts/ and config/: `share/kiosk` beside the folder of the program where it is
/// installed, else where it was built from.
std::filesystem::path share_folder();

/// Where answers are kept when nobody says where: `kiosk` in the person's own data folder (XDG base
/// directories).
std::filesystem::path default_store();

}  // namespace kiosk::app
