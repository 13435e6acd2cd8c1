#include <catch2/catch.hpp>
#include <string>

#include "kiosk/survey/findings.h"
#include "kiosk/survey/reader.h"
#include "tests/survey/fault.h"
#include "tests/survey/sound_set.h"

namespace kiosk::survey::set_faults_test {
namespace {

std::string questions(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += "\n[[question]]\nid = \"q" + std::to_string(i) +
            "\"\nkind = \"open\"\ntag.nl = \"T\"\ntext.nl = \"Q\"\n";
  }
  return text;
}

const std::vector<Fault> faults{
    {"a quote is missing", R"(nl = "Fel")", R"(nl = "Fel)",
     R"(set.toml:31:10: error: the text does not end on this line; close it with the quote that it began with
  nl = "Fel
           ^
)"},
    {"a name is there twice", R"(stage = "live")", R"(id = "hall")",
     R"(set.toml:2:6: error: 'id' is there twice; take one of them out
  id = "hall"
       ^
)"},
    {"a letter was saved in an old encoding", R"("De balie")", "\"De bali\xEB\"",
     R"(set.toml:17:14: error: this is not UTF-8; save the file again with the encoding UTF-8, and see that letters with accents are right
  nl = "De bali�
               ^
)"},
    {"names nest without end", R"(stage = "live")", "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r = 1",
     R"(set.toml:2:34: error: this nests deeper than 16 levels; take out some of the brackets or dots
  a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r = 1
                                   ^
)"},
    {"brackets nest without end", R"(stage = "live")", "stage = [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]",
     R"(set.toml:2:25: error: this nests deeper than 16 levels; take out some of the brackets or dots
  stage = [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]
                          ^
)"},
    {"the id is missing", R"(id = "lobby"
)",
     "",
     R"(set.toml: error: the set has no 'id'; add id = "…"
)"},
    {"the title is missing", R"(title = { nl = "Lobby", en = "Lobby" }
)",
     "",
     R"(set.toml: error: the set has no 'title'; add title = { nl = "…" }
)"},
    {"the languages are missing", R"(languages = ["nl", "en"]
)",
     "",
     R"(set.toml: error: the set has no 'languages'; add languages = ["…", "…"]
)"},
    {"the list of languages is empty", R"(["nl", "en"])", "[]",
     R"(set.toml:3:13: error: 'languages' is empty; write languages = ["nl"]
  languages = []
              ^
)"},
    {"the languages are no list", R"(["nl", "en"])", R"("nl")",
     R"(set.toml:3:13: error: 'languages' is text, not a list; write languages = ["…", "…"]
  languages = "nl"
              ^
)"},
    {"a language is none", R"(["nl", "en"])", R"(["nl", "English", 3])",
     R"(set.toml:3:20: error: 'English' is not a language; write languages as ["nl", "en"]
  languages = ["nl", "English", 3]
                     ^
set.toml:3:31: error: a number is not a language; write languages as ["nl", "en"]
  languages = ["nl", "English", 3]
                                ^
set.toml:4:25: error: the set has no language 'en'; add it to languages, or use one of: nl
  title = { nl = "Lobby", en = "Lobby" }
                          ^
set.toml:11:31: error: the set has no language 'en'; add it to languages, or use one of: nl
  text = { nl = "Wat is goed?", en = "What is good?" }
                                ^
)"},
    {"a language is there twice", R"(["nl", "en"])", R"(["nl", "en", "nl"])",
     R"(set.toml:3:26: error: the language 'nl' is there twice; take one out
  languages = ["nl", "en", "nl"]
                           ^
)"},
    {"there are too many languages", R"(["nl", "en"])",
     R"(["nl", "en", "aa", "ab", "ac", "ad", "ae", "af", "ag", "ah", "ai", "aj", "ak", "al", "am", "an", "ao"])",
     R"(set.toml:3:13: error: the set has 17 languages; keep it to 16
  languages = ["nl", "en", "aa", "ab", "ac", "ad", "ae", "af", "ag", "ah", "ai", "aj", "ak", "al", "am", "an", "ao"]
              ^
)"},
    {"there are no questions", sound_questions, "",
     R"(set.toml: error: the set has no questions; add at least one [[question]]
)"},
    {"the questions are no list", sound_questions, R"(question = 3
)",
     R"(set.toml:6:1: error: 'question' is not a list of tables; begin each with a line of its own: [[question]]
  question = 3
  ^
)"},
    {"the list of questions is empty", sound_questions, R"(question = []
)",
     R"(set.toml:6:1: error: 'question' is not a list of tables; begin each with a line of its own: [[question]]
  question = []
  ^
)"},
    {"there are too many questions", R"(longest_text = 100
)",
     "longest_text = 100\n" + questions(48),
     R"(set.toml: error: the set has 51 questions; keep it to 50: make a second set of the rest
)"},
    {"the words are missing in the first language", R"(nl = "Wat is goed?", )", "",
     R"(set.toml:11:8: error: 'text' of question 1 has no 'nl'; add nl = "…"
  text = { en = "What is good?" }
         ^
)"},
    {"the words are missing altogether", R"(text = { nl = "Licht" }
)",
     "",
     R"(set.toml:23:1: error: question 2 has no 'text'; add text = { nl = "…" }
  [[question]]
  ^
)"},
    {"the words of an option are missing", R"(nl = "Zacht"
)",
     "",
     R"(set.toml:33:1: error: option 2 has no 'nl'; add nl = "…"
  [[question.option]]
  ^
)"},
    {"the words are in a language that the set does not have", R"({ nl = "Licht" })",
     R"({ nl = "Licht", de = "Licht" })",
     R"(set.toml:27:24: error: the set has no language 'de'; add it to languages, or use one of: nl, en
  text = { nl = "Licht", de = "Licht" }
                         ^
)"},
    {"an option is in a language that the set does not have", R"(nl = "Fel")", R"(nl = "Fel"
de = "Hell")",
     R"(set.toml:32:1: error: the set has no language 'de'; add it to languages, or use one of: nl, en
  de = "Hell"
  ^
)"},
    {"the words are empty", R"({ nl = "Licht" })", R"({ nl = "  " })",
     R"(set.toml:27:15: error: 'nl' is empty; write something between the quotes
  text = { nl = "  " }
                ^
)"},
    {"the words are no table", R"({ nl = "Licht" })", R"("Licht")",
     R"(set.toml:27:8: error: 'text' is text, not a table; write text = { nl = "…" }
  text = "Licht"
         ^
)"},
    {"the words are a number", R"({ nl = "Licht" })", "{ nl = 3.5 }",
     R"(set.toml:27:15: error: 'nl' is a number with a point, not text; write nl = "…"
  text = { nl = 3.5 }
                ^
)"},
    {"the words are on two lines", R"({ nl = "Licht" })", R"({ nl = "Li\ncht" })",
     R"(set.toml:27:15: error: 'nl' holds the character U+000A; write it on one line, with spaces
  text = { nl = "Li\ncht" }
                ^
)"},
    {"the words turn around", R"({ nl = "Licht" })", R"({ nl = "Li\u202Echt" })",
     R"(set.toml:27:15: error: 'nl' holds the character U+202E; take it out: nobody sees it, and it can turn the text around
  text = { nl = "Li\u202Echt" }
                ^
)"},
};

}  // namespace

