#pragma once

#include <filesystem>
#include <optional>
#include <string>

/// The small files in which Linux tells of the machine. For the .cpp files of this folder.
namespace kiosk::system {

/// The first line, without what stands around it; nothing where it cannot be read.
std::optional<std::string> word_in(const std::filesystem::path& file);

/// The whole number in it; nothing where there is none.
std::optional<int> number_in(const std::filesystem::path& file);

}  // namespace kiosk::system
