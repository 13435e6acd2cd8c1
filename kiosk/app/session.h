#pragma once

#include <utility>
#include <vector>

#include "kiosk/app/setup.h"
#include "kiosk/ui/layout.h"
#include "kiosk/visit/update.h"

namespace kiosk::app {

/// A kiosk in use, without a window and without a disk: what `run` shows and `simulate` taps are the same.
class Session {
 public:
  /// `setup` outlives the session.
  Session(const Setup& setup, visit::Doing start);
  Session(const Setup& setup, visit::State start);

  const visit::State& state() const { return state_; }
  const survey::Survey& survey() const { return setup_.survey; }
  const std::vector<screens::LanguagePack>& languages() const { return setup_.languages; }
  const visit::Timings& timings() const { return rules_.timings; }
  const visit::Rules& rules() const { return rules_; }

  /// Moves on by one event; what it returns is to be performed.
  std::vector<visit::Effect> handle(const visit::Event& event, const visit::Now& now);

  /// When Ticked is due next.
  std::optional<Time> due() const { return visit::due(rules_, state_); }

  /// The screen as it is now.
  ui::Frame frame(const ui::Panel& panel, ui::Typesetter& typesetter) const;

 private:
  const Setup& setup_;
  visit::Rules rules_;
  visit::State state_;
};

}  // namespace kiosk::app
