#pragma once

#include <functional>
#include <optional>
#include <string>

#include "kiosk/app/session.h"
#include "kiosk/base/random.h"
#include "kiosk/ui/touch.h"

namespace kiosk::app {

/// A visitor made of dice: reads the frame as a person does, taps what it can read, waits, writes, changes
/// its mind, walks away. Time passes as it says, so a visit costs no seconds.
class SimulatedVisitor {
 public:
  /// Performs an effect at once; nothing when nobody waits for it.
  using Perform = std::function<std::optional<visit::Event>(const visit::Effect&)>;

  /// All outlive the visitor.
  SimulatedVisitor(Session& session, ui::Typesetter& typesetter, const ui::Panel& panel, Random& dice,
                   Perform perform);

  /// One whole visit: from attract to attract. False when the kiosk went out of order on the way.
  bool visit();

  /// Taps the box called `label` in its middle, as a finger does. False if there is none to tap.
  bool tap(const std::string& label);

  /// Lets time pass, with everything that becomes due on the way.
  void wait(Time time);

  /// What it looks at; until the next event, and laid out once.
  const ui::Frame& frame() const;

 private:
  void answer();
  void answer_themes();
  void answer_by_weighing();
  void answer_by_one_tap();
  void leave_results();
  void change_comfort();
  void write();
  void tap_one_of(const std::vector<std::string>& labels);
  std::vector<std::string> labels(const std::vector<ui::Role>& roles) const;
  bool chance(std::uint64_t percent) { return dice_.below(100) < percent; }
  const std::string& say(survey::Phrase phrase) const;
  void handle(const visit::Event& event);

  Session& session_;
  ui::Typesetter& typesetter_;
  const ui::Panel& panel_;
  Random& dice_;
  Perform perform_;
  ui::Touch touch_;
  Time now_{};
  mutable std::optional<ui::Frame> frame_;
};

}  // namespace kiosk::app
