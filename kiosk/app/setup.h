#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/station.h"
#include "kiosk/base/result.h"
#include "kiosk/screens/screens.h"
#include "kiosk/survey/survey.h"

namespace kiosk::app {

/// Which files a person named; the shipped ones stand in for those left out.
struct Files {
  std::optional<std::filesystem::path> set;
  std::optional<std::filesystem::path> station;
};

/// All that a kiosk reads before it opens.
struct Setup {
  survey::Survey survey;
  std::vector<screens::LanguagePack> languages;  ///< those of the station, in its order
  std::vector<survey::StaffPhrases> staff;       ///< in Dutch, in English
  Station station;
  ui::Themes themes = ui::default_themes();
  bool has_power = false;                      ///< can this program switch the machine off?
  std::optional<std::string> upgrades_from{};  ///< see screens::Context
  bool tells_faults = false;    ///< does the screen tell why nothing can be asked? Not to visitors
  std::string theme_trouble{};  ///< why the station's own theme is not used, ready to print; else empty
};

/// What went wrong with reading, ready to print: one line, or one block a problem. Ends in a line break.
struct SetupError {
  std::string text;
};

/// Reads the question set with its pictures, the station's file, its theme, and the kiosk's own words and
/// keys in each of the station's languages. A theme that is not sound is no reason to turn visitors away:
/// then it is the shipped one.
Result<Setup, SetupError> load(const Files& files);

/// One question set alone, without its pictures.
Result<survey::Survey, SetupError> load_survey(const std::filesystem::path& file);

/// The kiosk's own words and keys in `languages`. Fails on the first that has no such files, or wrong ones.
Result<std::vector<screens::LanguagePack>, SetupError> load_languages(
    const std::vector<survey::Language>& languages);

/// The station's file alone; the shipped one if none is named.
Result<Station, SetupError> load_station(const std::optional<std::filesystem::path>& file);

/// The colours and logo in the theme.toml beside the station's file, or the shipped one where none is there.
Result<ui::Themes, SetupError> load_themes(const std::optional<std::filesystem::path>& station);

/// Enough to show "out of order" when nothing could be read: no questions that anyone could answer.
Setup stand_in();

}  // namespace kiosk::app
