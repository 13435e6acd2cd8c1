#include "kiosk/survey/identity.h"

#include <catch2/catch.hpp>

#include "kiosk/survey/reader.h"
#include "tests/survey/sound_set.h"

namespace kiosk::identity_test {

using namespace kiosk;
using namespace kiosk::survey;

namespace {

Survey read(const std::string& text) {
  auto set = read_survey(text, "new.toml");
  REQUIRE(set);
  return std::move(*set);
}

/// What the organiser hears who wrote `written` in place of `was`.
std::string told(const std::string& was, const std::string& written) {
  std::string text = sound_set;
  for (std::size_t at = 0; !was.empty() && (at = text.find(was, at)) != std::string::npos;
       at += written.size()) {
    text.replace(at, was.size(), written);
  }
  return describe(broken_identity(read(sound_set), read(text), "new.toml"));
}

}  // namespace

TEST_CASE("new words, another order, more options and fewer questions change no question") {
  CHECK(told("", "").empty());
  CHECK(told("Wat is goed?", "Wat gaat er goed?").empty());
  CHECK(told("nl = \"Zacht\"\n", "nl = \"Gedempt\"\n").empty());
  CHECK(told("[[question.option]]\nid = \"desk\"\nnl = \"De balie\"\n",
             "[[question.option]]\nid = \"tea\"\nnl = \"De thee\"\n[[question.option]]\nid = \"desk\"\nnl = "
             "\"De balie\"\n")
            .empty());
  CHECK(told(sound_questions.substr(sound_questions.find("[[question]]\nid = \"more\"")), "").empty());
  CHECK(told("id = \"light\"", "id = \"lamps\"").empty());
}

TEST_CASE("a set under another id asks other questions, whatever these are called") {
  CHECK(told("id = \"lobby\"\nstage = \"live\"", "id = \"hall\"\nstage = \"live\"").empty());
}

TEST_CASE("a question that people answered cannot be of another kind, or lose an option") {
  CHECK(told("kind = \"dilemma\"", "kind = \"themes\"\ntone = \"keep\"") ==
        "new.toml:23:1: error: the question 'light' is of another kind than it was; people answered it as it "
        "was: give the new question another id\n"
        "  [[question]]\n"
        "  ^\n");
  CHECK(
      told("id = \"soft\"", "id = \"dim\"") ==
      "new.toml:23:1: error: the question 'light' has no option 'soft' any more; people may have chosen it: "
      "put it back, or give the question another id\n"
      "  [[question]]\n"
      "  ^\n");
}

}  // namespace kiosk::identity_test
