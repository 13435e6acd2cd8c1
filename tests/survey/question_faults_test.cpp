#include <catch2/catch.hpp>
#include <string>

#include "kiosk/survey/reader.h"
#include "tests/survey/fault.h"
#include "tests/survey/sound_set.h"

namespace kiosk::survey::question_faults_test {
namespace {

std::string options(int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += "\n[[question.option]]\nid = \"o" + std::to_string(i) + "\"\nnl = \"O\"\n";
  return text;
}

const std::vector<Fault> faults{
    {"an id has other letters", R"(id = "keep")", R"(id = "Keep it")",
     R"(set.toml:7:6: error: 'Keep it' cannot be an id; use 1 to 40 of a-z, 0-9 and -
  id = "Keep it"
       ^
)"},
    {"an id is too long", R"(id = "keep")", R"(id = "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk")",
     R"(set.toml:7:6: error: 'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk' cannot be an id; use 1 to 40 of a-z, 0-9 and -
  id = "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"
       ^
)"},
    {"an id is a number", R"(id = "keep")", "id = 7",
     R"(set.toml:7:6: error: 'id' is a number, not text; write id = "…"
  id = 7
       ^
)"},
    {"an id is empty", R"(id = "keep")", R"(id = "")",
     R"(set.toml:7:6: error: 'id' is empty; write something between the quotes
  id = ""
       ^
)"},
    {"two questions have one id", R"(id = "light")", R"(id = "keep")",
     R"(set.toml:24:6: error: the id 'keep' is used before in this set; give this one another id
  id = "keep"
       ^
)"},
    {"two options have one id", R"(id = "soft")", R"(id = "bright")",
     R"(set.toml:34:6: error: the id 'bright' is used before in this question; give this one another id
  id = "bright"
       ^
)"},
    {"a name is unknown, and was probably a slip", "pick = 2", "pcik = 2",
     R"(set.toml:12:1: error: question 1 cannot have 'pcik'; did you mean 'pick'?
  pcik = 2
  ^
)"},
    {"a name is unknown, and resembles nothing", R"(stage = "live")", R"(colour = "red")",
     R"(set.toml:2:1: error: the set cannot have 'colour'; use one of: id, stage, languages, title, question
  colour = "red"
  ^
)"},
    {"a name of an option is unknown", R"(nl = "De balie")", R"(nl = "De balie"
icon = "desk")",
     R"(set.toml:18:1: error: option 1 cannot have 'icon'; use one of: id, last, nl, en
  icon = "desk"
  ^
)"},
    {"the kind is a slip", R"(kind = "themes")", R"(kind = "theems")",
     R"(set.toml:8:8: error: unknown kind 'theems'; did you mean 'themes'?
  kind = "theems"
         ^
)"},
    {"the kind is unknown", R"(kind = "open")", R"(kind = "smileys")",
     R"(set.toml:39:8: error: unknown kind 'smileys'; use one of: themes, dilemma, open, info, choice, scale, weigh
  kind = "smileys"
         ^
)"},
    {"the kind is missing", R"(kind = "open"
)",
     "",
     R"(set.toml:37:1: error: question 3 has no 'kind'; add kind = "themes", or another of: dilemma, open, info, choice, scale, weigh
  [[question]]
  ^
)"},
    {"the kind is no text", R"(kind = "open")", R"(kind = ["open"])",
     R"(set.toml:39:8: error: 'kind' is a list, not text; write kind = "…"
  kind = ["open"]
         ^
)"},
    {"the tone is unknown", R"(tone = "keep")", R"(tone = "kep")",
     R"(set.toml:9:8: error: unknown tone 'kep'; did you mean 'keep'?
  tone = "kep"
         ^
)"},
    {"the tone of themes is missing", R"(tone = "keep"
)",
     "",
     R"(set.toml:8:8: error: a question with themes needs a tone; add tone = "keep" or tone = "improve"
  kind = "themes"
         ^
)"},
    {"the stage is unknown", R"(stage = "live")", R"(stage = "tset")",
     R"(set.toml:2:9: error: unknown stage 'tset'; did you mean 'test'?
  stage = "tset"
          ^
)"},
    {"the stage is a date", R"(stage = "live")", "stage = 2026-11-23",
     R"(set.toml:2:9: error: 'stage' is a date or time, not text; write stage = "…"
  stage = 2026-11-23
          ^
)"},
    {"a theme stands alone", R"([[question.option]]
id = "coffee"
nl = "De koffie"
)",
     "",
     R"(set.toml:8:8: error: the question has 1 option; themes need 2 to 12 of [[question.option]]
  kind = "themes"
         ^
)"},
    {"there are too many themes", R"(nl = "De koffie"
)",
     "nl = \"De koffie\"\n" + options(11),
     R"(set.toml:8:8: error: the question has 13 options; themes need 2 to 12 of [[question.option]]
  kind = "themes"
         ^
)"},
    {"a dilemma has one side",
     R"(
[[question.option]]
id = "soft"
nl = "Zacht"
)",
     "",
     R"(set.toml:25:8: error: the question has 1 option; a dilemma needs exactly 2 of [[question.option]]
  kind = "dilemma"
         ^
)"},
    {"a dilemma has three sides", R"(nl = "Zacht"
)",
     R"(nl = "Zacht"

