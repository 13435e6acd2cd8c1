#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/time.h"
#include "kiosk/visit/staff.h"

namespace kiosk::app {

/// What happened to the machine that staff should hear of when they come next: each kind with the last day on
/// which it did. Kept beside the store, since a panel that comes back starts the kiosk anew, in a file of
/// lines:
///
///     kiosk-incidents 1
///     touch_gone 20784
///
/// The days are counted from 1970-01-01. Losing it does no harm: the journal has it too.
class Incidents {
 public:
  explicit Incidents(const std::filesystem::path& folder);

  /// It happened on `day`. Waits for the disk, once a day for each kind; where the disk takes nothing it is
  /// known until the program ends.
  void note(visit::Incident::Kind kind, Day day);

  /// Those of the seven days up to `today`: whoever comes once a week sees all. Also some that seem to lie
  /// ahead, since the clock may have been set back.
  std::vector<visit::Incident> lately(Day today) const;

 private:
  std::filesystem::path file_;
  std::vector<visit::Incident> last_;  // at most one of each kind
};

/// "touch_gone": what it is called in files and by `kiosk status`.
const char* name_of(visit::Incident::Kind kind);

/// What happened and what to do, for whoever looks after the machine. It is followed by a day.
std::string sentence_of(visit::Incident::Kind kind);

/// Those that `kiosk run` noted beside the store, and a clock that is behind now.
std::vector<visit::Incident> incidents_now(const std::filesystem::path& folder, Day today,
                                           std::optional<Day> exported_on);

/// Is the clock certainly wrong: before this program was written, or before the last export? A machine that
/// lost its battery says 1970 or 2000.
bool clock_is_behind(Day today, std::optional<Day> exported_on);

}  // namespace kiosk::app
