#include "kiosk/batch/jsonl.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "kiosk/batch/verify.h"
#include "tests/batch/given.h"

using namespace kiosk;
using namespace kiosk::batch;
using namespace kiosk::batch::given;

TEST_CASE("a program reads what a batch is, an answer a line by ids, and a closing line that proves it") {
  const std::string file = file_of(batch_format, {choice_row(), dont_know_row()});
  const std::string before_closing =
      R"({"format":"kiosk-batch","version":1,"station":"UTR-01","key":")" + hex(station_key().public_key()) +
      R"(","batch":"abababababababababababababababab","set":"small","hash":"cafe","from":"2026-11-23","to":"2026-11-24","answers":2,"source":"id = \"small\"\u000a"})"
      "\n"
      R"({"question":"keep","kind":"choice","chosen":["fast","near"],"shown":["near","fast","open"],"language":"nl","day":"2026-11-23"})"
      "\n"
      R"({"question":"keep","kind":"dont_know","reason":"both","shown":["near","fast","open"],"language":"nl","day":"2026-11-23","part":"morning","flags":["hasty","burst"]})"
      "\n";
  REQUIRE(file.substr(0, before_closing.size()) == before_closing);
  const auto closing = nlohmann::ordered_json::parse(file.substr(before_closing.size()));
  CHECK(closing.dump().find(R"({"end":true,"count":2,"hash":")" + hex(digest_of(before_closing))) == 0);
  CHECK(closing["signature"].get<std::string>().size() == 128);
}

TEST_CASE("a batch of a station that keeps no days tells none") {
  Head head = some_head();
  head.from = head.to = {};
  CHECK(batch_opening(head).find("from") == std::string::npos);
  Row row = choice_row();
  row.day = {};
  std::string line;
  add_line(line, row);
  CHECK(line.find("day") == std::string::npos);
}

TEST_CASE("words come out of the file exactly as they were written") {
  std::string every_byte_below_128;
  for (char byte = 0; byte < 127; ++byte) every_byte_below_128 += byte;
  for (const std::string& words : {std::string{"=1+1"}, std::string{"een \"citaat\" \\ en\r\nmeer"},
                                   std::string{"caf\xC3\xA9 \xF0\x9F\x98\x80"}, every_byte_below_128}) {
    std::string line;
    add_line(line, words_row(words));
    REQUIRE(line.find('\n') == line.size() - 1);
    CHECK(nlohmann::json::parse(line)["words"] == words);
    CHECK(nlohmann::json::parse(line)["state"] == "unread");
  }
}

TEST_CASE("a batch that somebody signed with another key than it names is not good") {
  const tests::TempFolder folder;
  const auto forger = SigningKey::open_or_make(folder / "key");
  std::string text = batch_opening(some_head());
  add_line(text, choice_row());
  CHECK(verify(sealed(text, 1)).kind == Verdict::Kind::good);
  CHECK(verify(sealed(text, 1, *forger)).kind == Verdict::Kind::altered);
}

TEST_CASE("a signature of a batch cannot be put under its texts") {
  const std::string texts = texts_opening(some_head());
  const std::string batch = sealed(batch_opening(some_head()), 0);
  CHECK(verify(texts + batch.substr(batch.rfind("{\"end\""))).kind == Verdict::Kind::altered);
}
