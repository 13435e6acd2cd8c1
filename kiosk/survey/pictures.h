#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/survey/survey.h"

/// The pictures of a question set, as files that somebody else reads.
namespace kiosk::survey {

/// Why a picture could not be read.
enum class PictureTrouble {
  missing,
  unreadable,
  too_large,  ///< more than largest_picture
  no_room,    ///< those before it took all that there is for pictures
};

/// The bytes of one file. Hostile until somebody looked at them.
using PictureBytes = Result<std::shared_ptr<const std::string>, PictureTrouble>;

/// What came of reading the pictures of one set, by the name that the set has for each.
using PictureFiles = std::map<std::string, PictureBytes>;

/// The names of the files that a set shows, each once.
std::vector<std::string> picture_names(const Survey& set);

/// Has `read` read each picture of a set once, as far as there is room for all of them.
PictureFiles gather_pictures(const Survey& set, const std::function<PictureBytes(const std::string&)>& read);

/// Do both sets show the same pictures on the same questions?
bool show_the_same_pictures(const Survey& a, const Survey& b);

}  // namespace kiosk::survey
