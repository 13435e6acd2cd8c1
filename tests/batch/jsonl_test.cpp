#include "kiosk/batch/jsonl.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/batch/given.h"

using namespace kiosk;
using namespace kiosk::batch;
using namespace kiosk::batch::given;

TEST_CASE("a program reads a header, an answer a line by ids, and a closing line") {
  Row dont_know = choice_row();
  dont_know.kind = Row::Kind::dont_know;
  dont_know.chosen = {};
  const std::string file = file_of(jsonl, {choice_row(), dont_know, words_row("Meer groen")});
  const std::string before_closing =
      R"({"format":"kiosk-feedback","version":1,"station":"UTR-01","sets":[{"set":"small","hash":"cafe"}]})"
      "\n"
      R"({"question":"keep","kind":"choice","chosen":["fast","near"],"dont_know":false,"shown":["near","fast","open"],"language":"nl","day":"2026-11-23","hash":"cafe"})"
      "\n"
      R"({"question":"keep","kind":"dont_know","chosen":[],"dont_know":true,"shown":["near","fast","open"],"language":"nl","day":"2026-11-23","hash":"cafe"})"
      "\n"
      R"({"question":"keep","kind":"words","words":"Meer groen","language":"nl","day":"2026-11-23","hash":"cafe"})"
      "\n";
  Hasher hasher;
  hasher.take(before_closing);
  CHECK(file == before_closing + R"({"end":true,"count":3,"hash":")" + hex(hasher.so_far()) + "\"}\n");
}

TEST_CASE("words come out of the file exactly as they were written") {
  std::string every_byte_below_128;
  for (char byte = 0; byte < 127; ++byte) every_byte_below_128 += byte;
  for (const std::string& words : {std::string{"=1+1"}, std::string{"een \"citaat\" \\ en\r\nmeer"},
                                   std::string{"caf\xC3\xA9 \xF0\x9F\x98\x80"}, every_byte_below_128}) {
    std::string line;
    jsonl.add(line, some_origin(), words_row(words));
    REQUIRE(line.find('\n') == line.size() - 1);
    CHECK(nlohmann::json::parse(line)["words"] == words);
  }
}
