#include "kiosk/survey/reader.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/survey/fault.h"
#include "tests/survey/sound_set.h"

namespace kiosk::survey::reader_test {

namespace {

Survey read(const std::string& text) {
  const auto survey = read_survey(text, "set.toml");
  INFO((survey ? std::string{} : describe(survey.error())));
  REQUIRE(static_cast<bool>(survey));
  return *survey;
}

}  // namespace

TEST_CASE("a set says what its organiser wrote") {
  const Survey survey = read(sound_set);
  CHECK(survey.id == "lobby");
  CHECK(survey.stage == Stage::live);
  CHECK(survey.languages == std::vector<Language>{"nl", "en"});
  CHECK(survey.title.in("en", "nl") == "Lobby");
  CHECK(survey.source == sound_set);
  REQUIRE(survey.questions.size() == 3);

  const Question& themes = survey.questions[0];
  CHECK(themes.id == "keep");
  CHECK(themes.kind == Kind::themes);
  CHECK(themes.tone == Tone::keep);
  CHECK(themes.text.in("en", "nl") == "What is good?");
  CHECK(themes.pick_at_most == 2);
  CHECK(themes.own_words);
  REQUIRE(themes.options.size() == 2);
  CHECK(themes.options[0].id == "desk");
  CHECK(themes.options[1].label.in("nl", "nl") == "De koffie");

  const Question& dilemma = survey.questions[1];
  CHECK(dilemma.kind == Kind::dilemma);
  CHECK(dilemma.tone == Tone::dilemma);
  CHECK(dilemma.hint.in("nl", "nl").empty());
  CHECK_FALSE(dilemma.own_words);

  const Question& open = survey.questions[2];
  CHECK(open.kind == Kind::open);
  CHECK(open.tone == Tone::open);
  CHECK(open.longest_text == 100);
}

TEST_CASE("what is not said in a language is said in the first one") {
  CHECK(read(sound_set).questions[1].text.in("en", "nl") == "Licht");
}

TEST_CASE("each kind, tone and stage can be written") {
  const auto with = [](const char* from, const char* to) { return read(changed(sound_set, from, to)); };
  CHECK(with(R"(stage = "live")", R"(stage = "draft")").stage == Stage::draft);
  CHECK(with(R"(stage = "live")", R"(stage = "test")").stage == Stage::test);
  CHECK(with("stage = \"live\"\n", "").stage == Stage::live);
  CHECK(with(R"(tone = "keep")", R"(tone = "improve")").questions[0].tone == Tone::improve);
  CHECK(with(R"(tone = "keep")", R"(tone = "dilemma")").questions[0].tone == Tone::dilemma);
  CHECK(with(R"(tone = "keep")", R"(tone = "open")").questions[0].tone == Tone::open);
}

TEST_CASE("soft hyphens and spaces that do not break are fine in words") {
  const Survey survey =
      read(changed(sound_set, R"({ nl = "Licht" })", R"({ nl = "Trap\u00ADlicht 5\u00A0W" })"));
  CHECK(survey.questions[1].text.in("nl", "nl") == "Trap\u00ADlicht 5\u00A0W");
}

TEST_CASE("the least and the most that a set can have are fine") {
  CHECK(read(changed(sound_set, "longest_text = 100", "longest_text = 40")).questions[2].longest_text == 40);
  CHECK(read(changed(sound_set, "longest_text = 100", "longest_text = 1000")).questions[2].longest_text ==
        1000);
  std::string options;
  for (int i = 3; i <= 12; ++i)
    options += "[[question.option]]\nid = \"o" + std::to_string(i) + "\"\nnl = \"O\"\n";
  const std::string twelve = changed(sound_set, "nl = \"De koffie\"\n", "nl = \"De koffie\"\n" + options);
  CHECK(read(changed(twelve, "pick = 2", "pick = 12")).questions[0].options.size() == 12);
  std::string questions = sound_set;
  for (int i = 4; i <= 50; ++i) {
    questions += "[[question]]\nid = \"q" + std::to_string(i) +
                 "\"\nkind = \"open\"\ntag.nl = \"T\"\ntext.nl = \"Q\"\n";
  }
  CHECK(read(questions).questions.size() == 50);
}

}  // namespace kiosk::survey::reader_test
