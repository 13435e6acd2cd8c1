#include <catch2/catch.hpp>
#include <string>

#include "kiosk/survey/reader.h"
#include "tests/survey/fault.h"
#include "tests/survey/sound_set.h"

namespace kiosk::survey::syntax_faults_test {
namespace {

const std::vector<Fault> faults{
    {"a text is not closed and the file ends", "longest_text = 100\n", "longest_text = 100\nwhy = \"",
     R"(set.toml:43:8: error: the text does not end on this line; close it with the quote that it began with
  why = "
         ^
)"},
    {"an equals sign is missing", "pick = 2", "pick 2",
     R"(set.toml:12:6: error: syntax error in key-value pair: expected '=', saw '2'; mend it here or on the line before
  pick 2
       ^
)"},
    {"a value is missing", "pick = 2", "pick =",
     R"(set.toml:12:7: error: syntax error in key-value pair: expected value, saw '\n'; mend it here or on the line before
  pick =
        ^
)"},
    {"a comma stands where a point should", "pick = 2", "pick = 2,5",
     R"(set.toml:12:9: error: syntax error in key-value pair: expected a comment or whitespace, saw ','; mend it here or on the line before
  pick = 2,5
          ^
)"},
    {"a word stands without quotes", "id = \"keep\"", "id = keep",
     R"(set.toml:7:6: error: this is no value; put words between straight quotes: "…"; numbers, true and false go without
  id = keep
       ^
)"},
    {"the quotes are those of a text processor", "nl = \"Zacht\"", "nl = “Zacht”",
     R"(set.toml:35:6: error: these are the quotes of a text processor; write straight ones: "…"
  nl = “Zacht”
       ^
)"},
    {"a backslash is no escape", "nl = \"Zacht\"", "nl = \"Zacht\\q\"",
     R"(set.toml:35:13: error: syntax error in string: unknown escape sequence '\q'; mend it here or on the line before
  nl = "Zacht\q"
              ^
)"},
    {"a name has a space", "own_words = true", "own words = true",
     R"(set.toml:13:5: error: syntax error in key-value pair: expected '=', saw 'w'; mend it here or on the line before
  own words = true
      ^
)"},
    {"a bracket is missing", "languages = [\"nl\", \"en\"]", "languages = [\"nl\", \"en\"",
     R"(set.toml:4:1: error: syntax error in array: expected comma or closing ']', saw 't'; mend it here or on the line before
  title = { nl = "Lobby", en = "Lobby" }
  ^
)"},
    {"a brace is missing", "text = { nl = \"Licht\" }", "text = { nl = \"Licht\"",
     R"(set.toml:27:22: error: syntax error in inline table: expected key or closing '}', saw '\n'; mend it here or on the line before
  text = { nl = "Licht"
                       ^
)"},
    {"true is written otherwise", "own_words = true", "own_words = True",
     R"(set.toml:13:13: error: this is no value; write true or false, in small letters
  own_words = True
              ^
)"},
    {"yes is written in Dutch", "own_words = true", "own_words = ja",
     R"(set.toml:13:13: error: this is no value; put words between straight quotes: "…"; numbers, true and false go without
  own_words = ja
              ^
)"},
    {"a sign that nobody sees is in a name", "pick = 2", "pick\u200B = 2",
     R"(set.toml:12:5: error: syntax error in key: expected space or tab, saw '\u200B'; mend it here or on the line before
  pick)"
     "\u200B"
     R"( = 2
      ^
)"},
    {"a name is written twice in a question", "pick = 2", "pick = 2\npick = 2",
     R"(set.toml:13:8: error: 'pick' is there twice; take one of them out
  pick = 2
         ^
)"},
    {"a question has one pair of brackets", "[[question]]\nid = \"more\"", "[question]\nid = \"more\"",
     R"(set.toml:37:1: error: 'question' is a list; write two brackets: [[question]]
  [question]
  ^
)"},
    {"a name that has a value is a table too", "[[question]]\nid = \"light\"",
     "[stage]\nnl = \"live\"\n\n[[question]]\nid = \"light\"",
     R"(set.toml:23:1: error: 'stage' is there twice; take one of them out
  [stage]
  ^
)"},
    {"so many may be picked that the number is none", "pick = 2", "pick = 99999999999999999999",
     R"(set.toml:12:28: error: syntax error in decimal integer: '99999999999999999999' is not representable in 64 bits; mend it here or on the line before
  pick = 99999999999999999999
                             ^
)"},
    {"it is JSON", "id = \"lobby\"\n", "{ \"id\": \"lobby\" }\n",
     R"(set.toml:1:1: error: syntax error in root table: expected keys, tables, whitespace or comments, saw '{'; mend it here or on the line before
  { "id": "lobby" }
  ^
)"},
    {"a heading is left over", "[[question]]\nid = \"more\"",
     "# Vraag 3\nVraag 3\n[[question]]\nid = \"more\"",
     R"(set.toml:38:7: error: syntax error in key-value pair: expected '=', saw '3'; mend it here or on the line before
  Vraag 3
        ^
)"},
};

}  // namespace

TEST_CASE("an organiser who slips in how a file is written is told in plain words where and what to do") {
  check_faults(sound_set, faults, [](const std::string& text) { return read_survey(text, "set.toml"); });
}

}  // namespace kiosk::survey::syntax_faults_test
