#include "kiosk/text/date.h"

#include <catch2/catch.hpp>

using namespace kiosk;

TEST_CASE("a time of day has four digits, in those of the language") {
  for (const char* language : {"nl", "en", "de", "fr", "tr", "uk"}) {
    INFO(language);
    CHECK(text::time_in(language, 0) == "00:00");
    CHECK(text::time_in(language, 8 * 60 + 30) == "08:30");
    CHECK(text::time_in(language, 23 * 60 + 59) == "23:59");
  }
  CHECK(text::time_in("ar", 8 * 60 + 30) == "\u0660\u0668:\u0663\u0660");
}

TEST_CASE("a day is the one that was meant, as people write it") {
  CHECK(text::date_in("nl", 20782) == "25 november 2026");
  CHECK(text::date_in("en", 20782) == "November 25, 2026");
}

TEST_CASE("a time of day is written for a language that nobody knows too") {
  CHECK(text::time_in("no language", 510) == "08:30");
}
