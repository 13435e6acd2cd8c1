#pragma once

#include <array>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/incidents.h"
#include "kiosk/app/log_limit.h"
#include "kiosk/app/machine_sight.h"

namespace kiosk::app {

/// Something that lasts, as too hot: two looks in a row have to say so before it begins, and before it ends.
/// What is gone for a moment, as a device that starts anew, is nothing to tell of.
class Lasting {
 public:
  /// Whether it began or ended with this look.
  bool changes(bool now);

  bool is_on() const { return on_; }

 private:
  bool on_ = false;
  bool doubted_ = false;
};

/// Compares the machine with what it was at the last look, and tells what staff and the journal should know.
/// Has no clock, and looks at nothing itself but for the files in the store's folder.
class MachineMonitor {
 public:
  /// In `folder`, the store's, it keeps what staff should hear of (Incidents), and that there was once a
  /// touch panel ("touch-panel"): a kiosk that is switched on without it must know that it is missing.
  explicit MachineMonitor(std::filesystem::path folder);

  /// What is new since the last look, in lines for the journal; as often as LogLimit lets them through.
  std::vector<std::string> look(const MachineSight& sight);

  /// Nobody can tap: the touch panel that was there is gone.
  bool touch_is_gone() const { return touch_gone_.is_on(); }

 private:
  void look_at_clock(const MachineSight& sight);
  void look_at_touch(const MachineSight& sight);
  void look_at_picture(const MachineSight& sight);
  void look_at_warmth(const MachineSight& sight);
  void tell_if_behind(const MachineSight& sight);
  void tell(visit::Incident::Kind kind, std::string sentence, const MachineSight& sight);

  std::filesystem::path folder_;
  Incidents incidents_;
  std::array<LogLimit, visit::Incident::kinds> limits_{};
  std::vector<std::string> lines_;
  std::optional<std::chrono::milliseconds> wall_lead_;
  bool had_touch_;
  bool had_picture_ = false;
  Lasting touch_gone_;
  Lasting picture_gone_;
  Lasting too_hot_;
};

}  // namespace kiosk::app
