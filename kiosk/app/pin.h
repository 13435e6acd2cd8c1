#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/app/pin_tries.h"
#include "kiosk/visit/staff_events.h"

namespace kiosk::app {

/// Stands at the staff's door: compares PINs, and counts each try before it looks (see pin_tries.h).
class PinGuard {
 public:
  /// `kept` is the PIN as the station's file keeps it; `tries` the file of the count.
  PinGuard(std::filesystem::path tries, std::optional<std::string> kept, PinTries::Clock clock = boot_time);

  /// Takes what counting needs of the disk while there is room: on a full one nobody could get in. What fails
  /// is told when a PIN is tried.
  void take_room() { (void)hindrance(); }

  /// May a PIN be tried now?
  visit::PinJudged ask();

  /// Is this the PIN? Takes half a second, and waits for the disk.
  visit::PinJudged judge(const std::string& digits);

 private:
  /// What keeps a PIN from being tried now, if anything does.
  std::optional<visit::PinJudged> hindrance();

  std::filesystem::path file_;
  std::optional<std::string> kept_;
  PinTries::Clock clock_;
  std::optional<PinTries> tries_;
};

/// `kiosk pin`: asks for a new PIN, twice where a person types it, and keeps it in the station's file.
/// Without one it draws one and tells it, once. Returns the exit status.
int set_pin(const std::filesystem::path& station);

}  // namespace kiosk::app
