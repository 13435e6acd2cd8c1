#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "kiosk/sdl/handles.h"
#include "kiosk/text/runs.h"
#include "kiosk/ui/typesetter.h"

namespace kiosk::sdl {

/// The typefaces of the kiosk: Noto Sans, and Noto Sans Arabic UI where a run is Arabic. Neither has every
/// sign that text in the other's script needs (no brackets in the Arabic one, no Arabic comma in the Latin
/// one): the other stands in. Opens a font once for each size that is used; a font's size is never changed,
/// that would empty its cache of letters.
class Fonts : public ui::Typesetter {
 public:
  /// Fails when one of the four files is missing or is no font, and says which.
  static Result<std::unique_ptr<Fonts>, SdlError> open(const std::filesystem::path& folder);

  /// Looks at no file yet: open() makes sure that all are there.
  explicit Fonts(std::filesystem::path folder) : folder_{std::move(folder)} {}

  int width(const ui::Face& face, std::string_view line) override;
  int ascent(const ui::Face& face) override;
  int descent(const ui::Face& face) override;
  void forget() override;

  /// One line of text in white on nothing, as it stands on screen in a paragraph of `direction`. Null for
  /// empty text.
  Picture draw(const ui::Face& face, std::string_view line, text::Direction direction);

  /// The letters of `words`, each once, that would show as boxes: no typeface has them, regular or bold.
  std::vector<char32_t> missing_letters(std::string_view words);

 private:
  /// The most that one typeface can draw in one call.
  struct Piece {
    TTF_Font* font;
    text::Run run;
  };

  TTF_Font* font(const ui::Face& face, bool arabic);
  std::vector<Piece> pieces(const ui::Face& face, std::string_view line, text::Direction direction);

  std::filesystem::path folder_;
  std::map<std::tuple<bool, bool, int>, Font> fonts_;  // arabic, bold, px
  std::unordered_map<std::string, int> widths_;
};

}  // namespace kiosk::sdl
