#pragma once

#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/stick/port.h"

namespace kiosk::stick {

/// A file that may be a question set, as it stands on a stick: nothing in it was looked at.
struct QuestionFile {
  std::string name;  ///< fit for a screen
  std::string text;  ///< empty where it could not be read, or is larger than any question set
};

/// Reads every ordinary file of the stick whose name ends in .toml and does not begin with a dot, of the
/// stick itself and of its folder "vragen", sorted by name. Lets go of the stick whatever came of it; waits
/// for it, for some seconds. Fails where the stick cannot be reached.
Result<std::vector<QuestionFile>, PortError> read_question_files(Port& port);

}  // namespace kiosk::stick
