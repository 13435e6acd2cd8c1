#pragma once

#include <filesystem>
#include <optional>

/// The commands that work on a store or a stick without a screen. Each returns the exit status and tells a
/// failure in one line on stderr.
namespace kiosk::app {

/// `kiosk status`: sums of a store, never an answer.
int status(const std::filesystem::path& store, bool json);

/// `kiosk seal`: closes over the open answers, if there are enough or the event is over.
int seal(const std::filesystem::path& store, const std::optional<std::filesystem::path>& station,
         bool close_event);

/// `kiosk export`: seals what can be sealed, and copies all sealed batches to a stick; says so only after
/// reading them back.
int export_to_stick(const std::filesystem::path& store, const std::filesystem::path& stick,
                    const std::optional<std::filesystem::path>& station);

/// `kiosk verify`: which files on a stick are what a kiosk wrote; with `keys` (known_keys.h) also, which of
/// them no station signed that is known there. Without them it lists the keys that were found.
int verify(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& keys);

}  // namespace kiosk::app
