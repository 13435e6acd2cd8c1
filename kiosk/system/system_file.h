#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// The folders and small files in which Linux tells of the machine. For the .cpp files of this folder.
namespace kiosk::system {

/// The names of what is in a folder, sorted; none where it is missing: each machine has others.
std::vector<std::string> names_in(const std::filesystem::path& folder);

/// The first line, without what stands around it; nothing where it cannot be read.
std::optional<std::string> word_in(const std::filesystem::path& file);

/// The whole number in it; nothing where there is none.
std::optional<int> number_in(const std::filesystem::path& file);

}  // namespace kiosk::system
