#include "kiosk/store/record.h"

#include <catch2/catch.hpp>
#include <string>

#include "kiosk/base/digest.h"
#include "kiosk/store/words.h"

namespace kiosk::record_test {

using namespace kiosk;
using namespace kiosk::store;

namespace {

constexpr TagKey key{1, 2, 3};

Choice some_choice() {
  Choice choice;
  choice.id.fill(0xAA);
  choice.outcome = Outcome::dont_know;
  choice.question = 0x0102;
  choice.given.when = {0x0304, DayPart::evening};
  choice.given.flags = 0x1920;
  choice.reason = survey::Reason::other;
  choice.language = "zh-Hant";
  choice.options = 0x0708090A0B0C0D0EULL;
  choice.segment = 7;
  choice.order = 0x1112131415161718ULL;
  return choice;
}

OwnWords some_words() {
  OwnWords text;
  text.id.fill(0xBB);
  text.set.fill(0xCC);
  text.question = 0x0102;
  text.given = {{0x0304, DayPart::evening}, 0x1920};
  text.language = "zh-Hant";
  text.state = TextState::hidden;
  text.reason = TextReason::abuse;
  text.words = "d\xC3\xA9";
  return text;
}

/// Gives wrong bytes the tag they ought to have: what is refused then is refused for what it says.
void tag_again(Record& record) {
  const auto tag = tag_of(std::span{record}.first(56), key);
  std::copy(tag.begin(), tag.end(), record.begin() + 56);
}

}  // namespace

TEST_CASE("an answer stands on disk as drawn") {
  const std::string drawn =
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      "02"
      "02"
      "0201"
      "0403"
      "03"
      "04"
      "7a682d48616e7400"
      "0e0d0c0b0a090807"
      "1817161514131211"
      "2019"
      "000000"
      "07"
      "0000";
  const Record record = encode(some_choice(), key);
  CHECK(hex(record).substr(0, 112) == drawn);
  CHECK(hex(record).substr(112) == hex(tag_of(std::span{record}.first(56), key)));
  const auto back = decode(record, key);
  REQUIRE(back);
  CHECK(*back == some_choice());
}

TEST_CASE("a record with any one bit turned is not an answer") {
  const Record record = encode(some_choice(), key);
  for (std::size_t bit = 0; bit < 8 * record.size(); ++bit) {
    Record turned = record;
    turned[bit / 8] ^= static_cast<unsigned char>(1U << (bit % 8));
    CHECK_FALSE(decode(turned, key));
  }
}

TEST_CASE("a record that means nothing is refused, though its tag fits") {
  struct Case {
    std::size_t at;
    unsigned char byte;
    Damage damage;
  };
  for (const auto& [at, byte, damage] :
       {Case{16, 1, Damage::version}, Case{16, 3, Damage::version}, Case{17, 0, Damage::content},
        Case{17, 3, Damage::content}, Case{22, 4, Damage::content}, Case{23, 5, Damage::content},
        Case{24, '<', Damage::content}, Case{26, 0, Damage::content}, Case{31, 0xC3, Damage::content},
        Case{50, 1, Damage::content}, Case{50, 0x0A, Damage::content}, Case{53, 13, Damage::content},
        Case{54, 1, Damage::content}, Case{55, 1, Damage::content}}) {
    Record record = encode(some_choice(), key);
    record[at] = byte;
    tag_again(record);
    const auto read = decode(record, key);
    REQUIRE_FALSE(read);
    CHECK(read.error() == damage);
  }
  const Record whole = encode(some_choice(), key);
  CHECK(decode(std::span{whole}.first(63), key).error() == Damage::size);
  CHECK(decode(encode(some_choice(), key), TagKey{9}).error() == Damage::tag);
}

TEST_CASE("points stand on disk as drawn, four bits an interest") {
  Choice weighed = some_choice();
  weighed.outcome = Outcome::chosen;
  weighed.points = {1, 2, 0, 0, 3, 4};
  weighed.options = survey::options_with(weighed.points);
  const Record record = encode(weighed, key);
  CHECK(hex(record).substr(100, 6) == "210043");
  const auto back = decode(record, key);
  REQUIRE(back);
  CHECK(*back == weighed);
}

TEST_CASE("points that are too many, too few or another interest's are refused, though their tag fits") {
  for (const survey::Points& points : {survey::Points{5, 4}, survey::Points{5, 6}, survey::Points{5, 0, 5}}) {
    Choice wrong = some_choice();
    wrong.points = points;
    wrong.options = 0b11;
    CHECK(decode(encode(wrong, key), key).error() == Damage::content);
  }
}

TEST_CASE("words stand on disk as drawn") {
  const auto bytes = encode(some_words(), key);
  CHECK(hex(bytes).substr(0, 86) ==
        "02"
        "03"
        "0201"
        "0403"
        "03"
        "02"
        "7a682d48616e7400"
        "cccccccccccccccccccccccccccccccc"
        "2019"
        "000000000000"
        "64c3a9");
  CHECK(bytes.size() == 40 + 3 + 8);
  const auto back = decode(some_words().id, bytes, key);
  REQUIRE(back);
  CHECK(*back == some_words());
}

TEST_CASE("words with any one bit turned, or under another id, or not UTF-8, are not taken for words") {
  const auto bytes = encode(some_words(), key);
  for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
    auto turned = bytes;
    turned[bit / 8] ^= static_cast<unsigned char>(1U << (bit % 8));
    CHECK_FALSE(decode(some_words().id, turned, key));
  }
  CHECK(decode(Id{1}, bytes, key).error() == Damage::tag);
  OwnWords broken = some_words();
  broken.words = "\xC3";
  CHECK(decode(broken.id, encode(broken, key), key).error() == Damage::content);
  CHECK(decode(broken.id, std::span{bytes}.first(31), key).error() == Damage::size);
}

}  // namespace kiosk::record_test
