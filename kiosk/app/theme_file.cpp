#include "kiosk/app/theme_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "kiosk/base/plain_name.h"
#include "kiosk/sdl/png.h"
#include "kiosk/survey/table_reader.h"

namespace kiosk::app {

namespace {

using survey::Findings;
using survey::Need;
using survey::Table;
using survey::TableReader;
using ui::Ink;

struct NamedLook {
  const char* name;
  visit::Contrast contrast;
};
constexpr std::array<NamedLook, 3> looks{{{"normal", visit::Contrast::normal},
                                          {"dark", visit::Contrast::dark},
                                          {"yellow", visit::Contrast::yellow}}};

/// "#14202B".
std::optional<ui::Colour> colour_of(const std::string& text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  if (text.find_first_not_of("0123456789abcdefABCDEF", 1) != std::string::npos) return std::nullopt;
  const auto channel = [&](std::size_t at) {
    return static_cast<std::uint8_t>(std::stoi(text.substr(at, 2), nullptr, 16));
  };
  return ui::Colour{channel(1), channel(3), channel(5)};
}

std::string text_of(const ui::Colour& colour) {
  return fmt::format("#{:02X}{:02X}{:02X}", colour.r, colour.g, colour.b);
}

/// Those that a file can name: not "no colour at all", nor what follows from others.
std::vector<Ink> inks() {
  std::vector<Ink> all;
  for (std::size_t i = 0; i < static_cast<std::size_t>(Ink::count); ++i) {
    const Ink ink = static_cast<Ink>(i);
    if (*ui::name_of(ink) != '\0') all.push_back(ink);
  }
  return all;
}

void read_colours(TableReader& reader, ui::Theme& theme) {
  const bool logo_on_paper = theme[Ink::logo_ground] == theme[Ink::paper] && !reader.has("logo_ground");
  const auto set = [&](Ink ink, const ui::Colour& colour) {
    theme.colours[static_cast<std::size_t>(ink)] = colour;
  };
  for (const Ink ink : inks()) {
    const auto text = reader.text(ui::name_of(ink), Need::optional);
    if (!text) continue;
    if (const auto colour = colour_of(*text)) {
      set(ink, *colour);
    } else {
      reader.refuse(ui::name_of(ink), fmt::format("'{}' is no colour", *text), R"(write it as "#14202B")");
    }
  }
  if (logo_on_paper) set(Ink::logo_ground, theme[Ink::paper]);
  ui::Colour pressed = theme[Ink::ink];
  pressed.a = theme[Ink::pressed].a;
  set(Ink::pressed, pressed);
}

/// Tells of each two colours that meet and differ too little, at the one that the file names.
void check_contrast(TableReader& reader, const ui::Theme& theme, visit::Contrast look) {
  for (const auto& [what, ground, least] : ui::pairs_of(look)) {
    const double ratio = ui::contrast(theme[what], theme[ground]);
    if (ratio >= least) continue;
    const Ink at = reader.has(ui::name_of(what)) ? what : ground;
    constexpr double text_least = 7;
    const double shown = std::floor(ratio * 100) / 100;  // 6.996 is not 7
    reader.refuse(ui::name_of(at),
                  fmt::format("'{}' {} on '{}' {} is {:.2f} to 1, and {} needs {} to 1", ui::name_of(what),
                              text_of(theme[what]), ui::name_of(ground), text_of(theme[ground]), shown,
                              least >= text_least ? "text" : "a mark or an edge", least),
                  "make one of the two darker or lighter");
  }
}

void read_logo(const Table& table, Findings& findings, ThemeFile& theme) {
  TableReader reader{table, findings, "[logo]"};
  const auto file = reader.text("file", Need::required);
  const auto name = reader.text("name", Need::required);
  reader.refuse_the_rest();
  if (!file || !name) return;
  if (!is_plain_name(*file)) {
    reader.refuse("file", "'" + *file + "' is no name of a file beside this one",
                  R"(put the picture beside this file, and write its name: "logo.png")");
    return;
  }
  theme.logo = ThemeFile::LogoFile{*file, *name};
}

}  // namespace

Result<ThemeFile, std::vector<Problem>> read_theme(std::string_view text, const std::string& file) {
  const auto table = survey::parse_toml(text, file);
  if (!table) return table.error();
  Findings findings{file, text};
  TableReader reader{*table, findings, "the theme"};
  ThemeFile theme{ui::default_themes()};
  theme.themes.roundness = reader.number("radius", {0, 2, ""}).value_or(1);
  if (const Table* logo = reader.table("logo", Need::optional)) read_logo(*logo, findings, theme);
  for (const auto& [name, contrast] : looks) {
    const Table* colours = reader.table(name, Need::optional);
    if (colours == nullptr) continue;
    TableReader look{*colours, findings, fmt::format("[{}]", name)};
    ui::Theme& in = theme.themes.by_contrast[static_cast<std::size_t>(contrast)];
    read_colours(look, in);
    look.refuse_the_rest();
    check_contrast(look, in, contrast);
  }
  reader.refuse_the_rest();
  if (!findings.none()) return findings.in_order();
  return theme;
}

Result<ui::Logo, std::string> logo_of(std::string bytes, const std::string& name) {
  const auto picture = sdl::read_png(bytes);
  if (!picture) return picture.error().text;
  const double shape = static_cast<double>((*picture)->w) / (*picture)->h;
  return ui::Logo{std::move(bytes), shape, name};
}

}  // namespace kiosk::app
