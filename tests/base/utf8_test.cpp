#include "kiosk/base/utf8.h"

#include <catch2/catch.hpp>
#include <string>

using namespace kiosk;

TEST_CASE("text that is not UTF-8 is known as such") {
  struct Case {
    const char* what;
    std::string bytes;
    bool valid;
  };
  for (const Case& one : {
           Case{"nothing", "", true},
           Case{"ASCII", "ja", true},
           Case{"two bytes", "\xC3\xA9", true},
           Case{"three bytes", "\xE2\x82\xAC", true},
           Case{"the last before the surrogates", "\xED\x9F\xBF", true},
           Case{"four bytes", "\xF0\x9F\x98\x80", true},
           Case{"the last of all", "\xF4\x8F\xBF\xBF", true},
           Case{"a continuation alone", "\x80", false},
           Case{"two bytes, cut", "\xC3", false},
           Case{"four bytes, cut", "\xF0\x9F\x98", false},
           Case{"a continuation missing", "\xE2\x82z", false},
           Case{"a slash in two bytes", "\xC0\xAF", false},
           Case{"a slash in three bytes", "\xE0\x80\xAF", false},
           Case{"four bytes for three", "\xF0\x80\x82\xAC", false},
           Case{"a surrogate", "\xED\xA0\x80", false},
           Case{"above U+10FFFF", "\xF4\x90\x80\x80", false},
           Case{"a byte that never occurs", "\xFF", false},
       }) {
    INFO(one.what);
    CHECK(utf8::valid(one.bytes) == one.valid);
  }
}

TEST_CASE("text is counted and cut in code points") {
  const std::string words = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
  CHECK(utf8::length(words) == 4);
  CHECK(utf8::first(words, 0).empty());
  CHECK(utf8::first(words, 2) == "a\xC3\xA9");
  CHECK(utf8::first(words, 3) == "a\xC3\xA9\xE2\x82\xAC");
  CHECK(utf8::first(words, 4) == words);
  CHECK(utf8::first(words, 9) == words);
}
