#include "kiosk/store/seal.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "kiosk/base/file.h"
#include "kiosk/store/store.h"
#include "tests/store/given.h"
#include "tests/support/temp_folder.h"

namespace kiosk::seal_test {

using namespace kiosk;
using namespace kiosk::store;
using namespace kiosk::store::given;
using Held = std::vector<std::string>;

namespace {

constexpr TagKey tag_key{1, 2, 3};

Seal some_seal() {
  Seal seal;
  seal.batch.fill(0xAA);
  seal.station = "UTR-01";
  seal.set.fill(0xBB);
  seal.from = {0x0102, DayPart::morning};
  seal.to = {0x0304, DayPart::evening};
  seal.answers = 0x1112131415161718ULL;
  seal.texts = 7;
  seal.key.fill(0xCC);
  seal.hash.fill(0xDD);
  seal.signature.fill(0xEE);
  return seal;
}

/// A station where visitors left answers, that can be closed over.
struct Station {
  tests::TempFolder folder;
  Random random = Random::seeded(1);
  std::optional<Store> store;
  SetId set{};

  Station() { open(); }

  void open() {
    store.reset();
    auto opened = Store::open(folder.path());
    REQUIRE(opened);
    store = std::move(*opened);
    set = *store->keep_set(small_survey());
  }
  survey::Receipt saved(const survey::Answer& answer) {
    const survey::Receipt receipt = draw_receipt(answer, random);
    REQUIRE(store->save(set, answer, {}, receipt));
    return receipt;
  }
  /// Closes over everything open; what it was sealed as does not matter here.
  BatchId seal(bool keep = true) {
    Seal seal = some_seal();
    random.fill(seal.batch);
    seal.set = set;
    REQUIRE(store->seal(set, [&](Closing& closing) -> Result<bool, StoreError> {
      const auto closed = closing.close(seal, as_it_is);
      if (!closed) return closed.error();
      return keep;
    }));
    return seal.batch;
  }
  Held sealed(const BatchId& batch) {
    Held held;
    auto snapshot = store->snapshot();
    REQUIRE(snapshot->each_sealed_choice(batch, [&](const Choice& choice) {
      held.push_back(std::to_string(choice.options));
      return true;
    }));
    REQUIRE(snapshot->each_sealed_text(batch, [&](const OwnWords& text) {
      held.push_back(text.words);
      return true;
    }));
    std::sort(held.begin(), held.end());
    return held;
  }
  std::string raw() { return *read_file(folder / "answers.mdb", std::size_t{1} << 28U); }
};

}  // namespace

TEST_CASE("a seal stands on disk as drawn") {
  const auto bytes = encode(some_seal(), tag_key);
  CHECK(bytes.size() == 200);
  CHECK(hex(std::span{bytes}.first(40)) ==
        "0100"
        "0201"
        "0403"
        "0103"
        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
        "1817161514131211"
        "0700000000000000");
  const auto back = decode_seal(some_seal().batch, bytes, tag_key);
  REQUIRE(back);
  CHECK(*back == some_seal());
  for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
    auto turned = bytes;
    turned[bit / 8] ^= static_cast<unsigned char>(1U << (bit % 8));
    CHECK_FALSE(decode_seal(some_seal().batch, turned, tag_key));
  }
  CHECK(decode_seal({1}, bytes, tag_key).error() == Damage::tag);

  auto more = bytes;
  more[191] = 'x';  // behind the zeros that end the station's name
  const BatchId batch = some_seal().batch;
  std::vector<unsigned char> tagged{batch.begin(), batch.end()};
  tagged.insert(tagged.end(), more.begin(), more.begin() + 192);
  const auto tag = tag_of(tagged, tag_key);
  std::copy(tag.begin(), tag.end(), more.begin() + 192);
  CHECK(decode_seal(some_seal().batch, more, tag_key).error() == Damage::content);
}

TEST_CASE("sealing moves all open answers of the set, and nothing can change them any more") {
  Station station;
  const auto receipt = station.saved(chosen(1, "eerst"));
  station.saved(chosen(2));
  const BatchId batch = station.seal();
  CHECK(held(*station.store) == Held{"0 \"eerst\"", "0 1", "0 2"});
  CHECK(station.sealed(batch) == Held{"1", "2", "eerst"});
  REQUIRE(station.store->withdraw(station.set, receipt));
  station.saved(chosen(4));
  CHECK(station.sealed(batch) == Held{"1", "2", "eerst"});
  const auto stored = station.store->snapshot()->stored();
  CHECK(stored->open == 1);
  CHECK(stored->sealed == 3);
  const BatchId second = station.seal();
  CHECK(station.sealed(second) == Held{"4"});
  CHECK(station.store->snapshot()->seals()->size() == 2);
}

TEST_CASE("sealing that is not kept leaves everything open") {
  Station station;
  station.saved(chosen(1, "woorden"));
  station.seal(false);
  CHECK(held(*station.store) == Held{"0 \"woorden\"", "0 1"});
  CHECK(station.store->snapshot()->seals()->empty());
}

