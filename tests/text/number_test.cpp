#include "kiosk/text/number.h"

#include <catch2/catch.hpp>

#include "kiosk/text/runs.h"

using namespace kiosk;

TEST_CASE("a thousand is written as a reader of the language writes it") {
  struct Case {
    const char* language;
    const char* written;
  };
  for (const Case& one :
       {Case{"nl", "1.234"}, Case{"en", "1,234"}, Case{"de", "1.234"}, Case{"fr", "1\u202F234"},
        Case{"tr", "1.234"}, Case{"uk", "1\u00A0234"}, Case{"ar", "\u0661\u066C\u0662\u0663\u0664"}}) {
    INFO(one.language);
    CHECK(text::number_in(one.language, 1234) == one.written);
  }
  CHECK(text::number_in("nl", 1234567) == "1.234.567");
}

TEST_CASE("a number below a thousand has nothing between its digits") {
  for (const char* language : {"nl", "en", "de", "fr", "tr", "uk"}) {
    CHECK(text::number_in(language, 0) == "0");
    CHECK(text::number_in(language, 280) == "280");
  }
  CHECK(text::number_in("ar", 280) == "\u0662\u0668\u0660");
}

TEST_CASE("an average has one digit behind the point, also where that is a zero") {
  CHECK(text::tenths_in("nl", 3.24) == "3,2");
  CHECK(text::tenths_in("en", 3.25001) == "3.3");
  CHECK(text::tenths_in("en", 10) == "10.0");
  CHECK(text::tenths_in("ar", 0.5) == "\u0660\u066B\u0665");
}

TEST_CASE("a number is written for a language that nobody knows too") {
  CHECK_FALSE(text::number_in("", 12).empty());
  CHECK_FALSE(text::number_in("no language", 12).empty());
  CHECK_FALSE(text::tenths_in("no language", 1.5).empty());
}

TEST_CASE("Arabic digits read as Arabic, also where a Latin letter stands before them") {
  using text::Direction;
  const Direction rtl = Direction::right_to_left;
  CHECK(text::direction_of_words("\u0664\u0665\u066A", rtl) == rtl);
  CHECK(text::direction_of_words("A \u0664\u0665\u066A", rtl) == rtl);
  CHECK(text::direction_of_words("A 45%", rtl) == Direction::left_to_right);
}
