#pragma once

#include <filesystem>
#include <optional>

/// Whether the panel is there: what shows the picture, and what feels fingers. Neither SDL nor the compositor
/// can tell: both hear of it by udev's news, and those do not arrive in a network of its own, as the packaged
/// unit has. So the system's own folders are looked at, which are there on Wayland, X11 and KMSDRM alike, and
/// which the sandbox leaves in sight.
namespace kiosk::system {

/// How many touchscreens there are, by udev's database: by that libinput finds them, and 70-kiosk.rules too.
/// Nothing where there is no such database, or it is not filled yet. `root` is the folder in which /sys and
/// /run are found.
std::optional<int> touchscreens(const std::filesystem::path& root = "/");

/// Is anything plugged into a connector of a graphics chip? One of which it cannot be told counts. Nothing
/// where there is no connector. Looks at what the kernel last saw: it asks no panel, and wakes none.
std::optional<bool> has_picture(const std::filesystem::path& root = "/");

}  // namespace kiosk::system
