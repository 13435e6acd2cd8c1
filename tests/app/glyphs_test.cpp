#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "kiosk/app/share.h"
#include "kiosk/sdl/fonts.h"
#include "kiosk/sdl/library.h"
#include "kiosk/text/letters.h"
#include "tests/survey/languages.h"

/// No box instead of a letter, in anything that the kiosk says or that stands on a key.
namespace kiosk::app::glyphs_test {

namespace {

/// The typefaces of the kiosk, as the kiosk opens them.
struct Typefaces {
  Result<sdl::TextLibrary, sdl::SdlError> library = sdl::TextLibrary::start();
  Result<std::unique_ptr<sdl::Fonts>, sdl::SdlError> fonts = sdl::Fonts::open(share_folder() / "fonts");

  void check(const std::string& language, const std::string& words) const {
    for (const char32_t letter : (*fonts)->missing_letters(words)) {
      INFO(language << ": \"" << words << "\" has U+" << std::hex << static_cast<unsigned>(letter));
      CHECK(false);
    }
  }
};

}  // namespace

TEST_CASE("every phrase of every language has all its letters in our typefaces") {
  const Typefaces typefaces;
  REQUIRE(static_cast<bool>(typefaces.fonts));
  std::size_t checked = 0;
  for (const std::string language : delivered_languages) {
    const survey::Phrases phrases = delivered_phrases(language);
    typefaces.check(language, phrases.own_name());
    for (std::size_t i = 0; i < survey::phrase_count; ++i) {
      for (const std::string& form : phrases.forms(survey::Phrase{static_cast<int>(i)})) {
        typefaces.check(language, form);
        if (!form.empty()) ++checked;
      }
    }
  }
  CHECK(checked > delivered_languages.size() * survey::phrase_count);
}

TEST_CASE("every key of every language shows and types letters of our typefaces, small and capital") {
  const Typefaces typefaces;
  REQUIRE(static_cast<bool>(typefaces.fonts));
  for (const std::string language : delivered_languages) {
    for (const survey::KeyPage& page : delivered_keyboard(language).pages) {
      for (const survey::KeyRow& row : page.rows) {
        for (const survey::Key& key : row.keys) {
          std::vector<std::string> texts{key.cap, key.text};
          texts.insert(texts.end(), key.alternatives.begin(), key.alternatives.end());
          for (const std::string& text : texts) {
            typefaces.check(language, text);
            typefaces.check(language, text::capitals(text, language));
          }
        }
      }
    }
  }
}

TEST_CASE("signs that one typeface lacks come from the other, in a line of either script") {
  const Typefaces typefaces;
  REQUIRE(static_cast<bool>(typefaces.fonts));
  for (const char* line :
       {"السؤال (4 من 6) …", "(٤ من ٦)", "١٬٢٣٤", "٤٥٪", "A ٤٥٪", "1\u202F234", "abc، def؟", "45%", "؟", "ـً"})
    typefaces.check("ar", line);
  CHECK((*typefaces.fonts)->missing_letters("中a") == std::vector<char32_t>{U'中'});
}

}  // namespace kiosk::app::glyphs_test
