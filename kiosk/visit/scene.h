#pragma once

#include <vector>

#include "kiosk/visit/update.h"

/// For the .cpp files of this folder.
namespace kiosk::visit {

/// All that a step looks at besides what the visitor is doing.
struct Scene {
  const Rules& rules;
  const Comfort& comfort;
  const survey::Published& published;
  const Stick& stick;
  const Exporting& exporting;
  const std::optional<Guided>& guided;
  const Now& now;

  const Timings& timings() const { return rules.timings; }
};

/// Where a step leads.
struct Move {
  Doing doing;
  std::vector<Effect> effects{};
};

/// How long `time` lasts for this visitor: three times as long for whoever uses keys, large letters, other
/// colours or the low place.
inline Time paced(const Comfort& comfort, Time time) { return comfort.unhurried() ? 3 * time : time; }

}  // namespace kiosk::visit
