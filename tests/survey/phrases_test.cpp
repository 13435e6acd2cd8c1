#include "kiosk/survey/phrases.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/survey/fault.h"

namespace kiosk::survey::phrases_test {

namespace {

std::string dutch_text() { return text_of(std::string{KIOSK_SOURCE_DIR} + "/config/languages/nl.toml"); }

Phrases dutch() {
  const auto phrases = read_phrases(dutch_text(), "nl.toml");
  REQUIRE(static_cast<bool>(phrases));
  return *phrases;
}

const std::vector<Fault> faults{
    {"the language is missing", R"(language = "nl"
)",
     "",
     R"(nl.toml: error: the language has no 'language'; add language = "…"
)"},
    {"the language is none", R"(language = "nl")", R"(language = "Dutch!")",
     R"(nl.toml:4:12: error: 'Dutch!' is not a language; write it as "nl"
  language = "Dutch!"
             ^
)"},
    {"its own name is missing", R"(own_name = "Nederlands" # zo heet de taal op de taalknop
)",
     "",
     R"(nl.toml: error: the language has no 'own_name'; add own_name = "…"
)"},
    {"the forms are missing", R"(forms = ["one", "other"] # de meervouden van deze taal, met de namen van CLDR
)",
     "",
     R"(nl.toml: error: the language has no 'forms'; add forms = ["…", "…"]
)"},
    {"the forms are no list", R"(forms = ["one", "other"])", R"(forms = "other")",
     R"(nl.toml:6:9: error: 'forms' is text, not a list; write forms = ["…", "…"]
  forms = "other" # de meervouden van deze taal, met de namen van CLDR
          ^
)"},
    {"a form has no name of CLDR", R"(forms = ["one", "other"])",
     R"(forms = ["one", "other", "enkelvoud", 2])",
     R"(nl.toml:6:26: error: 'enkelvoud' is not a form; use those of: zero, one, two, few, many, other
  forms = ["one", "other", "enkelvoud", 2] # de meervouden van deze taal, met de namen van CLDR
                           ^
nl.toml:6:39: error: a number is not a form; use those of: zero, one, two, few, many, other
  forms = ["one", "other", "enkelvoud", 2] # de meervouden van deze taal, met de namen van CLDR
                                        ^
)"},
    {"the form that every language has is missing", R"(forms = ["one", "other"])", R"(forms = ["one"])",
     R"(nl.toml:6:9: error: the language has no form 'other'; add "other": every language has it
  forms = ["one"] # de meervouden van deze taal, met de namen van CLDR
          ^
)"},
    {"a phrase is missing", R"(back = "Terug"
)",
     "",
     R"(nl.toml: error: the language has no 'back'; add back = "…"
)"},
    {"a phrase is unknown", R"(back = "Terug")", R"(back = "Terug"
bakc = "Terug")",
     R"(nl.toml:18:1: error: the language cannot have 'bakc'; did you mean 'back'?
  bakc = "Terug"
  ^
)"},
    {"a phrase is a number", R"(back = "Terug")", "back = 3",
     R"(nl.toml:17:8: error: 'back' is a number, not text; write back = "…"
  back = 3
         ^
)"},
    {"a phrase is empty", R"(back = "Terug")", R"(back = "")",
     R"(nl.toml:17:8: error: 'back' is empty; write something between the quotes
  back = ""
         ^
)"},
    {"a phrase turns around", R"(back = "Terug")", R"(back = "\u202Egureт")",
     R"(nl.toml:17:8: error: 'back' holds the character U+202E; take it out: nobody sees it, and it can turn the text around
  back = "\u202Egureт"
         ^
)"},
    {"a number has no place", R"("Vraag {n} van {m}")", R"("Vraag {n}")",
     R"(nl.toml:12:12: error: the numbers of 'progress' do not fit; write {n} and {m} once each where the numbers come, and no other {
  progress = "Vraag {n}"
             ^
)"},
    {"a number has two places", R"("U kunt er hoogstens {n} kiezen. Haal er eerst één weg.")",
     R"("Hoogstens {n}, dus {n}.")",
     R"(nl.toml:49:12: error: the numbers of 'too_many' do not fit; write {n} once where the number comes, and no other {
  too_many = "Hoogstens {n}, dus {n}."
             ^
)"},
    {"a place has no number", R"(back = "Terug")", R"(back = "Terug naar {n}")",
     R"(nl.toml:17:8: error: the numbers of 'back' do not fit; take the { out
  back = "Terug naar {n}"
         ^
)"},
    {"a place is misspelt", R"("Nog {n} tekens")", R"("Nog {x} tekens")",
     R"(nl.toml:45:50: error: the numbers of 'other' do not fit; write {n} once where the number comes, and no other {
  characters_left = { one = "Nog 1 teken", other = "Nog {x} tekens" }
                                                   ^
)"},
    {"the form for more than one is missing", R"({ one = "Nog 1 teken", other = "Nog {n} tekens" })",
     R"({ one = "Nog 1 teken" })",
     R"(nl.toml:45:19: error: 'characters_left' has no 'other'; add other = "…"
  characters_left = { one = "Nog 1 teken" }
                    ^
)"},
    {"a form is unknown", R"({ one = "Nog 1 teken", other = "Nog {n} tekens" })",
     R"({ one = "Nog 1 teken", other = "Nog {n} tekens", few = "Nog {n} tekens" })",
     R"(nl.toml:45:68: error: 'characters_left' cannot have 'few'; use one of: one, other
  characters_left = { one = "Nog 1 teken", other = "Nog {n} tekens", few = "Nog {n} tekens" }
                                                                     ^
)"},
    {"a phrase without a number has forms", R"(back = "Terug")",
     R"(back = { one = "Terug", other = "Terug" })",
     R"(nl.toml:17:8: error: 'back' is a table, not text; write back = "…"
  back = { one = "Terug", other = "Terug" }
         ^
)"},
    {"a quote is missing", R"(back = "Terug")", R"(back = "Terug)",
     R"(nl.toml:17:14: error: the text does not end on this line; close it with the quote that it began with
  back = "Terug
               ^
)"},
};

}  // namespace

