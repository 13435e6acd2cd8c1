#include "kiosk/app/preview.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <utility>

#include "kiosk/app/contact_sheet.h"
#include "kiosk/app/every_screen.h"
#include "kiosk/app/fail.h"
#include "kiosk/app/session.h"
#include "kiosk/app/share.h"
#include "kiosk/app/staff_examples.h"
#include "kiosk/app/upgrades.h"
#include "kiosk/base/digest.h"
#include "kiosk/base/file.h"
#include "kiosk/sdl/canvas.h"
#include "kiosk/sdl/fonts.h"
#include "kiosk/sdl/library.h"
#include "kiosk/sdl/painter.h"
#include "kiosk/ui/focus.h"

namespace kiosk::app {

namespace {

/// One wish of what to see: a panel, and how the visitor has set it.
struct Look {
  ui::Panel panel;
  visit::Comfort comfort;
  std::string folder;
};

template <class Value>
std::vector<Value> or_default(std::vector<Value> values, Value fallback) {
  if (values.empty()) values.push_back(fallback);
  return values;
}

const char* look_of(visit::Contrast contrast) {
  constexpr std::array names{"normal", "dark", "yellow"};
  return names.at(static_cast<std::size_t>(contrast));
}

/// The position of a language among those of the station; an error names what there is.
Result<std::size_t, SetupError> position_of(const Setup& setup, const survey::Language& language) {
  std::string known;
  for (std::size_t i = 0; i < setup.languages.size(); ++i) {
    const survey::Language& tag = setup.languages[i].phrases.language();
    if (tag == language) return i;
    known += (known.empty() ? "" : ", ") + tag;
  }
  return SetupError{fmt::format("this station does not speak '{}'; use one of: {}", language, known)};
}

Result<std::vector<Look>, SetupError> looks_of(const PreviewOptions& options, const Setup& setup) {
  std::vector<ui::Panel> panels = options.panels;
  if (panels.empty()) {
    panels = {ui::panel_of({1080, 1920}, setup.station.diagonal_inch),
              ui::panel_of({1920, 1080}, setup.station.diagonal_inch)};
  }
  const auto& languages = options.languages.empty() ? setup.survey.languages : options.languages;
  std::vector<Look> looks;
  for (const ui::Panel& panel : panels) {
    for (const survey::Language& language : languages) {
      const auto position = position_of(setup, language);
      if (!position) return position.error();
      for (const visit::TextSize size : or_default(options.sizes, visit::TextSize::normal)) {
        for (const visit::Contrast contrast : or_default(options.contrasts, visit::Contrast::normal)) {
          looks.push_back(
              {panel,
               {.language = *position, .size = size, .contrast = contrast, .lower = options.lower},
               fmt::format("{}x{}-{}-{}-{}{}", panel.size.w, panel.size.h, language, name_of(size),
                           look_of(contrast), options.lower ? "-low" : "")});
        }
      }
    }
  }
  return looks;
}

/// Draws screens into a folder, each that looks different once.
class Album {
 public:
  Album(const std::filesystem::path& out, const std::string& folder, sdl::Canvas& canvas,
        sdl::Painter& painter, ContactSheet& sheet)
      : out_{out}, folder_{folder}, canvas_{canvas}, painter_{painter}, sheet_{sheet} {}

  /// Tells what could not be done.
  std::optional<std::string> add(const std::string& name, const ui::Frame& frame) {
    painter_.draw(frame);
    const auto bytes = canvas_.png();
    if (!bytes) return bytes.error().text;
    if (!drawn_.insert(short_digest(*bytes)).second) return std::nullopt;
    const std::filesystem::path file = std::filesystem::path{folder_} / (name + ".png");
    if (const auto written = write_atomically(out_ / file, *bytes); !written) return written.error().text();
    sheet_.add(file.string(), name, !frame.misfits.empty());
    return std::nullopt;
  }

 private:
  const std::filesystem::path& out_;
  const std::string& folder_;
  sdl::Canvas& canvas_;
  sdl::Painter& painter_;
  ContactSheet& sheet_;
  std::set<ShortDigest> drawn_;
};

/// The screen with a finger on all that can be tapped, and the ring of the keys around the first of it.
ui::Frame pressed(ui::Frame frame) {
  for (ui::Box& box : frame.boxes) box.pressed = box.on_tap.has_value();
  ui::Focus focus;
  focus.shown(frame);
  focus.press(frame, ui::KeyAction::next);
  focus.mark(frame);
  return frame;
}

/// Draws all screens of one look into a folder of their own; tells what could not be done.
std::optional<std::string> draw_all(const Setup& setup, const Look& look, const std::filesystem::path& out,
                                    sdl::Fonts& fonts, ContactSheet& sheet, bool staff) {
  if (const auto made = make_folder(out / look.folder, 0755); !made) return made.error().text();
  auto canvas = sdl::Canvas::make(look.panel.size);
  if (!canvas) return canvas.error().text;
  sdl::Painter painter{canvas->renderer(), &fonts, setup.themes};
  sheet.begin(look.folder, look.panel.size);
  const bool english = setup.languages[look.comfort.language].phrases.language() == "en";
  const auto examples = staff ? every_staff_screen(setup, english) : every_screen(setup, look.comfort);
  Album album{out, look.folder, *canvas, painter, sheet};
  std::set<std::string> kinds;
  for (const Example& example : examples) {
    const ui::Frame frame = Session{setup, example.state}.frame(look.panel, fonts);
    if (auto trouble = album.add(example.name, frame)) return trouble;
    if (!kinds.insert(frame.screen).second) continue;
    if (auto trouble = album.add(example.name + "-pressed", pressed(frame))) return trouble;
  }
  return std::nullopt;
}

}  // namespace

int preview(const PreviewOptions& options) {
  auto setup = load(options.files);
  if (!setup) {
    fmt::print(stderr, "{}", setup.error().text);
    return 1;
  }
  if (!setup->theme_trouble.empty()) {
    fmt::print(stderr, "{}", setup->theme_trouble);
    return 1;
  }
  setup->upgrades_from = version();  // so that this screen is among them
  const auto looks = looks_of(options, *setup);
  if (!looks) return fail(looks.error().text);
  const auto library = sdl::TextLibrary::start();
  const auto fonts = sdl::Fonts::open(share_folder() / "fonts");
  if (!library || !fonts) return fail((library ? fonts.error() : library.error()).text);

  ContactSheet sheet{setup->survey.id};
  for (const Look& look : *looks) {
    if (const auto trouble = draw_all(*setup, look, options.out, **fonts, sheet, options.staff))
      return fail(*trouble);
  }
  const std::filesystem::path index = options.out / "index.html";
  if (const auto written = write_atomically(index, sheet.html()); !written)
    return fail(written.error().text());
  fmt::print("{} pictures; open {}\n", sheet.pictures(), index.string());
  return 0;
}

}  // namespace kiosk::app
