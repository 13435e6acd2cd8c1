#include <catch2/catch.hpp>

#include "kiosk/base/utf8.h"
#include "kiosk/text/letters.h"
#include "kiosk/text/paragraph.h"
#include "kiosk/text/runs.h"

using namespace kiosk;

namespace {

int letters(std::string_view line) { return static_cast<int>(utf8::length(line)); }

std::string broken(std::string_view words, int width,
                   text::LongWord long_word = text::LongWord::stays_whole) {
  std::string lines;
  for (const text::Line& line : text::break_into_lines(words, width, "nl", letters, long_word).lines) {
    lines += line.text + "|";
  }
  return lines;
}

}  // namespace

TEST_CASE("text breaks where a reader of Dutch expects it") {
  CHECK(broken("een twee drie", 8) == "een twee|drie|");
  CHECK(broken("omgevings\u00ADwet", 12) == "omgevingswet|");
  CHECK(broken("omgevings\u00ADwet", 10) == "omgevings-|wet|");
  CHECK(broken("de omgevings\u00ADwet", 13) == "de|omgevingswet|");  // whole, as it fits on a line of its own
  CHECK(broken("de omgevings\u00ADwet", 11) == "de|omgevings-|wet|");
  CHECK(broken("een\u00A0twee drie", 9) == "een\u00A0twee|drie|");
  CHECK(broken("een\ntwee", 20) == "een|twee|");
  CHECK(broken("", 8).empty());
}

TEST_CASE("a word wider than its line is told, or cut where a visitor wrote it") {
  CHECK(broken("abcdefgh ij", 4) == "abcdefgh|ij|");
  CHECK_FALSE(text::break_into_lines("abcdefgh ij", 4, "nl", letters).fits);
  CHECK(broken("abcdefgh ij", 4, text::LongWord::is_cut) == "abcd|efgh|ij|");
}

TEST_CASE("letters are what people count") {
  CHECK(text::capitals("i\u00EB", "nl") == "I\u00CB");
  CHECK(text::capitals("i", "tr") == "\u0130");
  CHECK(text::last_letter_bytes("e\u0301") == 3);
  CHECK(text::last_letter_bytes("") == 0);
  CHECK(text::last_letter_bytes("\u0628\u064E") == 4);  // a letter and its vowel sign: one press of backspace
  CHECK(text::last_letter_bytes("\u0644\u0627") == 2);  // lam and alef are two letters, also from one key
  CHECK(text::last_letter_bytes("\u0627\u0654") == 4);  // alef with hamza above
  CHECK(text::capitals("\u0131", "tr") == "I");
  CHECK(text::capitals("i", "uk") == "I");
  CHECK(text::capitals("\u0491", "uk") == "\u0490");
  CHECK(text::capitals("\u00DF", "de") == "SS");
  CHECK(text::capitals("\u0644\u0627", "ar") == "\u0644\u0627");
}

TEST_CASE("a line in two directions comes out as it stands on screen") {
  const auto runs = text::runs("\u0633\u0644\u0627\u0645 2026", text::Direction::right_to_left);
  REQUIRE(runs.size() == 2);
  CHECK(runs[0].text == "2026");
  CHECK(runs[1].script == "Arab");
}

TEST_CASE("a paragraph reads in the direction of its screen, unless it is in another writing altogether") {
  using text::Direction;
  constexpr auto ltr = Direction::left_to_right;
  constexpr auto rtl = Direction::right_to_left;
  struct Row {
    const char* words;
    Direction screen;
    Direction reads;
  };
  const Row rows[] = {
      {"\u0628\u0639\u062F 5 \u062B\u0648\u0627\u0646.", rtl, rtl},
      {"SDL \u062B\u0648\u0627\u0646", rtl, rtl},  // begins with a Latin word
      {"Vraag 4 van 6", rtl, ltr},                 // a question that exists in Dutch only
      {"4", rtl, rtl},
      {"", rtl, rtl},
      {"Vraag 4 van 6", ltr, ltr},
      {"\u062B\u0648\u0627\u0646", ltr, rtl},  // the Arabic name in a list of languages
      {"zeg \u062B\u0648\u0627\u0646", ltr, ltr},
      {"4", ltr, ltr},
  };
  for (const Row& row : rows) {
    INFO(row.words);
    CHECK(text::direction_of_words(row.words, row.screen) == row.reads);
  }
}

TEST_CASE("no short remainder stands alone on the last line, and no line or cut is added for that") {
  const auto evenly = [](std::string_view words, int width) {
    std::string lines;
    for (const text::Line& line : text::break_evenly(words, width, "nl", letters).lines) {
      lines += line.text + "|";
    }
    return lines;
  };
  CHECK(broken("Tik er eerst een uit.", 18) == "Tik er eerst een|uit.|");
  CHECK(evenly("Tik er eerst een uit.", 18) == "Tik er eerst|een uit.|");
  CHECK(evenly("een twee drie vier", 9) == "een twee|drie vier|");
  CHECK(evenly("een twee drie vier", 40) == "een twee drie vier|");
  CHECK(evenly("aaaaaaaaaa bb", 11) == "aaaaaaaaaa|bb|");                  // there is nothing to give
  CHECK(evenly("om\u00ADgevings\u00ADwet na", 13) == "omgevingswet|na|");  // rather than a word cut
  CHECK(evenly("", 8).empty());
}
