#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kiosk {

/// The names of what is in `folder`, sorted. None where it is missing or cannot be read: for folders of the
/// system, of which each machine has others.
std::vector<std::string> names_in(const std::filesystem::path& folder);

}  // namespace kiosk
