#include "kiosk/app/setup.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "tests/support/temp_folder.h"
#include "tests/survey/languages.h"

namespace kiosk::app::setup_test {

TEST_CASE("without a word from the host a visitor chooses from all delivered languages, Dutch first") {
  const std::vector<survey::Language> languages = Station{}.languages;
  CHECK(languages == std::vector<survey::Language>{delivered_languages.begin(), delivered_languages.end()});
  const auto packs = load_languages(languages);
  INFO((packs ? std::string{} : packs.error().text));
  REQUIRE(static_cast<bool>(packs));
  REQUIRE(packs->size() == languages.size());
  for (std::size_t i = 0; i < languages.size(); ++i) {
    CHECK((*packs)[i].phrases.language() == languages[i]);
    CHECK((*packs)[i].keyboard.language == languages[i]);
  }
}

TEST_CASE("a host who names a language that the kiosk does not speak hears which file it would take") {
  const auto packs = load_languages({"nl", "pl"});
  REQUIRE_FALSE(static_cast<bool>(packs));
  CHECK(packs.error().text == "kiosk: there is no " KIOSK_SOURCE_DIR
                              "/config/languages/pl.toml; leave the language 'pl' out, or add that file\n");
}

TEST_CASE("a host whose logo is no picture, or is not there, hears which file and what to do") {
  const tests::TempFolder folder;
  std::ofstream{folder / "theme.toml"} << "[logo]\nfile = \"logo.png\"\nname = \"Provincie\"\n";
  const std::string logo = (folder / "logo.png").string();

  const auto missing = load_themes(folder / "kiosk.toml");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().text == "kiosk: could not open " + logo + ": No such file or directory\n");

  std::ofstream{logo} << "GIF89a";
  const auto wrong = load_themes(folder / "kiosk.toml");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().text == "kiosk: " + logo +
                                  " cannot be the logo: it is no PNG picture (read beyond end of data); "
                                  "save it as a PNG picture\n");
}

}  // namespace kiosk::app::setup_test
