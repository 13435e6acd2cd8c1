#include "kiosk/app/theme_file.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/survey/fault.h"

namespace kiosk::theme_file_test {

using namespace kiosk;
using namespace kiosk::app;

namespace {

const std::string sound_theme = R"(radius = 0.5

[logo]
file = "logo.png"
name = "Gemeente Voorbeeld"

[normal]
paper = "#FFFFFF"
ink = "#0B3A66"

[dark]
paper = "#000000"
)";

const std::vector<Fault> faults{
    {"a colour is written otherwise", R"(ink = "#0B3A66")", R"(ink = "donkerblauw")",
     R"(theme.toml:9:7: error: 'donkerblauw' is no colour; write it as "#14202B"
  ink = "donkerblauw"
        ^
)"},
    {"an ink has another name", R"(ink = "#0B3A66")", R"(inc = "#0B3A66")",
     R"(theme.toml:9:1: error: [normal] cannot have 'inc'; did you mean 'ink'?
  inc = "#0B3A66"
  ^
)"},
    {"text is too pale", R"(ink = "#0B3A66")", R"(muted = "#CC0000")",
     R"(theme.toml:9:9: error: 'muted' #CC0000 on 'paper' #FFFFFF is 5.88 to 1, and text needs 7 to 1; make one of the two darker or lighter
  muted = "#CC0000"
          ^
)"},
    {"an edge cannot be seen on the ground that the file gives it", R"(paper = "#FFFFFF")",
     R"(border = "#AAAAAA")",
     R"(theme.toml:8:10: error: 'border' #AAAAAA on 'paper' #FAF8F4 is 2.19 to 1, and a mark or an edge needs 3 to 1; make one of the two darker or lighter
  border = "#AAAAAA"
           ^
theme.toml:8:10: error: 'border' #AAAAAA on 'surface' #FFFFFF is 2.32 to 1, and a mark or an edge needs 3 to 1; make one of the two darker or lighter
  border = "#AAAAAA"
           ^
)"},
    {"corners are too round", "radius = 0.5", "radius = 5",
     R"(theme.toml:1:10: error: 'radius' is 5; write a number from 0 to 2
  radius = 5
           ^
)"},
    {"the logo is somewhere else", R"("logo.png")", R"("../logo.png")",
     R"(theme.toml:4:8: error: '../logo.png' is no name of a file beside this one; put the picture beside this file, and write its name: "logo.png"
  file = "../logo.png"
         ^
)"},
};

}  // namespace

TEST_CASE("an organisation's own colours, corners and logo are taken, and the rest is as it ships") {
  const auto theme = read_theme(sound_theme, "theme.toml");
  REQUIRE(theme);
  CHECK(theme->themes.roundness == 0.5);
  CHECK(theme->logo->file == "logo.png");
  CHECK(theme->logo->name == "Gemeente Voorbeeld");
  const ui::Theme& normal = theme->themes.of(visit::Contrast::normal);
  CHECK(normal[ui::Ink::paper] == ui::Colour{255, 255, 255});
  CHECK(normal[ui::Ink::ink] == ui::Colour{0x0B, 0x3A, 0x66});
  CHECK(normal[ui::Ink::pressed] == ui::Colour{0x0B, 0x3A, 0x66, 46});
  CHECK(normal[ui::Ink::keep] == ui::default_themes().of(visit::Contrast::normal)[ui::Ink::keep]);
}

TEST_CASE("a theme that cannot be read well is refused, with the pair and its ratio") {
  check_faults(sound_theme, faults, [](const std::string& text) { return read_theme(text, "theme.toml"); });
}

TEST_CASE("the theme that ships says what the kiosk looks like without it") {
  const auto theme = read_theme(text_of(KIOSK_SOURCE_DIR "/config/theme.toml"), "theme.toml");
  REQUIRE(theme);
  for (const auto look : {visit::Contrast::normal, visit::Contrast::dark, visit::Contrast::yellow}) {
    CHECK(theme->themes.of(look).colours == ui::default_themes().of(look).colours);
  }
  CHECK(theme->themes.roundness == 1);
  CHECK_FALSE(theme->logo);
}

TEST_CASE("what is no picture cannot be a logo") {
  const auto logo = logo_of("GIF89a", "Gemeente Voorbeeld");
  REQUIRE_FALSE(logo);
  CHECK(logo.error().find("it is no PNG picture") == 0);
}

}  // namespace kiosk::theme_file_test
