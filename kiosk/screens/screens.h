#pragma once

#include <span>
#include <string>
#include <vector>

#include "kiosk/survey/keyboard.h"
#include "kiosk/survey/phrases.h"
#include "kiosk/survey/survey.h"
#include "kiosk/ui/layout.h"
#include "kiosk/visit/update.h"

namespace kiosk::screens {

/// The kiosk's own words and keys in one language.
struct LanguagePack {
  survey::Phrases phrases;
  survey::Keyboard keyboard;
};

/// What every screen is made from besides the state.
struct Context {
  const survey::Survey& survey;
  const std::vector<LanguagePack>& languages;  ///< that a visitor can choose from; at least one
  bool portrait = true;
  double height_mm = 531;                         ///< of the panel, as it is laid out
  bool show_results = true;                       ///< may a visitor who answered see what others chose?
  const ui::Logo* logo = nullptr;                 ///< of the organisation; null where it has none
  int results_from = 10;                          ///< so many answers are there before any result is shown
  std::span<const survey::StaffPhrases> staff{};  ///< what the kiosk says to staff: in Dutch, in English
  std::string station{};                          ///< what this one is called
  bool has_power = false;                         ///< can the machine be switched off from here?
  std::optional<std::string> upgrades_from{};     ///< the version that runs, where a newer can be installed
  bool tells_faults = false;  ///< whoever writes the questions sees what is wrong with them
};

/// The screen for a state. Pure: the same context and state give the same screen.
ui::Screen show(const Context& context, const visit::State& state);

}  // namespace kiosk::screens
