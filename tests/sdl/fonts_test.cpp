#include "kiosk/sdl/fonts.h"

#include <catch2/catch.hpp>

#include "kiosk/base/utf8.h"
#include "tests/sdl/canvas.h"

namespace kiosk::fonts_test {

using namespace kiosk;
using Missing = std::vector<char32_t>;

namespace {

const ui::Face large{false, 48};
const std::string peace = "سلام";

/// The part of a picture from `x` on, `w` wide: how much ink each px has.
std::vector<int> ink(const sdl::Picture& picture, int x, int w, int h) {
  std::vector<int> found;
  for (int row = 0; row < h; ++row) {
    for (int column = x; column < x + w; ++column) {
      std::uint32_t pixel = 0;
      SDL_memcpy(&pixel,
                 static_cast<const unsigned char*>(picture->pixels) + row * picture->pitch + column * 4, 4);
      std::uint8_t r = 0;
      std::uint8_t g = 0;
      std::uint8_t b = 0;
      std::uint8_t a = 0;
      SDL_GetRGBA(pixel, picture->format, &r, &g, &b, &a);
      found.push_back(a);
    }
  }
  return found;
}

sdl::Picture drawn(given::Letters& letters, const ui::Face& face, std::string_view line) {
  constexpr auto dutch = text::Direction::left_to_right;
  return letters.fonts().draw(face, line, text::direction_of_words(line, dutch));
}

/// As in a paragraph on an Arabic screen.
sdl::Picture drawn_in_arabic(given::Letters& letters, const ui::Face& face, std::string_view line) {
  return letters.fonts().draw(face, line, text::Direction::right_to_left);
}

}  // namespace

TEST_CASE("a line is drawn as wide as it was measured") {
  given::Letters letters;
  for (const char* line :
       {"Wat vind je goed?", "AVATAR Tj", "fi ffl", "2026", "سلام", "سلام 2026 nl", "één ij", "."}) {
    for (const ui::Face face : {ui::Face{false, 17}, ui::Face{true, 48}}) {
      INFO(line << " at " << face.px);
      const sdl::Picture picture = drawn(letters, face, line);
      REQUIRE(picture);
      CHECK(picture->w == letters.fonts().width(face, line));
    }
  }
  CHECK(letters.fonts().width(large, "") == 0);
  CHECK_FALSE(drawn(letters, large, ""));
}

TEST_CASE("bold letters are wider, larger ones larger, and letters reach both ways from their line") {
  given::Letters letters;
  CHECK(letters.fonts().width({true, 48}, "Verder") > letters.fonts().width({false, 48}, "Verder"));
  CHECK(letters.fonts().width({false, 96}, "Verder") ==
        Approx(2 * letters.fonts().width(large, "Verder")).epsilon(0.03));
  CHECK(letters.fonts().ascent(large) > 0.7 * large.px);
  CHECK(letters.fonts().descent(large) > 0.15 * large.px);
}

TEST_CASE("Arabic letters are joined") {
  given::Letters letters;
  int apart = 0;
  for (std::size_t at = 0; at < peace.size();) {
    const std::size_t from = at;
    utf8::next_letter(peace, at);
    apart += letters.fonts().width(large, std::string_view{peace}.substr(from, at - from));
  }
  CHECK(letters.fonts().width(large, peace) < 0.9 * apart);
}

TEST_CASE("digits in an Arabic line keep their own order, and stand to the left of what comes before them") {
  given::Letters letters;
  const sdl::Picture alone = drawn(letters, large, "2026");
  const sdl::Picture together = drawn_in_arabic(letters, large, peace + "2026");
  REQUIRE(alone);
  REQUIRE(together);
  const int h = std::min(alone->h, together->h);
  CHECK(ink(together, 0, alone->w, h) == ink(alone, 0, alone->w, h));
  const sdl::Picture letters_alone = drawn(letters, large, peace);
  CHECK(ink(together, alone->w, letters_alone->w, h) == ink(letters_alone, 0, letters_alone->w, h));
  const sdl::Picture backwards = drawn(letters, large, "6202");
  REQUIRE(backwards->w == alone->w);
  CHECK(ink(together, 0, alone->w, h) != ink(backwards, 0, alone->w, h));
}

TEST_CASE("letters stand in the order in which their script is read") {
  given::Letters letters;
  struct Case {
    const char* line;
    const char* leftmost;  // a letter that joins no other
  };
  for (const Case& one : {Case{"HI", "H"}, Case{"دا", "ا"}}) {
    INFO(one.line);
    const sdl::Picture line = drawn(letters, large, one.line);
    const sdl::Picture leftmost = drawn(letters, large, one.leftmost);
    CHECK(ink(line, 0, leftmost->w - 2, line->h) == ink(leftmost, 0, leftmost->w - 2, line->h));
  }
}

TEST_CASE("letters of two scripts stand on one line") {
  given::Letters letters;
  CHECK(drawn(letters, large, peace)->h == drawn(letters, large, "Hallo")->h);
}

TEST_CASE("letters that no font has are told, marks that are not drawn are not") {
  given::Letters letters;
  CHECK(letters.fonts().missing_letters("Omgevings\u00ADwet, één ij – “€5”…").empty());
  CHECK(letters.fonts().missing_letters("сад " + peace + "\n").empty());
  CHECK(letters.fonts().missing_letters("een 一 en \U0001F600") == Missing{U'一', U'\U0001F600'});
}

TEST_CASE("a font that is missing is named, with what to do") {
  const auto library = sdl::TextLibrary::start();
  const auto opened = sdl::Fonts::open("/nowhere");
  REQUIRE_FALSE(opened);
  CHECK(opened.error().text.find("cannot use the font /nowhere/NotoSans-Regular.ttf: ") == 0);
  CHECK(opened.error().text.find("; install the kiosk again") != std::string::npos);
}

}  // namespace kiosk::fonts_test
