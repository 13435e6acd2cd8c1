#include "kiosk/sdl/fonts.h"

#include <fmt/format.h>

#include <algorithm>

#include "kiosk/base/utf8.h"

namespace kiosk::sdl {

namespace {

constexpr std::size_t most_widths = 16384;

std::filesystem::path file_of(const std::filesystem::path& folder, bool arabic, bool bold) {
  return folder /
         fmt::format("{}-{}.ttf", arabic ? "NotoSansArabicUI" : "NotoSans", bold ? "Bold" : "Regular");
}

}  // namespace

Result<std::unique_ptr<Fonts>, SdlError> Fonts::open(const std::filesystem::path& folder) {
  auto fonts = std::make_unique<Fonts>(folder);
  for (const bool arabic : {false, true}) {
    for (const bool bold : {false, true}) {
      const std::filesystem::path file = file_of(folder, arabic, bold);
      if (!Font{TTF_OpenFont(file.c_str(), 16)}) {
        return SdlError{fmt::format("cannot use the font {}: {}; install the kiosk again", file.string(),
                                    TTF_GetError())};
      }
    }
  }
  return fonts;
}

TTF_Font* Fonts::font(const ui::Face& face, bool arabic) {
  Font& slot = fonts_[{arabic, face.bold, face.px}];
  if (!slot) {
    slot.reset(TTF_OpenFont(file_of(folder_, arabic, face.bold).c_str(), face.px));
    if (slot) TTF_SetFontHinting(slot.get(), TTF_HINTING_LIGHT);
  }
  return slot.get();
}

TTF_Font* Fonts::font_for(const ui::Face& face, const text::Run& run) {
  TTF_Font* found = font(face, run.script == "Arab");
  if (found == nullptr) return nullptr;  // the file went away since the start
  // Without these SDL_ttf 2.20 draws Arabic from left to right, letter by letter.
  TTF_SetFontDirection(
      found, run.direction == text::Direction::right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
  TTF_SetFontScriptName(found, run.script.c_str());
  return found;
}

int Fonts::width(const ui::Face& face, std::string_view line) {
  if (line.empty()) return 0;
  std::string key = fmt::format("{}{} {}", face.bold ? 'b' : 'r', face.px, line);
  if (const auto found = widths_.find(key); found != widths_.end()) return found->second;
  int total = 0;  // the same in both directions: the runs are, only their order differs
  for (const text::Run& run : text::runs(line, text::Direction::left_to_right)) {
    int w = 0;
    TTF_Font* used = font_for(face, run);
    if (used != nullptr && TTF_SizeUTF8(used, run.text.c_str(), &w, nullptr) == 0) total += w;
  }
  if (widths_.size() >= most_widths) widths_.clear();
  widths_.emplace(std::move(key), total);
  return total;
}

int Fonts::ascent(const ui::Face& face) {
  TTF_Font* used = font(face, false);
  return used == nullptr ? 0 : TTF_FontAscent(used);
}

int Fonts::descent(const ui::Face& face) {
  TTF_Font* used = font(face, false);
  return used == nullptr ? 0 : -TTF_FontDescent(used);
}

void Fonts::forget() {
  Typesetter::forget();
  widths_.clear();
}

Picture Fonts::draw(const ui::Face& face, std::string_view line, text::Direction direction) {
  constexpr SDL_Color white{255, 255, 255, 255};
  std::vector<Picture> pieces;
  int w = 0;
  int h = 0;
  for (const text::Run& run : text::runs(line, direction)) {
    TTF_Font* used = font_for(face, run);
    if (used == nullptr) continue;
    Picture piece{TTF_RenderUTF8_Blended(used, run.text.c_str(), white)};
    if (!piece) continue;
    w += piece->w;
    h = std::max(h, piece->h);
    pieces.push_back(std::move(piece));
  }
  if (pieces.size() <= 1) return pieces.empty() ? nullptr : std::move(pieces.front());

  Picture whole{SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888)};
  if (!whole) return nullptr;
  int x = 0;
  for (const Picture& piece : pieces) {
    SDL_SetSurfaceBlendMode(piece.get(), SDL_BLENDMODE_NONE);
    SDL_Rect target{x, 0, piece->w, piece->h};
    SDL_BlitSurface(piece.get(), nullptr, whole.get(), &target);
    x += piece->w;
  }
  return whole;
}

std::vector<char32_t> Fonts::missing_letters(std::string_view words) {
  std::vector<char32_t> missing;
  TTF_Font* latin = font({false, 16}, false);
  TTF_Font* arabic = font({false, 16}, true);
  for (std::size_t at = 0; at < words.size();) {
    const char32_t letter = utf8::next_letter(words, at);
    if (letter < 0x20U || letter == 0xADU) continue;
    const bool known = (latin != nullptr && TTF_GlyphIsProvided32(latin, letter) != 0) ||
                       (arabic != nullptr && TTF_GlyphIsProvided32(arabic, letter) != 0);
    if (!known) missing.push_back(letter);
  }
  return missing;
}

}  // namespace kiosk::sdl
