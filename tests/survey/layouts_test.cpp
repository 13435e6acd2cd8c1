#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "kiosk/base/utf8.h"
#include "tests/survey/languages.h"

/// The keyboards that the kiosk is delivered with: can a visitor write their language on them?
namespace kiosk::survey::layouts_test {

namespace {

std::vector<Key> keys_of(const KeyPage& page) {
  std::vector<Key> keys;
  for (const KeyRow& row : page.rows) keys.insert(keys.end(), row.keys.begin(), row.keys.end());
  return keys;
}

std::set<std::string> typed_on(const KeyPage& page) {
  std::set<std::string> texts;
  for (const Key& key : keys_of(page)) texts.insert(key.text);
  return texts;
}

std::set<std::string> typed_on(const Keyboard& keyboard) {
  std::set<std::string> texts;
  for (const KeyPage& page : keyboard.pages) texts.merge(typed_on(page));
  return texts;
}

bool page_has(const KeyPage& page, Key::Does action) {
  for (const Key& key : keys_of(page)) {
    if (key.does == action) return true;
  }
  return false;
}

/// Each character of `wanted` has a key of its own among `typed`.
void check_typed(const std::set<std::string>& typed, std::string_view wanted) {
  while (!wanted.empty()) {
    const std::string_view character = utf8::first(wanted, 1);
    INFO(character);
    CHECK(typed.count(std::string{character}) == 1);
    wanted.remove_prefix(character.size());
  }
}

struct Alphabet {
  const char* language;
  const char* letters;  ///< on the page that opens first
  const char* others;   ///< on any page: what is rarer, or comes in words from elsewhere
};

const std::vector<Alphabet> alphabets{
    {"nl", "abcdefghijklmnopqrstuvwxyz", "áéíóúëïöüàèêç€"},
    {"en", "abcdefghijklmnopqrstuvwxyz", "éèêëàâçïîôñ£"},
    {"de", "abcdefghijklmnopqrstuvwxyzäöüß", "éèêàáçñ„“€"},
    {"fr", "abcdefghijklmnopqrstuvwxyzé", "àâæçèêëîïôœùûüÿ«»€"},
    {"tr", "abcçdefgğhıijklmnoöprsştuüvyzqwx", "âîû₺€"},
    {"uk", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'", "ёъыэabcdefghijklmnopqrstuvwxyz«»₴€"},
    {"ar", "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأؤئةى",
     "إآٱ\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652؛abcdefghijklmnopqrstuvwxyz€"},
};

}  // namespace

TEST_CASE("every letter of every language can be typed, its own alphabet without turning the page") {
  REQUIRE(alphabets.size() == delivered_languages.size());
  for (const Alphabet& alphabet : alphabets) {
    INFO(alphabet.language);
    const Keyboard keyboard = delivered_keyboard(alphabet.language);
    check_typed(typed_on(keyboard.pages.front()), alphabet.letters);
    check_typed(typed_on(keyboard), alphabet.others);
  }
}

TEST_CASE("signs of a sentence are on the page that opens first, digits on one of their own") {
  for (const std::string language : delivered_languages) {
    INFO(language);
    const Keyboard keyboard = delivered_keyboard(language);
    check_typed(typed_on(keyboard.pages.front()), language == "ar" ? "،.؟'-" : ",.?'-");
    const KeyPage* numbers = keyboard.page("numbers");
    REQUIRE(numbers != nullptr);
    check_typed(typed_on(*numbers), "1234567890!\"():/&@+…");
  }
}

TEST_CASE("nothing can be typed by a long press alone") {
  for (const std::string language : delivered_languages) {
    const Keyboard keyboard = delivered_keyboard(language);
    const std::set<std::string> typed = typed_on(keyboard);
    std::size_t alternatives = 0;
    for (const KeyPage& page : keyboard.pages) {
      for (const Key& key : keys_of(page)) {
        for (const std::string& alternative : key.alternatives) {
          INFO(language << ": " << alternative << " for " << key.text);
          CHECK(typed.count(alternative) == 1);
          CHECK(alternative != key.text);
          ++alternatives;
        }
      }
    }
    CHECK(alternatives > 0);
  }
}

TEST_CASE(
    "a page turned leaves the keyboard as high and as wide as it was, and its backspace on the same row") {
  for (const std::string language : delivered_languages) {
    for (const KeyPage& page : delivered_keyboard(language).pages) {
      INFO(language << ", page " << page.name);
      REQUIRE(page.rows.size() == 4);
      CHECK(page.rows[2].keys.back().does == Key::Does::backspace);
    }
  }
}

TEST_CASE("there is a key for capitals wherever there are capitals") {
  for (const std::string language : delivered_languages) {
    for (const KeyPage& page : delivered_keyboard(language).pages) {
      INFO(language << ", page " << page.name);
      const bool arabic = language == "ar" && page.name != "latin";
      CHECK(page_has(page, Key::Does::shift) == (page.name != "numbers" && !arabic));
    }
  }
}

TEST_CASE("Arabic keys lie where Arabic typists expect them") {
  const KeyPage letters = delivered_keyboard("ar").pages.front();
  CHECK(letters.rows[0].keys.front().text == "ض");  // at the left: keys are never mirrored
  CHECK(typed_on(letters).count("لا") == 1);        // one key, two letters
  for (const Key& key : keys_of(*delivered_keyboard("ar").page("numbers"))) {
    if (key.text == ")") CHECK(key.cap == "(");  // in text from right to left a bracket shows turned round
  }
}

}  // namespace kiosk::survey::layouts_test
