#include "tests/faces/face.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>

#include "kiosk/app/every_screen.h"
#include "kiosk/ui/hit.h"
#include "kiosk/ui/transcript.h"

namespace kiosk::faces {

const std::vector<std::string> all_languages{"nl", "en", "de", "fr", "tr", "uk", "ar"};
const std::vector<visit::TextSize> all_sizes{visit::TextSize::normal, visit::TextSize::large,
                                             visit::TextSize::largest};
const std::vector<visit::Contrast> all_looks{visit::Contrast::normal, visit::Contrast::dark,
                                             visit::Contrast::yellow};

namespace {

/// What must be there for any of these tests to mean something.
template <class Value, class Error>
Value needed(Result<Value, Error> result) {
  REQUIRE(static_cast<bool>(result));
  return std::move(*result);
}

}  // namespace

Kiosk::Kiosk() : Kiosk{[](app::Setup setup) { return setup; }} {}

Kiosk::Kiosk(app::Setup (*change)(app::Setup))
    : library_{needed(sdl::TextLibrary::start())},
      fonts_{needed(sdl::Fonts::open(std::filesystem::path{KIOSK_SOURCE_DIR} / "fonts"))},
      setup_{change(needed(app::load({})))} {}

std::size_t Kiosk::language(const std::string& tag) const {
  for (std::size_t i = 0; i < setup_.languages.size(); ++i) {
    if (setup_.languages[i].phrases.language() == tag) return i;
  }
  FAIL("no language " << tag);
  return 0;
}

namespace {

/// The smallest rectangle around all that is not see-through.
ui::Rect ink_in(SDL_Surface& picture) {
  int left = picture.w;
  int top = picture.h;
  int right = 0;
  int bottom = 0;
  for (int y = 0; y < picture.h; ++y) {
    const auto* row = static_cast<const std::uint32_t*>(picture.pixels) + y * picture.pitch / 4;
    for (int x = 0; x < picture.w; ++x) {
      constexpr std::uint32_t faint = 64;  // a shade that nobody sees
      if ((row[x] & picture.format->Amask) >> picture.format->Ashift < faint) continue;
      left = std::min(left, x);
      right = std::max(right, x + 1);
      top = std::min(top, y);
      bottom = y + 1;
    }
  }
  return right == 0 ? ui::Rect{} : ui::Rect{left, top, right - left, bottom - top};
}

}  // namespace

ui::Rect Kiosk::ink_of(const ui::PlacedLine& line) {
  const std::string key = fmt::format("{}{}{} {}", line.face.bold ? 'b' : 'r', line.face.px,
                                      static_cast<int>(line.direction), line.words);
  auto found = inks_.find(key);
  if (found == inks_.end()) {
    const sdl::Picture picture = fonts_->draw(line.face, line.words, line.direction);
    found = inks_.emplace(key, picture ? ink_in(*picture) : ui::Rect{}).first;
  }
  ui::Rect ink = found->second;
  const int letters = fonts_->ascent(line.face) + fonts_->descent(line.face);
  ink.x += line.area.x;
  ink.y += line.area.y + (line.area.h - letters) / 2;  // as the painter has it
  return ink;
}

bool Kiosk::has_all_letters(const std::string& words) {
  const auto known = whole_.find(words);
  if (known != whole_.end()) return known->second;
  return whole_[words] = fonts_->missing_letters(words).empty();
}

std::string place_of(const Face& face) {
  const double inch = face.panel.mm_per_px * std::hypot(face.panel.size.w, face.panel.size.h) / 25.4;
  return fmt::format("{}, {}, {}, {:.0f} inch {}{}", face.example.name, face.frame.language,
                     app::name_of(face.comfort.size), inch, face.panel.portrait() ? "upright" : "lying",
                     face.comfort.lower ? ", low" : "");
}

std::string name_of(const ui::Box& box) {
  return fmt::format("{} \"{}\"", ui::name_of(box.role), ui::plain(box.label).substr(0, 60));
}

std::vector<visit::Comfort> comforts(const Kiosk& kiosk, const std::vector<std::string>& languages,
                                     const std::vector<visit::TextSize>& sizes, bool lower) {
  std::vector<visit::Comfort> all;
  for (const std::string& language : languages) {
    for (const visit::TextSize size : sizes) {
      all.push_back({.language = kiosk.language(language), .size = size, .lower = lower});
    }
  }
  return all;
}

ui::Panel upright(double inch) { return ui::panel_of({1080, 1920}, inch); }
ui::Panel lying(double inch) { return ui::panel_of({1920, 1080}, inch); }

void each_face(Kiosk& kiosk, const ui::Panel& panel, const std::vector<visit::Comfort>& comforts,
               const std::function<void(const Face&)>& look) {
  for (const visit::Comfort& comfort : comforts) {
    for (const app::Example& example : app::every_screen(kiosk.setup(), comfort)) {
      look({kiosk, panel, comfort, example,
            app::Session{kiosk.setup(), example.state}.frame(panel, kiosk.fonts())});
    }
  }
}

bool differs_by_more_than_colour(const ui::Frame& frame, visit::Contrast contrast) {
  if (contrast != visit::Contrast::yellow) return false;
  return frame.screen == "results" ||
         std::any_of(frame.boxes.begin(), frame.boxes.end(),
                     [](const ui::Box& box) { return box.selected && box.surface.fill != ui::Ink::none; });
}

void each_look(Kiosk& kiosk, const ui::Panel& panel, const std::vector<visit::Comfort>& comforts,
               const std::function<void(const Face&)>& look) {
  for (visit::Comfort comfort : comforts) {
    for (app::Example& example : app::every_screen(kiosk.setup(), comfort)) {
      comfort.contrast = example.state.comfort.contrast = visit::Contrast::normal;
      Face face{kiosk, panel, comfort, example,
                app::Session{kiosk.setup(), example.state}.frame(panel, kiosk.fonts())};
      for (const visit::Contrast contrast : all_looks) {
        comfort.contrast = example.state.comfort.contrast = contrast;
        if (differs_by_more_than_colour(face.frame, contrast))
          face.frame = app::Session{kiosk.setup(), example.state}.frame(panel, kiosk.fonts());
        face.frame.contrast = contrast;
        look(face);
      }
    }
  }
}

app::Example example(const Kiosk& kiosk, const visit::Comfort& comfort, const std::string& name) {
  for (app::Example& one : app::every_screen(kiosk.setup(), comfort)) {
    if (one.name == name) return std::move(one);
  }
  FAIL("no screen " << name);
  return {};
}

std::vector<const ui::Box*> targets(const ui::Frame& frame) {
  std::vector<const ui::Box*> found;
  for (const ui::Box& box : frame.boxes) {
    if (box.on_tap && !ui::is_whole_screen(frame, box)) found.push_back(&box);
  }
  return found;
}

bool is_answer(const ui::Frame& frame, const ui::Box& box) {
  return frame.screen != "words" && (box.role == ui::Role::checkbox || box.role == ui::Role::radio);
}

void Faults::add(int check, const Face& face, const std::string& what) {
  Seen& seen = faults_[check][what];
  if (seen.times == 0) seen.where = place_of(face);
  ++seen.times;
}

std::string Faults::of(int number) const {
  const auto found = faults_.find(number);
  if (found == faults_.end()) return {};
  constexpr int enough = 12;  // the rest is told when these are mended
  int told = 0;
  std::string lines;
  for (const auto& [what, seen] : found->second) {
    if (++told > enough) return lines + fmt::format("and {} more faults\n", found->second.size() - enough);
    lines += fmt::format("{}: {}{}\n", seen.where, what,
                         seen.times > 1 ? fmt::format(" (and on {} more)", seen.times - 1) : "");
  }
  return lines;
}

}  // namespace kiosk::faces
