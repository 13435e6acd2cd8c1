#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/base/file.h"
#include "kiosk/survey/pictures.h"

/// The pictures of the sets that staff brought. Those of `questions.toml` stand in `questions.pictures`: all
/// in one file, so that no name from a stick ever becomes the name of a file here, and they change in one
/// step. Two files cannot: so it begins with the hash of the set that they belong to, and is nothing to
/// another set.
///
///     kiosk pictures <hash of the set's text>
///     <bytes> <name>
///     the bytes themselves, and so on
namespace kiosk::app {

/// Where the pictures of a set stand that is kept as `set`.
std::filesystem::path pictures_beside(const std::filesystem::path& set);

/// Keeps the pictures of `set`, of which the text is or will be kept as `file`; removes what was there where
/// it has none. Waits for the disk.
Result<Done, IoError> keep_pictures(const std::filesystem::path& file, const survey::Survey& set);

/// The pictures of `set`, which is kept as `file`; nothing where none are kept for it. After a power cut
/// between the one file and the other they may still stand where those of the set in use, or of the one
/// before it, do.
std::optional<survey::PictureFiles> kept_pictures(const std::filesystem::path& file,
                                                  const survey::Survey& set);

}  // namespace kiosk::app
