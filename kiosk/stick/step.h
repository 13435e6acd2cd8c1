#pragma once

#include <algorithm>
#include <string_view>

#include "kiosk/stick/telling.h"

namespace kiosk::stick {

/// One phase of an export under way, told of as it goes.
class Step {
 public:
  Step(Telling& telling, Progress::Phase phase, std::uint64_t of)
      : telling_{telling}, progress_{phase, 0, of} {}

  /// So many answers more are done. False once the export is cancelled.
  bool go_on(std::uint64_t answers) {
    progress_.answers = std::min(progress_.answers + answers, progress_.of);
    return telling_.tell(progress_);
  }

  /// As many as there are lines in this piece of a file.
  bool go_on(std::string_view piece) {
    return go_on(static_cast<std::uint64_t>(std::count(piece.begin(), piece.end(), '\n')));
  }

 private:
  Telling& telling_;
  Progress progress_;
};

}  // namespace kiosk::stick