[[question.option]]
id = "o3"
nl = "O"
)",
     R"(set.toml:25:8: error: the question has 3 options; a dilemma needs exactly 2 of [[question.option]]
  kind = "dilemma"
         ^
)"},
    {"an open question has options", R"(longest_text = 100
)",
     R"(longest_text = 100

[[question.option]]
id = "o1"
nl = "O"

[[question.option]]
id = "o2"
nl = "O"
)",
     R"(set.toml:39:8: error: the question has 2 options; an open question has none: take them out, or write kind = "themes"
  kind = "open"
         ^
)"},
    {"the options are no list", "longest_text = 100", R"(option = "desk")",
     R"(set.toml:42:1: error: 'option' is not a list of tables; begin each with a line of its own: [[question.option]]
  option = "desk"
  ^
)"},
    {"more may be picked than there are", "pick = 2", "pick = 3",
     R"(set.toml:12:8: error: 'pick' is 3; write a whole number from 1 to 2
  pick = 3
         ^
)"},
    {"nothing may be picked", "pick = 2", "pick = 0",
     R"(set.toml:12:8: error: 'pick' is 0; write a whole number from 1 to 2
  pick = 0
         ^
)"},
    {"half an option may be picked", "pick = 2", "pick = 1.5",
     R"(set.toml:12:8: error: 'pick' is a number with a point, not a whole number; write pick = 1
  pick = 1.5
         ^
)"},
    {"own words are neither true nor false", "own_words = true", R"(own_words = "yes")",
     R"(set.toml:13:13: error: 'own_words' is text, not true or false; write own_words = true
  own_words = "yes"
              ^
)"},
    {"a dilemma is picked from", R"(kind = "dilemma")", R"(kind = "dilemma"
pick = 2
own_words = true)",
     R"(set.toml:26:8: error: 'pick' is only for themes; take the line out
  pick = 2
         ^
set.toml:27:13: error: 'own_words' is only for themes, a choice, a scale or a weigh; take the line out
  own_words = true
              ^
)"},
    {"an open question has own words", "longest_text = 100", "own_words = true",
     R"(set.toml:42:13: error: 'own_words' is only for themes, a choice, a scale or a weigh; take the line out
  own_words = true
              ^
)"},
    {"the text may be too short", "longest_text = 100", "longest_text = 39",
     R"(set.toml:42:16: error: 'longest_text' is 39; write a whole number from 40 to 1000
  longest_text = 39
                 ^
)"},
    {"the text may be too long", "longest_text = 100", "longest_text = 1001",
     R"(set.toml:42:16: error: 'longest_text' is 1001; write a whole number from 40 to 1000
  longest_text = 1001
                 ^
)"},
};

}  // namespace

TEST_CASE("an organiser who makes a mistake in a question hears where it is and what to do") {
  check_faults(sound_set, faults, [](const std::string& text) { return read_survey(text, "set.toml"); });
}

}  // namespace kiosk::survey::question_faults_test
