#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "kiosk/base/utf8.h"
#include "kiosk/survey/reader.h"
#include "tests/survey/fault.h"
#include "tests/survey/languages.h"

namespace kiosk::survey::shipped_test {

namespace {

const std::string config = std::string{KIOSK_SOURCE_DIR} + "/config/";

Survey shipped_set() {
  const auto survey = read_survey(text_of(config + "questions/omgevingswet.toml"), "omgevingswet.toml");
  INFO((survey ? std::string{} : describe(survey.error())));
  REQUIRE(static_cast<bool>(survey));
  return *survey;
}

std::string without_soft_hyphens(std::string text) {
  const std::string soft_hyphen = "\u00AD";
  for (std::size_t at = text.find(soft_hyphen); at != std::string::npos; at = text.find(soft_hyphen)) {
    text.erase(at, soft_hyphen.size());
  }
  return text;
}

std::string dutch(const Words& words) { return without_soft_hyphens(words.in("nl", "nl")); }

const std::vector<Language> languages{"nl", "en"};

}  // namespace

TEST_CASE("the questions of the province are asked word for word") {
  struct Asked {
    Kind kind;
    Tone tone;
    const char* text;
    std::vector<const char*> sides;
  };
  const std::vector<Asked> asked{
      {Kind::themes,
       Tone::keep,
       "Wat vind je goed in hoe we samenwerken met onze partners (en wil je behouden)?",
       {}},
      {Kind::themes, Tone::improve, "Waar heeft de provincie Utrecht wat in te verbeteren?", {}},
      {Kind::dilemma,
       Tone::dilemma,
       "Wegen van belangen",
       {"Bij het wegen van belangen moeten we als provincie duidelijke keuzes maken voordat we naar buiten "
        "treden.",
        "Bij het wegen van belangen moeten we gemeenten zo veel mogelijk vrijheid geven om keuzes te "
        "maken."}},
      {Kind::dilemma,
       Tone::dilemma,
       "Ruimtelijke ontwikkelingen",
       {"Vertrouwen in initiatiefnemers is de basis voor ruimtelijke ontwikkelingen.",
        "Initiatiefnemers zijn altijd uit op maximalisatie van eigen wensen. We moeten heldere kaders "
        "bieden."}},
      {Kind::dilemma,
       Tone::dilemma,
       "Samenwerking in de keten",
       {"Verbeteren van ketensamenwerking is een illusie. De belangen verschillen te veel van elkaar.",
        "Verbeteren van ketensamenwerking is een kans. Door belangen te koppelen is winst te behalen."}},
      {Kind::open,
       Tone::open,
       "Welke rol ziet u voor de staten bij het anders werken in de geest van de Omgevingswet?",
       {}},
  };
  const Survey survey = shipped_set();
  const std::vector<std::size_t> order = asked_from(survey, 0);
  REQUIRE(order.size() == asked.size());
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const Question& question = survey.questions[order[i]];
    INFO("question " << question.id);
    CHECK(question.kind == asked[i].kind);
    CHECK(question.tone == asked[i].tone);
    CHECK(dutch(question.text) == asked[i].text);
    if (asked[i].kind != Kind::dilemma) continue;
    CHECK(dutch(question.options.at(0).label) == asked[i].sides.at(0));
    CHECK(dutch(question.options.at(1).label) == asked[i].sides.at(1));
  }
}

TEST_CASE("between the questions a passer-by reads what the province works towards, how, and with whom") {
  std::vector<std::string> told;
  for (const Question& question : shipped_set().questions) {
    if (!asks(question)) told.push_back(dutch(question.text));
  }
  CHECK(told == std::vector<std::string>{"Waar werken we naar toe?", "Hoe doen we dat?",
                                         "Wat doen we zoal met partners?"});
}

TEST_CASE("a visitor who reads only English gets the whole set in English") {
  const Survey survey = shipped_set();
  CHECK(survey.languages == languages);
  for (const Question& question : survey.questions) {
    INFO("question " << question.id);
    for (const Words* words : {&question.tag, &question.text, &question.hint}) {
      CHECK(words->by_language.count("en") == 1);
    }
    for (const Option& option : question.options) CHECK(option.label.by_language.count("en") == 1);
  }
}

TEST_CASE("a theme is short enough for its card, and up to three of six can be chosen beside own words") {
  int questions_with_themes = 0;
  for (const Question& question : shipped_set().questions) {
    if (question.kind != Kind::themes) continue;
    ++questions_with_themes;
    CHECK(question.options.size() == 6);
    CHECK(question.pick_at_most == 3);
    CHECK(question.own_words);
    for (const Option& option : question.options) {
      INFO(option.id);
      for (const Language& language : languages) {
        CHECK(utf8::length(without_soft_hyphens(option.label.in(language, ""))) <= 34);
      }
    }
  }
  CHECK(questions_with_themes == 2);
}

TEST_CASE("the kiosk speaks every language of the set") {
  for (const Language& language : languages) {
    INFO(language);
    CHECK(std::count(delivered_languages.begin(), delivered_languages.end(), language) == 1);
  }
}

}  // namespace kiosk::survey::shipped_test
