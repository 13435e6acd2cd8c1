#include <catch2/catch.hpp>
#include <string>

#include "kiosk/survey/reader.h"
#include "tests/survey/fault.h"
#include "tests/survey/sound_set.h"

namespace kiosk::survey::slips_test {
namespace {

const std::vector<Fault> faults{
    {"a control character is in the words", "nl = \"Zacht\"", "nl = \"Za\\u0007cht\"",
     R"(set.toml:35:6: error: 'nl' holds the character U+0007; write it on one line, with spaces
  nl = "Za\u0007cht"
       ^
)"},
    {"a mark of the order of bytes is in the words", "nl = \"Zacht\"", "nl = \"\\uFEFFZacht\"",
     R"(set.toml:35:6: error: 'nl' holds the character U+FEFF; take it out: nobody sees it, and it can turn the text around
  nl = "\uFEFFZacht"
       ^
)"},
    {"questions is plural", "[[question]]\nid = \"light\"", "[[questions]]\nid = \"light\"",
     R"(set.toml:23:3: error: the set cannot have 'questions'; did you mean 'question'?
  [[questions]]
    ^
)"},
    {"options is plural", "[[question.option]]\nid = \"desk\"", "[[question.options]]\nid = \"desk\"",
     R"(set.toml:8:8: error: the question has 1 option; themes need 2 to 12 of [[question.option]]
  kind = "themes"
         ^
set.toml:15:12: error: question 1 cannot have 'options'; did you mean 'option'?
  [[question.options]]
             ^
)"},
    {"an option has no question", "[[question.option]]\nid = \"desk\"", "[[option]]\nid = \"desk\"",
     R"(set.toml:8:8: error: the question has 1 option; themes need 2 to 12 of [[question.option]]
  kind = "themes"
         ^
set.toml:15:3: error: the set cannot have 'option'; use one of: id, stage, languages, title, question
  [[option]]
    ^
)"},
    {"the id of a question is missing", "id = \"light\"\n", "",
     R"(set.toml:23:1: error: question 2 has no 'id'; add id = "…"
  [[question]]
  ^
)"},
    {"the id of an option is missing", "id = \"soft\"\n", "",
     R"(set.toml:33:1: error: option 2 has no 'id'; add id = "…"
  [[question.option]]
  ^
)"},
    {"the id of a set has capitals", "id = \"lobby\"", "id = \"Lobby\"",
     R"(set.toml:1:6: error: 'Lobby' cannot be an id; use 1 to 40 of a-z, 0-9 and -
  id = "Lobby"
       ^
)"},
    {"the id of an option is a number", "id = \"desk\"", "id = 1",
     R"(set.toml:16:6: error: 'id' is a number, not text; write id = "…"
  id = 1
       ^
)"},
    {"the tag is missing", "tag = { nl = \"Open\" }\n", "",
     R"(set.toml:37:1: error: question 3 has no 'tag'; add tag = { nl = "…" }
  [[question]]
  ^
)"},
    {"the tag is text alone", "tag = { nl = \"Open\" }", "tag = \"Open\"",
     R"(set.toml:40:7: error: 'tag' is text, not a table; write tag = { nl = "…" }
  tag = "Open"
        ^
)"},
    {"the tag is empty", "tag = { nl = \"Open\" }", "tag = { nl = \"\" }",
     R"(set.toml:40:14: error: 'nl' is empty; write something between the quotes
  tag = { nl = "" }
               ^
)"},
    {"the title is in one language alone, and not the first", "title = { nl = \"Lobby\", en = \"Lobby\" }",
     "title = { en = \"Lobby\" }",
     R"(set.toml:4:9: error: 'title' of the set has no 'nl'; add nl = "…"
  title = { en = "Lobby" }
          ^
)"},
    {"a hint is empty", "pick = 2", "pick = 2\nhint = { nl = \"\" }",
     R"(set.toml:13:15: error: 'nl' is empty; write something between the quotes
  hint = { nl = "" }
                ^
)"},
    {"a hint is in a language alone", "pick = 2", "pick = 2\nhint = { en = \"Two\" }",
     R"(set.toml:13:8: error: 'hint' of question 1 has no 'nl'; add nl = "…"
  hint = { en = "Two" }
         ^
)"},
    {"the words of an option are a list", "nl = \"Zacht\"", "nl = [\"Zacht\"]",
     R"(set.toml:35:6: error: 'nl' is a list, not text; write nl = "…"
  nl = ["Zacht"]
       ^
)"},
    {"the words of an option are true", "nl = \"Zacht\"", "nl = true",
     R"(set.toml:35:6: error: 'nl' is true or false, not text; write nl = "…"
  nl = true
       ^
)"},
    {"a question may be picked less than none", "pick = 2", "pick = -1",
     R"(set.toml:12:8: error: 'pick' is -1; write a whole number from 1 to 2
  pick = -1
         ^
)"},
    {"the length is words", "longest_text = 100", "longest_text = \"100\"",
     R"(set.toml:42:16: error: 'longest_text' is text, not a whole number; write longest_text = 40
  longest_text = "100"
                 ^
)"},
    {"the length is a fraction", "longest_text = 100", "longest_text = 100.5",
     R"(set.toml:42:16: error: 'longest_text' is a number with a point, not a whole number; write longest_text = 40
  longest_text = 100.5
                 ^
)"},
    {"the order of themes is none", "pick = 2", "pick = 2\norder = \"random\"",
     R"(set.toml:13:9: error: 'order' is only for a choice; take the line out
  order = "random"
          ^
)"},
    {"the reason for a long question is empty", "pick = 2", "pick = 2\nlong_because = \"\"",
     R"(set.toml:13:16: error: 'long_because' is empty; write something between the quotes
  long_because = ""
                 ^
)"},
    {"the reason for a long question is no text", "pick = 2", "pick = 2\nlong_because = true",
     R"(set.toml:13:16: error: 'long_because' is true or false, not text; write long_because = "…"
  long_because = true
                 ^
)"},
    {"a question is of a kind that other programs have", "kind = \"themes\"", "kind = \"ranking\"",
     R"(set.toml:8:8: error: unknown kind 'ranking'; use one of: themes, dilemma, open, info, choice, scale, weigh
  kind = "ranking"
         ^
)"},
    {"the stage is empty", "stage = \"live\"", "stage = \"\"",
     R"(set.toml:2:9: error: 'stage' is empty; write something between the quotes
  stage = ""
          ^
)"},
    {"a language is written in capitals", "[\"nl\", \"en\"]", "[\"NL\", \"en\"]",
     R"(set.toml:3:14: error: 'NL' is not a language; write it as "nl"
  languages = ["NL", "en"]
               ^
)"},
    {"a language is empty", "[\"nl\", \"en\"]", "[\"nl\", \"\"]",
     R"(set.toml:3:20: error: '' is not a language; write languages as ["nl", "en"]
  languages = ["nl", ""]
                     ^
set.toml:4:25: error: the set has no language 'en'; add it to languages, or use one of: nl
  title = { nl = "Lobby", en = "Lobby" }
                          ^
set.toml:11:31: error: the set has no language 'en'; add it to languages, or use one of: nl
  text = { nl = "Wat is goed?", en = "What is good?" }
                                ^
)"},
    {"words are in capitals of a language", "nl = \"Zacht\"", "NL = \"Zacht\"",
     R"(set.toml:33:1: error: option 2 has no 'nl'; add nl = "…"
  [[question.option]]
  ^
set.toml:35:1: error: option 2 cannot have 'NL'; did you mean 'nl'?
  NL = "Zacht"
  ^
)"},
    {"a picture is named", "pick = 2", "pick = 2\npicture = \"hal.png\"",
     R"(set.toml:13:11: error: 'picture' is only for an info; take it out, or make an info of it: kind = "info"
  picture = "hal.png"
            ^
)"},
    {"two names are joined", "pick = 2", "keep.pick = 2",
     R"(set.toml:12:1: error: question 1 cannot have 'keep'; use one of: id, kind, tone, tag, text, hint, minutes, picture, option, long_because, pick, own_words, segment, longest_text, order
  keep.pick = 2
  ^
)"},
};

}  // namespace

TEST_CASE("an organiser who writes one thing for another is told where and what to do") {
  check_faults(sound_set, faults, [](const std::string& text) { return read_survey(text, "set.toml"); });
}

}  // namespace kiosk::survey::slips_test
