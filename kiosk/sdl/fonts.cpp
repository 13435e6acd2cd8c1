#include "kiosk/sdl/fonts.h"

#include <fmt/format.h>

#include <algorithm>

#include "kiosk/base/key.h"
#include "kiosk/base/utf8.h"

namespace kiosk::sdl {

namespace {

constexpr std::size_t most_widths = 65536;

std::filesystem::path file_of(const std::filesystem::path& folder, bool arabic, bool bold) {
  return folder /
         fmt::format("{}-{}.ttf", arabic ? "NotoSansArabicUI" : "NotoSans", bold ? "Bold" : "Regular");
}

bool has(TTF_Font& font, char32_t letter) { return TTF_GlyphIsProvided32(&font, letter) != 0; }

/// Without this SDL_ttf 2.20 draws Arabic from left to right, letter by letter.
void speak(TTF_Font& font, const text::Run& run) {
  TTF_SetFontDirection(
      &font, run.direction == text::Direction::right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
  TTF_SetFontScriptName(&font, run.script.c_str());
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

std::vector<Fonts::Piece> Fonts::pieces(const ui::Face& face, std::string_view line,
                                        text::Direction direction) {
  std::vector<Piece> whole_line;
  for (const text::Run& run : text::runs(line, direction)) {
    const bool arabic = run.script == "Arab";
    TTF_Font* own = font(face, arabic);
    if (own == nullptr) continue;  // the file went away since the start
    std::vector<Piece> of_run;     // in reading order
    for (std::size_t at = 0; at < run.text.size();) {
      const std::size_t begin = at;
      const char32_t letter = utf8::next_letter(run.text, at);
      TTF_Font* other = has(*own, letter) ? nullptr : font(face, !arabic);
      const bool stands_in = other != nullptr && has(*other, letter);
      TTF_Font* used = stands_in ? other : own;
      if (of_run.empty() || of_run.back().font != used) {
        const std::string script = !stands_in ? run.script : arabic ? "Latn" : "Arab";
        of_run.push_back({used, {{}, run.direction, script}});
      }
      of_run.back().run.text += run.text.substr(begin, at - begin);
    }
    if (run.direction == text::Direction::right_to_left) std::reverse(of_run.begin(), of_run.end());
    std::move(of_run.begin(), of_run.end(), std::back_inserter(whole_line));
  }
  return whole_line;
}

int Fonts::width(const ui::Face& face, std::string_view line) {
  if (line.empty()) return 0;
  std::string key = key_of({face.bold ? 1 : 0, face.px}, line);
  if (const auto found = widths_.find(key); found != widths_.end()) return found->second;
  int total = 0;  // the same in both directions: the pieces are, only their order differs
  for (const Piece& piece : pieces(face, line, text::Direction::left_to_right)) {
    int w = 0;
    speak(*piece.font, piece.run);
    if (TTF_SizeUTF8(piece.font, piece.run.text.c_str(), &w, nullptr) == 0) total += w;
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
  std::vector<Picture> drawn;
  int w = 0;
  int h = 0;
  for (const Piece& piece : pieces(face, line, direction)) {
    speak(*piece.font, piece.run);
    Picture picture{TTF_RenderUTF8_Blended(piece.font, piece.run.text.c_str(), white)};
    if (!picture) continue;
    w += picture->w;
    h = std::max(h, picture->h);
    drawn.push_back(std::move(picture));
  }
  if (drawn.size() <= 1) return drawn.empty() ? nullptr : std::move(drawn.front());

  Picture whole{SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888)};
  if (!whole) return nullptr;
  int x = 0;
  for (const Picture& piece : drawn) {
    SDL_SetSurfaceBlendMode(piece.get(), SDL_BLENDMODE_NONE);
    SDL_Rect target{x, 0, piece->w, piece->h};
    SDL_BlitSurface(piece.get(), nullptr, whole.get(), &target);
    x += piece->w;
  }
  return whole;
}

std::vector<char32_t> Fonts::missing_letters(std::string_view words) {
  constexpr char32_t soft_hyphen = 0xAD;  // never drawn
  std::vector<char32_t> missing;
  for (const bool bold : {false, true}) {
    for (const Piece& piece : pieces({bold, 16}, words, text::Direction::left_to_right)) {
      for (std::size_t at = 0; at < piece.run.text.size();) {
        const char32_t letter = utf8::next_letter(piece.run.text, at);
        const bool told = std::find(missing.begin(), missing.end(), letter) != missing.end();
        if (letter >= 0x20U && letter != soft_hyphen && !told && !has(*piece.font, letter))
          missing.push_back(letter);
      }
    }
  }
  return missing;
}

}  // namespace kiosk::sdl
