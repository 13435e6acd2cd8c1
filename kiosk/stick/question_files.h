#pragma once

#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/stick/port.h"
#include "kiosk/survey/pictures.h"

namespace kiosk::stick {

/// A file that may be a question set, as it stands on a stick: nobody looked whether it can be used.
struct QuestionFile {
  std::string name;               ///< fit for a screen
  std::string text;               ///< empty where it could not be read, or is larger than any question set
  survey::PictureFiles pictures;  ///< that it asks for, from beside it
};

/// Reads every ordinary file of the stick whose name ends in .toml and does not begin with a dot, of the
/// stick itself and of its folder "vragen", sorted by name; and with each the pictures that it asks for, all
/// together no more than a kiosk can keep in memory. Lets go of the stick whatever came of it; waits
/// for it, for some seconds. Fails where the stick cannot be reached.
Result<std::vector<QuestionFile>, PortError> read_question_files(Port& port);

}  // namespace kiosk::stick