TEST_CASE("a store that was written anew holds the same, and nothing else") {
  Station station;
  for (unsigned i = 1; i <= 200; ++i) station.saved(chosen(1 + i % 7, i % 3 == 0 ? "woorden" : ""));
  const BatchId batch = station.seal();
  const auto taken_back = station.saved(wrote("dit wil ik toch niet zeggen"));
  station.saved(chosen(3, "dit wel"));
  REQUIRE(station.store->withdraw(station.set, taken_back));
  CHECK(station.raw().find("toch niet zeggen") != std::string::npos);  // else the check below means nothing
  const Held before = station.sealed(batch);

  const auto resealed = station.store->reseal();
  REQUIRE(resealed);
  CHECK(*resealed);
  CHECK(station.raw().find("toch niet zeggen") == std::string::npos);
  CHECK(station.sealed(batch) == before);
  station.saved(chosen(5));
  station.open();
  CHECK(station.sealed(batch) == before);
  CHECK(station.store->snapshot()->stored()->open == 3);
  CHECK(station.store->check());
  struct stat about {};
  REQUIRE(::stat((station.folder / "answers.mdb").c_str(), &about) == 0);
  CHECK((about.st_mode & 0777U) == 0600U);
  for (const char* left : {"answers.mdb.new", "answers.mdb.old", "answers.mdb.new-lock"}) {
    CHECK_FALSE(std::filesystem::exists(station.folder / left));
  }
}

TEST_CASE("a store that another program has open is not written anew under its hands") {
  Station station;
  station.saved(chosen(1));
  auto other = FolderLock::share(station.folder / "answers.lock");
  REQUIRE(other);
  const auto resealed = station.store->reseal();
  REQUIRE(resealed);
  CHECK_FALSE(*resealed);
  CHECK(held(*station.store) == Held{"0 1"});
  station.saved(chosen(2));
  CHECK(held(*station.store) == Held{"0 1", "0 2"});
}

TEST_CASE("what a crash left of writing anew is wiped when the store opens, whichever step it was at") {
  Station station;
  station.saved(chosen(1, "blijft"));
  const auto file = station.folder / "answers.mdb";
  station.store.reset();
  const std::string before = station.raw();
  SECTION("half of a fresh file") { std::ofstream{file.string() + ".new"} << before.substr(0, 5000); }
  SECTION("the old one has two names, the fresh one is whole") {
    std::ofstream{file.string() + ".new"} << before;
    std::filesystem::create_hard_link(file, file.string() + ".old");
  }
  SECTION("the fresh one has taken its place, the old one is not yet wiped") {
    std::ofstream{file.string() + ".old"} << before;
  }
  station.open();
  CHECK(held(*station.store) == Held{"0 \"blijft\"", "0 1"});
  CHECK_FALSE(std::filesystem::exists(file.string() + ".new"));
  CHECK_FALSE(std::filesystem::exists(file.string() + ".old"));
}

TEST_CASE("wiping overwrites what a file held before its name is gone") {
  const tests::TempFolder folder;
  const std::string secret(300'000, 's');
  std::ofstream{folder / "old"} << secret;
  std::filesystem::create_hard_link(folder / "old", folder / "witness");
  REQUIRE(wipe_file(folder / "old"));
  CHECK_FALSE(std::filesystem::exists(folder / "old"));
  CHECK(*read_file(folder / "witness", 1U << 20U) == std::string(secret.size(), '\0'));
  CHECK(wipe_file(folder / "old"));
}

TEST_CASE("a full store can still be sealed and written anew") {
  const tests::TempFolder folder;
  Random random = Random::seeded(1);
  auto store = Store::open(folder.path(), {.map_bytes = std::size_t{1} << 18U});
  REQUIRE(store);
  const auto set = store->keep_set(small_survey());
  std::uint64_t saved = 0;
  while (store->save(*set, chosen(1), {}, draw_receipt(chosen(1), random))) ++saved;
  Seal seal = some_seal();
  seal.set = *set;
  REQUIRE(store->seal(*set, [&](Closing& closing) -> Result<bool, StoreError> {
    const auto closed = closing.close(seal, as_it_is);
    if (!closed) return closed.error();
    return true;
  }));
  REQUIRE(*store->reseal());
  CHECK(store->snapshot()->stored()->sealed == saved);
}

TEST_CASE("answers to a set that is being tried stand in a file of their own") {
  CHECK(std::string{file_for(survey::Stage::live)} == "answers.mdb");
  CHECK(std::string{file_for(survey::Stage::test)} == "test-answers.mdb");
  CHECK(std::string{file_for(survey::Stage::draft)} == "test-answers.mdb");
  const tests::TempFolder folder;
  Random random = Random::seeded(1);
  auto real = Store::open(folder.path());
  auto test = Store::open(folder.path(), {.file = file_for(survey::Stage::test)});
  REQUIRE((real && test));
  const auto set = test->keep_set(small_survey());
  REQUIRE(test->save(*set, chosen(1), {}, draw_receipt(chosen(1), random)));
  CHECK(held(*real).empty());
  CHECK(held(*test).size() == 1);
}

}  // namespace kiosk::seal_test
