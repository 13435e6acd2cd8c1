#include <catch2/catch.hpp>

#include "kiosk/survey/reader.h"
#include "tests/survey/fault.h"

namespace kiosk::survey::choice_test {
namespace {

const std::string choice_and_scale = R"(id = "hall"
languages = ["nl"]
title = { nl = "Hal" }

[[question]]
id = "who"
kind = "choice"
tag = { nl = "Vooraf" }
text = { nl = "Met welke pet op bent u hier?" }

[[question.option]]
id = "town"
nl = "Gemeente"

[[question.option]]
id = "else"
nl = "Iets anders"
last = true

[[question]]
id = "trust"
kind = "scale"
tag = { nl = "Stelling" }
text = { nl = "Ik voel mij gehoord." }
own_words = true

[[question.option]]
id = "p1"
nl = "Helemaal oneens"

[[question.option]]
id = "p2"
nl = "Oneens"

[[question.option]]
id = "p3"
nl = "Neutraal"

[[question.option]]
id = "p4"
nl = "Eens"

[[question.option]]
id = "p5"
nl = "Helemaal eens"
)";

const std::vector<Fault> faults{
    {"a scale has six points", "[[question.option]]\nid = \"p5\"", R"([[question.option]]
id = "p6"
nl = "Zes"

[[question.option]]
id = "p5")",
     R"(set.toml:22:8: error: the question has 6 options; a scale needs 5 or 7 of [[question.option]], from one end to the other
  kind = "scale"
         ^
)"},
    {"a choice has one option", "[[question.option]]\nid = \"else\"\nnl = \"Iets anders\"\nlast = true\n", "",
     R"(set.toml:7:8: error: the question has 1 option; a choice needs 2 to 12 of [[question.option]]
  kind = "choice"
         ^
)"},
    {"several of a choice may be picked", R"(kind = "choice")", "kind = \"choice\"\npick = 2",
     R"(set.toml:8:8: error: 'pick' is only for themes; take the line out
  pick = 2
         ^
)"},
    {"the order of a choice is none", R"(kind = "choice")", "kind = \"choice\"\norder = \"fixt\"",
     R"(set.toml:8:9: error: unknown order 'fixt'; use one of: random, fixed
  order = "fixt"
          ^
)"},
    {"a scale is put in an order", R"(kind = "scale")", "kind = \"scale\"\norder = \"fixed\"",
     R"(set.toml:23:9: error: 'order' is only for a choice; take the line out
  order = "fixed"
          ^
)"},
    {"a point of a scale is to come last", R"(nl = "Neutraal")", "nl = \"Neutraal\"\nlast = true",
     R"(set.toml:38:8: error: 'last' is only for an option of themes or a choice; take the line out
  last = true
         ^
)"},
};

Survey read(const std::string& text) {
  auto set = read_survey(text, "set.toml");
  REQUIRE(set);
  return std::move(*set);
}

}  // namespace

TEST_CASE("a choice and a scale are read, or refused with what to do") {
  check_faults(choice_and_scale, faults,
               [](const std::string& text) { return read_survey(text, "set.toml"); });
  const Survey set = read(choice_and_scale);
  CHECK(takes_one(set.questions[0]));
  CHECK_FALSE(can_explain(set.questions[0]));
  CHECK(takes_one(set.questions[1]));
  CHECK(can_explain(set.questions[1]));
}

TEST_CASE("a scale begins at either end, half of the time at each, and is never shuffled") {
  const Survey set = read(choice_and_scale);
  CHECK(order_of(set.questions[1], 4) == Order{0, 1, 2, 3, 4});
  CHECK(order_of(set.questions[1], 7) == Order{4, 3, 2, 1, 0});
}

TEST_CASE("\"something else\" comes last, whatever the order of the rest") {
  const std::string more = R"([[question.option]]
id = "state"
nl = "Rijk"

[[question.option]]
id = "else")";
  const Survey set = read(changed(choice_and_scale, "[[question.option]]\nid = \"else\"", more));
  int town_first = 0;
  for (std::uint64_t luck = 0; luck < 6; ++luck) {
    const Order order = order_of(set.questions[0], luck);
    CHECK(order.back() == 2);
    town_first += order.front() == 0 ? 1 : 0;
  }
  CHECK(town_first == 3);
}

TEST_CASE("options in a fixed order are shown as the organiser wrote them") {
  const Survey set =
      read(changed(choice_and_scale, "kind = \"choice\"", "kind = \"choice\"\norder = \"fixed\""));
  for (std::uint64_t luck = 0; luck < 6; ++luck) CHECK(order_of(set.questions[0], luck) == Order{0, 1});
}

}  // namespace kiosk::survey::choice_test
