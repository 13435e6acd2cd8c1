#include "kiosk/app/setup.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

#include "kiosk/app/pictures.h"
#include "kiosk/app/share.h"
#include "kiosk/app/theme_file.h"
#include "kiosk/base/file.h"
#include "kiosk/survey/reader.h"

namespace kiosk::app {

namespace {

constexpr std::size_t most_set_bytes = std::size_t{1}
                                       << 20U;  // readers have stricter limits, with better messages

/// Opens and reads one file; `read` is one of the readers, which open nothing themselves.
template <class Value>
Result<Value, SetupError> read_with(Result<Value, std::vector<Problem>> (*read)(std::string_view,
                                                                                const std::string&),
                                    const std::filesystem::path& file) {
  const Result<std::string, IoError> text = read_file(file, most_set_bytes);
  if (!text) return SetupError{fmt::format("kiosk: {}\n", text.error().text())};
  Result<Value, std::vector<Problem>> value = read(*text, file.string());
  if (!value) return SetupError{describe(value.error())};
  return std::move(*value);
}

Result<screens::LanguagePack, SetupError> load_language(const survey::Language& language) {
  const std::filesystem::path words = share_folder() / "config" / "languages" / (language + ".toml");
  const std::filesystem::path keys = share_folder() / "config" / "keyboards" / (language + ".toml");
  for (const std::filesystem::path& file : {words, keys}) {
    std::error_code ignored;  // a file that cannot be looked at is told when it is read
    if (std::filesystem::exists(file, ignored) || ignored) continue;
    return SetupError{fmt::format("kiosk: there is no {}; leave the language '{}' out, or add that file\n",
                                  file.string(), language)};
  }
  auto phrases = read_with(survey::read_phrases, words);
  if (!phrases) return phrases.error();
  auto keyboard = read_with(survey::read_keyboard, keys);
  if (!keyboard) return keyboard.error();
  return screens::LanguagePack{std::move(*phrases), std::move(*keyboard)};
}

/// What the kiosk says to staff, in Dutch and in English.
Result<std::vector<survey::StaffPhrases>, SetupError> load_staff_phrases() {
  std::vector<survey::StaffPhrases> languages;
  for (const char* file : {"nl.toml", "en.toml"}) {
    auto phrases = read_with(survey::StaffPhrases::read, share_folder() / "config" / "staff" / file);
    if (!phrases) return phrases.error();
    languages.push_back(std::move(*phrases));
  }
  return languages;
}

}  // namespace

Result<survey::Survey, SetupError> load_survey(const std::filesystem::path& file) {
  return read_with(survey::read_survey, file);
}

Result<std::vector<screens::LanguagePack>, SetupError> load_languages(
    const std::vector<survey::Language>& languages) {
  std::vector<screens::LanguagePack> packs;
  for (const survey::Language& language : languages) {
    auto pack = load_language(language);
    if (!pack) return pack.error();
    packs.push_back(std::move(*pack));
  }
  return packs;
}

Result<Station, SetupError> load_station(const std::optional<std::filesystem::path>& file) {
  return read_with(read_station, file.value_or(share_folder() / "config" / "kiosk.toml"));
}

Result<ui::Themes, SetupError> load_themes(const std::optional<std::filesystem::path>& station) {
  std::error_code ignored;  // a file that cannot be looked at is told when it is read
  std::filesystem::path file = share_folder() / "config" / "theme.toml";
  const std::filesystem::path own = station ? station->parent_path() / "theme.toml" : file;
  if (std::filesystem::exists(own, ignored)) file = own;
  auto theme = read_with(read_theme, file);
  if (!theme) return theme.error();
  if (!theme->logo) return std::move(theme->themes);
  const std::filesystem::path picture = file.parent_path() / theme->logo->file;
  auto bytes = read_file(picture, most_set_bytes);
  if (!bytes) return SetupError{fmt::format("kiosk: {}\n", bytes.error().text())};
  auto logo = logo_of(std::move(*bytes), theme->logo->name);
  if (!logo) {
    return SetupError{fmt::format("kiosk: {} cannot be the logo: {}; save it as a PNG picture\n",
                                  picture.string(), logo.error())};
  }
  theme->themes.logo = std::move(*logo);
  return std::move(theme->themes);
}

Result<Setup, SetupError> load(const Files& files) {
  const std::filesystem::path config = share_folder() / "config";
  const std::filesystem::path set = files.set.value_or(config / "questions" / "omgevingswet.toml");
  auto survey = load_survey(set);
  if (!survey) return survey.error();
  const auto wrong = add_pictures(*survey, set.string(), read_pictures(set, *survey), LookAt::whole);
  if (!wrong.empty()) return SetupError{describe(wrong)};
  auto station = load_station(files.station);
  if (!station) return station.error();
  auto languages = load_languages(station->languages);
  if (!languages) return languages.error();
  auto staff = load_staff_phrases();
  if (!staff) return staff.error();
  Setup setup{.survey = std::move(*survey),
              .languages = std::move(*languages),
              .staff = std::move(*staff),
              .station = std::move(*station)};
  auto themes = load_themes(files.station);
  if (themes) {
    setup.themes = std::move(*themes);
  } else {
    setup.theme_trouble = themes.error().text;
  }
  return setup;
}

Setup stand_in() {
  Setup setup;
  setup.survey.languages = {"nl"};
  setup.survey.questions.resize(1);
  auto languages = load_languages(setup.survey.languages);
  if (languages) {
    setup.languages = std::move(*languages);
  } else {
    setup.languages.resize(1);  // no words at all: the sign alone says that the kiosk is not in use
  }
  return setup;
}

}  // namespace kiosk::app
