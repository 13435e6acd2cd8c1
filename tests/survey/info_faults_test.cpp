#include <catch2/catch.hpp>
#include <string>

#include "kiosk/survey/reader.h"
#include "tests/survey/fault.h"
#include "tests/survey/sound_set.h"

namespace kiosk::survey {
namespace {

// Line 44 is where the info begins.
const std::string sound_set_with_info = sound_set + R"(
[[question]]
id = "news"
kind = "info"
tag = { nl = "Nieuws" }
title = { nl = "De balie verhuist" }
text = { nl = "In mei." }
)";

/// So many words, in one text.
std::string words(int count) {
  std::string text = "een";
  for (int i = 1; i < count; ++i) text += " en";
  return text;
}

const std::vector<Fault> faults{
    {"it has no title", R"(title = { nl = "De balie verhuist" })", "",
     R"(set.toml:44:1: error: question 4 has no 'title'; add title = { nl = "…" }
  [[question]]
  ^
)"},
    {"it has no text", R"(text = { nl = "In mei." })", "",
     R"(set.toml:44:1: error: question 4 has no 'text'; add text = { nl = "…" }
  [[question]]
  ^
)"},
    {"it has more words than anyone reads", R"("In mei.")", "\"" + words(61) + "\"",
     "set.toml:49:8: error: the text has 61 words in 'nl'; keep it to 60: nobody reads more while passing "
     "by\n  text = { nl = \"" +
         words(61) + "\" }\n         ^\n"},
    {"it has something to choose from", R"(text = { nl = "In mei." })", R"(text = { nl = "In mei." }

[[question.option]]
id = "yes"
nl = "Ja")",
     R"(set.toml:46:8: error: the question has 1 option; an info asks nothing: take them out, or write kind = "themes"
  kind = "info"
         ^
)"},
    {"it has a text to write", R"(text = { nl = "In mei." })",
     "text = { nl = \"In mei.\" }\nlongest_text = 80",
     R"(set.toml:50:16: error: an info has no text to write; take the line out
  longest_text = 80
                 ^
)"},
    {"it has a hint, as a question has", R"(title = { nl = "De balie verhuist" })",
     R"(hint = { nl = "Lees mee." }
title = { nl = "De balie verhuist" })",
     R"(set.toml:48:1: error: question 4 cannot have 'hint'; use one of: id, kind, tone, tag, title, text, minutes, option, long_because, pick, own_words, segment, longest_text, order
  hint = { nl = "Lees mee." }
  ^
)"},
};

}  // namespace

TEST_CASE("a mistake in what a set only tells is told, with its place and what to do") {
  check_faults(sound_set_with_info, faults,
               [](const std::string& text) { return read_survey(text, "set.toml"); });
}

TEST_CASE("sixty words are not too many") {
  const auto set =
      read_survey(changed(sound_set_with_info, R"("In mei.")", "\"" + words(60) + "\""), "set.toml");
  CHECK(static_cast<bool>(set));
}

TEST_CASE("a set that only tells is refused: nobody could answer") {
  const auto set = read_survey(sound_head + R"([[question]]
id = "news"
kind = "info"
tag = { nl = "Nieuws" }
title = { nl = "De balie verhuist" }
text = { nl = "In mei." }
)",
                               "set.toml");
  REQUIRE_FALSE(set);
  CHECK(describe(set.error()) ==
        "set.toml: error: the set only tells and asks nothing; add a [[question]] of another kind than "
        "info\n");
}

}  // namespace kiosk::survey