TEST_CASE("a translator who makes a mistake hears where it is and what to do") {
  check_faults(dutch_text(), faults, [](const std::string& text) { return read_phrases(text, "nl.toml"); });
}

TEST_CASE("a phrase comes with its numbers filled in") {
  const Phrases phrases = dutch();
  CHECK(phrases.own_name() == "Nederlands");
  CHECK(phrases.in(Phrase::start) == "Tik om te antwoorden");
  CHECK(phrases.in(Phrase::test_set) == "Dit is een test");
  CHECK(phrases.in(Phrase::progress, "2", "6") == "Vraag 2 van 6");
  CHECK(phrases.in(Phrase::too_many, "3", PluralCategory::other) ==
        "U kunt er hoogstens 3 kiezen. Haal er eerst één weg.");
}

TEST_CASE("what is counted stands in the form that the number has in its language") {
  const Phrases phrases = dutch();
  CHECK(phrases.categories() == std::vector{PluralCategory::one, PluralCategory::other});
  CHECK(phrases.in(Phrase::closes_in, "1", PluralCategory::one) == "Dit scherm sluit over 1 seconde");
  CHECK(phrases.in(Phrase::closes_in, "2", PluralCategory::other) == "Dit scherm sluit over 2 seconden");
}

TEST_CASE("where a phrase is written in one form, that is the form of every number") {
  CHECK(dutch().in(Phrase::percent, "1", PluralCategory::one) == "1%");
  CHECK(dutch().in(Phrase::closes_in, "3", PluralCategory::few) == "Dit scherm sluit over 3 seconden");
}

}  // namespace kiosk::survey::phrases_test
