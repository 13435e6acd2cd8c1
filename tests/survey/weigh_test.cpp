#include <catch2/catch.hpp>

#include "kiosk/survey/reader.h"
#include "tests/survey/fault.h"

namespace kiosk::survey::weigh_test {
namespace {

/// Who somebody is, and points to divide over three interests.
const std::string case_to_weigh = R"(id = "prip"
languages = ["nl"]
title = { nl = "Casus" }

[[question]]
id = "group"
kind = "choice"
segment = true
tag = { nl = "Vooraf" }
text = { nl = "Bij welke groep hoort u?" }

[[question.option]]
id = "town"
nl = "Gemeente"

[[question.option]]
id = "water"
nl = "Waterschap"

[[question]]
id = "weigh"
kind = "weigh"
tag = { nl = "Wegen" }
text = { nl = "Wat weegt hier het zwaarst?" }
own_words = true

[[question.option]]
id = "homes"
nl = "Wonen"

[[question.option]]
id = "nature"
nl = "Natuur"

[[question.option]]
id = "roads"
nl = "Bereikbaar"
)";

const std::vector<Fault> faults{
    {"only two interests are left", R"(
[[question.option]]
id = "roads"
nl = "Bereikbaar"
)",
     "",
     R"(set.toml:22:8: error: the question has 2 options; a weigh needs 3 to 6 of [[question.option]]: the interests
  kind = "weigh"
         ^
)"},
    {"there are seven interests", R"(nl = "Bereikbaar")", R"(nl = "Bereikbaar"
[[question.option]]
id = "i4"
nl = "Vier"
[[question.option]]
id = "i5"
nl = "Vijf"
[[question.option]]
id = "i6"
nl = "Zes"
[[question.option]]
id = "i7"
nl = "Zeven")",
     R"(set.toml:22:8: error: the question has 7 options; a weigh needs 3 to 6 of [[question.option]]: the interests
  kind = "weigh"
         ^
)"},
    {"an interest is to be the last", R"(id = "roads")", "id = \"roads\"\nlast = true",
     R"(set.toml:37:8: error: 'last' is only for an option of themes or a choice; take the line out
  last = true
         ^
)"},
    {"a number of points is asked for", "own_words = true", "pick = 5",
     R"(set.toml:25:8: error: 'pick' is 5; write a whole number from 1 to 3
  pick = 5
         ^
set.toml:25:8: error: 'pick' is only for themes; take the line out
  pick = 5
         ^
)"},
    {"a group is asked for by a weigh", "own_words = true", "segment = true",
     R"(set.toml:25:11: error: 'segment' is only for a choice; take the line out, or write kind = "choice"
  segment = true
            ^
)"},
    {"a group can be written", "segment = true", "segment = true\nown_words = true",
     R"(set.toml:9:13: error: who writes which group they belong to can be known by it; take the line out: a group is chosen, never written
  own_words = true
              ^
)"},
    {"segment is a word", "segment = true", "segment = \"ja\"",
     R"(set.toml:8:11: error: 'segment' is text, not true or false; write segment = true
  segment = "ja"
            ^
)"},
    {"the group is asked for twice", "kind = \"weigh\"\ntag = { nl = \"Wegen\" }", R"(kind = "choice"
segment = true
tag = { nl = "Wegen" })",
     R"(set.toml:20:1: error: the group of the visitor is asked for a second time; keep segment = true on one question: an answer carries one group
  [[question]]
  ^
set.toml:26:13: error: who writes which group they belong to can be known by it; take the line out: a group is chosen, never written
  own_words = true
              ^
)"},
};

const std::string hour = R"(id = "hour"
languages = ["nl"]
title = { nl = "Uur" }

[[question]]
id = "case"
kind = "info"
minutes = 5
tag = { nl = "Casus" }
title = { nl = "Een dijk" }
text = { nl = "Hij moet hoger." }

[[question]]
id = "group"
kind = "choice"
segment = true
tag = { nl = "Vooraf" }
text = { nl = "Bij welke groep hoort u?" }

[[question.option]]
id = "town"
nl = "Gemeente"

[[question.option]]
id = "water"
nl = "Waterschap"

[[question]]
id = "advice"
kind = "open"
minutes = 10
tag = { nl = "Advies" }
text = { nl = "Wat raadt u aan?" }
)";

const std::vector<Fault> hour_faults{
    {"a step has no minutes", "minutes = 10\n", "",
     R"(set.toml:28:1: error: question 3 has no minutes, and others have; write minutes = … here too, or take all of them out
  [[question]]
  ^
)"},
    {"the group has minutes", "segment = true", "segment = true\nminutes = 2",
     R"(set.toml:13:1: error: the group of the visitor is asked at every question, not at a time of its own; take its minutes out
  [[question]]
  ^
)"},
    {"a step takes no time", "minutes = 10", "minutes = 0",
     R"(set.toml:31:11: error: 'minutes' is 0 min; write a whole number from 1 to 120 min
  minutes = 0
            ^
)"},
    {"a step takes a day", "minutes = 10", "minutes = 1440",
     R"(set.toml:31:11: error: 'minutes' is 1440 min; write a whole number from 1 to 120 min
  minutes = 1440
            ^
)"},
    {"minutes are words", "minutes = 10", "minutes = \"tien\"",
     R"(set.toml:31:11: error: 'minutes' is text, not a whole number; write minutes = 1
  minutes = "tien"
            ^
)"},
};

}  // namespace

TEST_CASE("a work form has a time for each of its steps, or is told whole what is wrong with them") {
  const auto survey = read_survey(hour, "set.toml");
  REQUIRE(survey);
  CHECK(phases_of(*survey) == std::vector<std::size_t>{0, 2});
  check_faults(hour, hour_faults, [](const std::string& text) { return read_survey(text, "set.toml"); });
}

TEST_CASE("interests to weigh and a group to belong to are read, or told whole what is wrong with them") {
  const auto survey = read_survey(case_to_weigh, "set.toml");
  REQUIRE(survey);
  CHECK(segment_question(*survey) == std::size_t{0});
  const Question& weigh = survey->questions[1];
  CHECK(weigh.kind == Kind::weigh);
  CHECK(weigh.options.size() == 3);
  CHECK(weigh.own_words);
  CHECK_FALSE(weigh.fixed_order);
  check_faults(case_to_weigh, faults, [](const std::string& text) { return read_survey(text, "set.toml"); });
}

TEST_CASE("points are counted, and the interests that got any are those that were chosen") {
  CHECK(given_in({4, 0, 6}) == 10);
  CHECK(options_with({4, 0, 6}) == 0b101);
  CHECK(options_with({}) == 0);
}

}  // namespace kiosk::survey::weigh_test