TEST_CASE("an organiser who makes a mistake in a set or its words hears where it is and what to do") {
  check_faults(sound_set, faults, [](const std::string& text) { return read_survey(text, "set.toml"); });
}

TEST_CASE("an organiser hears all mistakes in one go, from top to bottom") {
  std::string text = changed(sound_set, R"(nl = "Zacht")", R"(nl = "")");
  text = changed(text, "pick = 2", "pick = 9");
  text = changed(text, R"(stage = "live")", R"(stage = "life")");
  const auto survey = read_survey(text, "set.toml");
  REQUIRE_FALSE(static_cast<bool>(survey));
  CHECK(describe(survey.error()) == R"(set.toml:2:9: error: unknown stage 'life'; did you mean 'live'?
  stage = "life"
          ^
set.toml:12:8: error: 'pick' is 9; write a whole number from 1 to 2
  pick = 9
         ^
set.toml:35:6: error: 'nl' is empty; write something between the quotes
  nl = ""
       ^
)");
}

TEST_CASE("a file that is wrong everywhere is told in little: nobody's memory is filled with it") {
  std::string wrong_everywhere;
  for (int i = 0; i < 20'000; ++i) wrong_everywhere += "1,";
  const auto survey = read_survey("languages = [" + wrong_everywhere + "]", "set.toml");
  REQUIRE_FALSE(static_cast<bool>(survey));
  CHECK(survey.error().size() == most_problems + 1);
  const std::vector<Problem> last{survey.error().back()};
  CHECK(describe(last) == "set.toml: error: 19903 more errors are not shown; mend these first\n");
  CHECK(describe(survey.error()).size() < 300'000);
}

}  // namespace kiosk::survey::set_faults_test
