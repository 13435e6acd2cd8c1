#include "kiosk/text/plural.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "kiosk/base/utf8.h"
#include "kiosk/text/number.h"
#include "tests/survey/languages.h"

using namespace kiosk;
using survey::Phrase;
using survey::PluralCategory;

namespace {

constexpr long most = 1000;  // what a kiosk counts aloud: seconds, characters, people, answers

std::string said(const std::string& language, Phrase phrase, long number) {
  return delivered_phrases(language).in(phrase, text::number_in(language, number),
                                        text::plural_of(language, number));
}

/// Which numbers a language puts in this form.
std::vector<long> numbers_in(const std::string& language, PluralCategory category) {
  std::vector<long> numbers;
  for (long number = 0; number <= most; ++number) {
    if (text::plural_of(language, number) == category) numbers.push_back(number);
  }
  return numbers;
}

}  // namespace

TEST_CASE("one second is not \"1 seconden\", in any language") {
  CHECK(said("nl", Phrase::closes_in, 0) == "Dit scherm sluit over 0 seconden");
  CHECK(said("nl", Phrase::closes_in, 1) == "Dit scherm sluit over 1 seconde");
  CHECK(said("nl", Phrase::closes_in, 2) == "Dit scherm sluit over 2 seconden");
  CHECK(said("fr", Phrase::characters_left, 0) == "Encore 0 caractère");
  CHECK(said("fr", Phrase::characters_left, 2) == "Encore 2 caractères");
  CHECK(said("uk", Phrase::closes_in, 21) == "Екран закриється через 21 секунду");
  CHECK(said("uk", Phrase::closes_in, 24) == "Екран закриється через 24 секунди");
  CHECK(said("uk", Phrase::closes_in, 12) == "Екран закриється через 12 секунд");
  CHECK(said("ar", Phrase::closes_in, 2) == "تُغلق هذه الشاشة بعد ثانيتين");
  CHECK(said("ar", Phrase::closes_in, 5) == "تُغلق هذه الشاشة بعد ٥ ثوانٍ");
  CHECK(said("ar", Phrase::closes_in, 30) == "تُغلق هذه الشاشة بعد ٣٠ ثانية");
}

TEST_CASE("a language that nobody knows has one form for all") {
  CHECK(text::plural_of("", 1) == PluralCategory::other);
  CHECK(text::plural_of("no language", 1) == PluralCategory::other);
}

TEST_CASE("every delivered language has the forms that its numbers take, and no other") {
  for (const std::string language : delivered_languages) {
    std::set<PluralCategory> taken;
    for (long number = 0; number <= most; ++number) taken.insert(text::plural_of(language, number));
    taken.insert(PluralCategory::other);  // of fractions, where a language has it for nothing else
    const survey::Phrases phrases = delivered_phrases(language);
    INFO(language);
    CHECK(std::set(phrases.categories().begin(), phrases.categories().end()) == taken);
  }
}

TEST_CASE("a number is left out of a form only where the words can say just that one") {
  for (const std::string language : delivered_languages) {
    const survey::Phrases phrases = delivered_phrases(language);
    for (std::size_t i = 0; i < survey::phrase_count; ++i) {
      const survey::Phrases::Forms& forms = phrases.forms(Phrase{static_cast<int>(i)});
      if (forms.back().find("{n}") == std::string::npos) continue;  // a phrase without numbers
      for (const PluralCategory category : phrases.categories()) {
        const std::string& form = forms.at(static_cast<std::size_t>(category));
        if (form.empty() || form.find("{n}") != std::string::npos) continue;
        INFO(language << ": " << form);
        CHECK(numbers_in(language, category).size() == 1);
      }
    }
  }
}

TEST_CASE("no phrase has a number of its own in other digits than those of its language") {
  for (const std::string language : delivered_languages) {
    const survey::Phrases phrases = delivered_phrases(language);
    for (std::size_t i = 0; i < survey::phrase_count; ++i) {
      for (const std::string& form : phrases.forms(Phrase{static_cast<int>(i)})) {
        for (std::size_t at = 0; at < form.size();) {
          const char32_t letter = utf8::next_letter(form, at);
          INFO(language << ": " << form);
          CHECK_FALSE((letter >= U'\u0660' && letter <= U'\u0669' && language != "ar"));  // Arabic-Indic
          CHECK_FALSE((letter >= U'\u06F0' && letter <= U'\u06F9'));                      // Persian
          CHECK_FALSE((letter >= U'0' && letter <= U'9' && language == "ar"));
        }
      }
    }
  }
  CHECK(said("ar", Phrase::characters_left, 280) == "بقي ٢٨٠ حرفًا");
}
