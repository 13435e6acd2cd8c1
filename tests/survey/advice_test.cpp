#include "kiosk/survey/advice.h"

#include <catch2/catch.hpp>

#include "kiosk/survey/reader.h"
#include "tests/survey/fault.h"
#include "tests/survey/sound_set.h"

namespace kiosk::advice_test {

using namespace kiosk;
using namespace kiosk::survey;

namespace {

/// What whoever wrote `text` in place of `was` is advised.
std::vector<std::string> advised(const std::string& was, const std::string& text) {
  const auto set = read_survey(changed(sound_set, '"' + was + '"', '"' + text + '"'), "set.toml");
  REQUIRE(set);
  std::vector<std::string> told;
  for (const Advice& advice : advice_on(*set)) told.push_back(advice.what + "; " + advice.remedy);
  return told;
}

std::string of_length(std::size_t letters) { return std::string(letters - 1, 'x') + "?"; }

std::string of_words(int words) {
  std::string text;
  for (int i = 1; i < words; ++i) text += "a ";
  return text + "b.";
}

}  // namespace

TEST_CASE("a question is short enough up to 90 characters, and soft hyphens are none") {
  CHECK(advised("Licht", of_length(90)).empty());
  CHECK(advised("Licht", "\\u00AD" + of_length(90)).empty());
  CHECK(advised("Licht", of_length(91)) ==
        std::vector<std::string>{
            "the question has 91 characters in 'nl'; keep it to 90: who passes by reads no more"});
}

TEST_CASE("a side of a dilemma is short enough up to 140 characters, and what else is tapped as it fits") {
  CHECK(advised("Fel", of_length(140)).empty());
  CHECK(advised("Fel", of_length(141)) ==
        std::vector<std::string>{
            "this option has 141 characters in 'nl'; keep it to 140: who passes by reads no more"});
  CHECK(advised("De balie", of_length(141)).empty());
}

TEST_CASE("a sentence has 20 words at most, however many sentences there are") {
  CHECK(advised("Licht", of_words(20)).empty());
  CHECK(advised("Licht", of_words(20) + " " + of_words(20)).empty());
  CHECK(advised("Licht", of_words(21)) ==
        std::vector<std::string>{
            "the question has a sentence of 21 words in 'nl'; make it two: after 20 words many "
            "have lost the first"});
  CHECK(advised("Licht", "Het kost 3.5 euro per " + of_words(15)).empty());
}

TEST_CASE("who says why a question is long is not told again that it is") {
  CHECK(advised("Licht",
                of_length(91) + "\" }\nlong_because = \"het staat zo in de wet\"\nhint = { nl = \"Kort")
            .empty());
}

TEST_CASE("what is not written in each language of a set is named, a line for a question and a language") {
  const auto set =
      read_survey(changed(sound_set, "nl = \"Zacht\"", "nl = \"Zacht\"\nen = \"Soft\""), "set.toml");
  REQUIRE(set);
  std::vector<std::string> told;
  for (const Advice& advice : missing_languages(*set)) told.push_back(advice.what + "; " + advice.remedy);
  CHECK(told ==
        std::vector<std::string>{
            "the question 'keep' is not whole in 'en': tag, 2 options; write it; until then who reads "
            "'en' sees 'nl' there",
            "the question 'light' is not whole in 'en': tag, text, 1 option; write it; until then who "
            "reads 'en' sees 'nl' there",
            "the question 'more' is not whole in 'en': tag, text; write it; until then who reads 'en' "
            "sees 'nl' there"});
}

TEST_CASE("the sets that ship need no advice, or say why") {
  for (const std::string name : {"omgevingswet", "buit"}) {
    std::ifstream in{std::string{KIOSK_SOURCE_DIR} + "/config/questions/" + name + ".toml"};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    const auto set = read_survey(text, name);
    REQUIRE(set);
    for (const Advice& advice : advice_on(*set)) CHECK(advice.words + ": " + advice.what == "");
    for (const Advice& advice : missing_languages(*set)) CHECK(advice.what == "");
  }
}

}  // namespace kiosk::advice_test
