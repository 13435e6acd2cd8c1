#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/problem.h"
#include "kiosk/survey/pictures.h"

/// From the files of a set's pictures to what its screens show.
namespace kiosk::app {

/// Reads the pictures of `set`, which was read from `file`: from beside it, or from where staff's were kept
/// (see kept_pictures.h).
survey::PictureFiles read_pictures(const std::filesystem::path& file, const survey::Survey& set);

/// The files that a set shows, as far as it can be read itself: for whoever looks whether they change.
std::vector<std::filesystem::path> picture_files(const std::filesystem::path& set);

/// How much of a picture is looked at before it is believed. What came from a stick is read whole in another
/// process first.
enum class LookAt { head, whole };

/// Gives each info of a set its picture. Returns what is wrong with them: `file` is the set's name in
/// messages.
std::vector<Problem> add_pictures(survey::Survey& set, const std::string& file,
                                  const survey::PictureFiles& pictures, LookAt look_at);

}  // namespace kiosk::app
