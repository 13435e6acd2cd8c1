#include "kiosk/survey/toml_document.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/survey/fault.h"

namespace kiosk::survey::toml_document_test {

namespace {

std::string told_of(const std::string& text) {
  const auto table = parse_toml(text, "set.toml");
  return table ? "nothing" : describe(table.error());
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a file that is far too large is not read at all") {
  CHECK(told_of(repeated("#", 256 * 1024)) == "nothing");
  CHECK(told_of(repeated("#", 256 * 1024 + 1)) ==
        "set.toml: error: the file holds more than 256 KiB; split it, or see whether it is the right file\n");
}

TEST_CASE("a file made to break the reader is told so, wherever its brackets and dots are") {
  const std::string told = "this nests deeper than 16 levels; take out some of the brackets or dots\n";
  for (const std::string& text :
       {repeated("a.", 100000) + "a = 1", "[" + repeated("a.", 100000) + "a]", "a = " + repeated("[", 100000),
        "a = " + repeated("{ a = ", 40000), "a = [ # ]\n" + repeated("[ ", 50000),
        "'a'." + repeated("b.", 90000) + "c = 1"}) {
    CHECK_THAT(told_of(text), Catch::Contains(told));
  }
}

TEST_CASE("dots and brackets inside texts and remarks are no nesting") {
  for (const std::string& text :
       {"a = \"" + repeated("[.", 50) + "\"", "a = '" + repeated("{.", 50) + "'",
        "a = \"\"\"\n" + repeated("[.\n", 50) + "\"\"\"", "a = \"\\\"" + repeated("[", 50) + "\"",
        "a = 1 # " + repeated("[.", 50), repeated("# [.\n", 50)}) {
    CHECK(told_of(text) == "nothing");
  }
}

TEST_CASE("columns are counted in characters, as an editor does") {
  CHECK(told_of("\"één\" = \"zoëven\" x\n") ==
        "set.toml:1:18: error: syntax error in key-value pair: expected a comment or whitespace, saw 'x'; "
        "mend it "
        "here or on the line before\n"
        "  \"één\" = \"zoëven\" x\n"
        "                   ^\n");
}

TEST_CASE("a mark at the start and line ends of another system change no place") {
  CHECK(
      told_of("\xEF\xBB\xBFtitle = \"a\"\r\nid = 'é\r\n") ==
      "set.toml:2:8: error: the text does not end on this line; close it with the quote that it began with\n"
      "  id = 'é\n"
      "         ^\n");
  CHECK(told_of("\xEF\xBB\xBFid = \"\xE9\"") ==
        "set.toml:1:7: error: this is not UTF-8; save the file again with the encoding UTF-8, and see that "
        "letters "
        "with accents are right\n"
        "  id = \"\uFFFD\n"
        "        ^\n");
}

TEST_CASE("invisible characters in a wrong line are shown, so that the line reads as it is") {
  CHECK(told_of("a = 1 # \xE2\x80\xAEtxet\na = 2\n").find("\xE2\x80\xAE") == std::string::npos);
  CHECK(told_of("a = \"\xE2\x80\xAEtxet\" x\n") ==
        "set.toml:1:13: error: syntax error in key-value pair: expected a comment or whitespace, saw 'x'; "
        "mend it "
        "here or on the line before\n"
        "  a = \"\uFFFDtxet\" x\n"
        "              ^\n");
}

TEST_CASE("a word that is nearly right brings the right one to mind, another word brings all") {
  const std::vector<std::string> known{"themes", "dilemma", "open"};
  CHECK(did_you_mean("theems", known) == "did you mean 'themes'?");
  CHECK(did_you_mean("dilema", known) == "did you mean 'dilemma'?");
  CHECK(did_you_mean("opn", known) == "did you mean 'open'?");
  CHECK(did_you_mean("onep", known) == "use one of: themes, dilemma, open");
  CHECK(did_you_mean("", known) == "use one of: themes, dilemma, open");
  CHECK(did_you_mean(std::string(100000, 'o'), known) == "use one of: themes, dilemma, open");
}

}  // namespace kiosk::survey::toml_document_test
