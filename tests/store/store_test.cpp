#include "kiosk/store/store.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "kiosk/base/file.h"
#include "tests/store/given.h"
#include "tests/support/temp_folder.h"

namespace kiosk::store_test {

using namespace kiosk;
using namespace kiosk::store;
using namespace kiosk::store::given;
using kiosk::survey::Answer;
using kiosk::survey::Receipt;
using Held = std::vector<std::string>;

namespace {

const Circumstances today{{20780, DayPart::afternoon}, 3};

/// A store in use, with a question set and a visitor at it.
struct Station {
  tests::TempFolder folder;
  Random random = Random::seeded(1);
  std::optional<Store> store;
  SetId set{};

  Station() { open(); }

  void open() {
    store.reset();
    auto opened = Store::open(folder / "store");
    REQUIRE(opened);
    store = std::move(*opened);
    const auto kept = store->keep_set(small_survey());
    REQUIRE(kept);
    set = *kept;
  }

  Receipt saved(const Answer& answer, const std::optional<Receipt>& replaces = std::nullopt) {
    const Receipt receipt = draw_receipt(answer, random);
    REQUIRE(store->save(set, answer, today, receipt, replaces));
    return receipt;
  }

  Counts counts(std::uint16_t question) {
    const auto all = store->snapshot()->counts();
    REQUIRE(all);
    for (const QuestionCounts& one : *all) {
      if (one.set == set && one.question == question) return one.counts;
    }
    return {};
  }
};

}  // namespace

TEST_CASE("what visitors answered is there after the kiosk was switched off and on") {
  Station station;
  station.saved(chosen(0b101, "meer groen"));
  station.saved(dont_know());
  station.saved(wrote("kaders stellen"));
  station.open();
  CHECK(held(*station.store) == Held{"0 \"meer groen\"", "0 5", "0 dont_know", "1 \"kaders stellen\""});
  CHECK(station.counts(0) == Counts{1, 1, 1, 0, 3});
  CHECK(station.counts(1) == Counts{0, 0, 1, 0, 1});
}

TEST_CASE("equal answers are as many answers as they were given") {
  Station station;
  for (int i = 0; i < 5; ++i) station.saved(chosen(2));
  CHECK(held(*station.store).size() == 5);
  CHECK(station.counts(0).choices == 5);
}

TEST_CASE("everything that was confirmed about an answer is kept, and no more") {
  Station station;
  Answer answer = chosen(0b110, "zo");
  answer.order = 5;
  answer.language = "en";
  const Receipt receipt = station.saved(answer);
  REQUIRE(receipt.choice);
  REQUIRE(receipt.words);
  CHECK(*receipt.choice != *receipt.words);

  auto snapshot = station.store->snapshot();
  Choice expected;
  expected.id = *receipt.choice;
  expected.given = today;
  expected.language = "en";
  expected.options = 0b110;
  expected.order = 5;
  const auto seen = snapshot->each_choice(station.set, [&](const Choice& choice) {
    CHECK(choice == expected);
    return true;
  });
  CHECK(seen->good == 1);
  OwnWords expected_words;
  expected_words.id = *receipt.words;
  expected_words.set = station.set;
  expected_words.given = today;
  expected_words.language = "en";
  expected_words.words = "zo";
  const auto compared = snapshot->each_text([&](const OwnWords& text) {
    CHECK(text == expected_words);
    return true;
  });
  CHECK(compared->good == 1);
}

TEST_CASE("a visitor who goes back replaces the answer") {
  Station station;
  const Receipt first = station.saved(chosen(1, "eerst"));
  const Receipt second = station.saved(chosen(2), first);
  CHECK(held(*station.store) == Held{"0 2"});
  CHECK(station.counts(0) == Counts{1, 0, 0, 0, 1});

  const Receipt third = station.saved(dont_know(), second);
  CHECK(held(*station.store) == Held{"0 dont_know"});
  CHECK(station.counts(0) == Counts{0, 1, 0, 0, 1});

  REQUIRE(station.store->withdraw(station.set, third));
  CHECK(held(*station.store).empty());
  CHECK(station.counts(0) == Counts{});
}

TEST_CASE("saving once more after an unknown outcome changes nothing") {
  Station station;
  const Receipt replaced = station.saved(chosen(1, "eerst"));
  const Answer answer = chosen(2, "daarna");
  const Receipt receipt = draw_receipt(answer, station.random);
  for (const Circumstances& given :
       {today, today, Circumstances{{20781}, 0}}) {  // the last time after midnight
    REQUIRE(station.store->save(station.set, answer, given, receipt, replaced));
    CHECK(held(*station.store) == Held{"0 \"daarna\"", "0 2"});
    CHECK(station.counts(0) == Counts{1, 0, 1, 0, 2});
  }
  for (int i = 0; i < 2; ++i) {
    REQUIRE(station.store->withdraw(station.set, receipt));
    CHECK(station.counts(0) == Counts{});
  }
}

TEST_CASE("the same seed draws the same ids, and every part of an answer has one") {
  Random one = Random::seeded(4);
  Random same = Random::seeded(4);
  CHECK(draw_receipt(chosen(1, "x"), one) == draw_receipt(chosen(1, "x"), same));
  CHECK_FALSE(draw_receipt(chosen(1), one).words);
  CHECK_FALSE(draw_receipt(wrote("x"), one).choice);
  CHECK(draw_receipt(dont_know(), one).choice);
}

TEST_CASE("a question that was gone past is counted, and is no answer") {
  Station station;
  REQUIRE(station.store->count_skips(station.set, std::vector<std::uint16_t>{0, 1, 1}));
  CHECK(station.counts(0) == Counts{0, 0, 0, 1, 0});
  CHECK(station.counts(1) == Counts{0, 0, 0, 2, 0});
  CHECK(held(*station.store).empty());
}

TEST_CASE("the text of a question set is kept once, and answers stay under the set they were given to") {
  Station station;
  station.saved(chosen(1));
  const auto same = station.store->keep_set(small_survey());
  const auto other = station.store->keep_set(small_survey("another comma"));
  REQUIRE((same && other));
  CHECK(*same == station.set);
  REQUIRE(*other != station.set);
  auto snapshot = station.store->snapshot();
  const auto sets = snapshot->sets();
  REQUIRE(sets->size() == 2);
  for (const KeptSet& set : *sets) {
    CHECK(set.source == (set.id == *other ? "another comma" : small_survey().source));
    const auto seen = snapshot->each_choice(set.id, [](const Choice&) { return true; });
    CHECK(seen->good == (set.id == *other ? 0 : 1));
  }
}

TEST_CASE("answers come out in the order of their random ids, not of arrival") {
  Station station;
  std::vector<Id> arrived;
  for (int i = 0; i < 200; ++i) arrived.push_back(*station.saved(chosen(1)).choice);
  std::vector<Id> read;
  const auto seen = station.store->snapshot()->each_choice(station.set, [&](const Choice& choice) {
    read.push_back(choice.id);
    return true;
  });
  CHECK(seen->good == 200);
  CHECK(read != arrived);
  std::sort(arrived.begin(), arrived.end());
  CHECK(read == arrived);
}

TEST_CASE("the store is for its owner alone") {
  Station station;
  const auto mode_of = [](const std::filesystem::path& path) {
    struct stat about {};
    REQUIRE(::stat(path.c_str(), &about) == 0);
    return about.st_mode & 0777U;
  };
  CHECK(mode_of(station.folder / "store") == 0700U);
  CHECK(mode_of(station.folder / "store/answers.mdb") == 0600U);
}

TEST_CASE("an export sees one moment, while visitors go on") {
  Station station;
  station.saved(chosen(1));
  auto before = station.store->snapshot();
  REQUIRE(before);
  station.saved(chosen(2));
  CHECK(before->each_choice(station.set, [](const Choice&) { return true; })->good == 1);
}

TEST_CASE("an answer that has rotted on disk is noticed and told, the others are read") {
  Station station;
  const Receipt receipt = station.saved(chosen(0b111));
  station.saved(chosen(1, "woorden die ik ken"));
  station.store.reset();

  const auto path = station.folder / "store/answers.mdb";
  std::string bytes = *read_file(path, 1U << 26U);
  const std::string id{receipt.choice->begin(), receipt.choice->end()};
  for (const std::string& rotten : {id, std::string{"woorden die"}}) {
    for (std::size_t at = bytes.find(rotten); at != std::string::npos; at = bytes.find(rotten, at + 1)) {
      bytes[at + (rotten == id ? 32 : 0)] ^= 8;  // the options; the words' first letter
    }
  }
  std::ofstream{path, std::ios::binary} << bytes;

  station.open();
  const auto all = contents(*station.store);
  REQUIRE(all);
  CHECK(all->damaged == 2);
  CHECK(all->by_id.size() == 1);
}

TEST_CASE("a folder without a store can be looked at only to say so") {
  const tests::TempFolder folder;
  const auto opened = Store::open_to_read(folder.path());
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == StoreError::Kind::missing);
  CHECK(opened.error().text() ==
        "could not open the store in " + folder.path().string() +
            ": there is no store here; give the folder that the kiosk stores its answers in");
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a store that is only looked at is not changed") {
  Station station;
  station.saved(chosen(1));
  station.store.reset();
  auto looked_at = Store::open_to_read(station.folder / "store");
  REQUIRE(looked_at);
  CHECK(held(*looked_at) == Held{"0 1"});
  CHECK_FALSE(looked_at->save(station.set, chosen(2), today, draw_receipt(chosen(2), station.random)));
  CHECK_FALSE(looked_at->check());
}

TEST_CASE("a file that is no store is left as it is") {
  const tests::TempFolder folder;
  const std::string letter(10'000, 'x');
  REQUIRE(write_atomically(folder / "answers.mdb", letter));
  const auto opened = Store::open(folder.path());
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == StoreError::Kind::corrupt);
  CHECK(*read_file(folder / "answers.mdb", 1U << 20U) == letter);
}

namespace {

/// Writes what stands under "format", with the file's own hand.
void write_format(const std::filesystem::path& file, const std::vector<unsigned char>& format) {
  auto other = Environment::open(file, Environment::Access::write, std::size_t{1} << 20U);
  auto writing = other->begin(Environment::Access::write);
  const auto meta = writing->table("meta", Shape::single, Transaction::Missing::is_made);
  const std::string name = "format";
  REQUIRE(writing->put(*meta, {reinterpret_cast<const unsigned char*>(name.data()), name.size()}, format));
  REQUIRE(commit(std::move(*writing)));
}

}  // namespace

TEST_CASE("a version that rotted is damage, and no other version") {
  const tests::TempFolder folder;
  REQUIRE(Store::open(folder.path()));
  const std::vector<unsigned char> sound{4, 0xFB};
  for (unsigned bit = 0; bit < 16; ++bit) {
    auto rotten = sound;
    rotten[bit / 8] = static_cast<unsigned char>(rotten[bit / 8] ^ (1U << bit % 8));
    write_format(folder / "answers.mdb", rotten);
    const auto opened = Store::open(folder.path());
    INFO(bit);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == StoreError::Kind::corrupt);
  }
  write_format(folder / "answers.mdb", sound);
  CHECK(Store::open(folder.path()));
}

TEST_CASE("a store of another version is refused with what to do, and left as it is") {
  const tests::TempFolder folder;
  const std::vector<unsigned char> format =
      GENERATE(std::vector<unsigned char>{1}, std::vector<unsigned char>{2},
               std::vector<unsigned char>{3, 0xFC}, std::vector<unsigned char>{5, 0xFA});
  write_format(folder / "answers.mdb", format);
  const std::string before = *read_file(folder / "answers.mdb", 1U << 20U);
  const auto opened = Store::open(folder.path());
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == StoreError::Kind::version);
  CHECK(opened.error().text() == "could not open the store in " + folder.path().string() +
                                     ": the store was made by another version of the kiosk; export the "
                                     "answers with that version, then move "
                                     "answers.mdb elsewhere and start again");
  CHECK(*read_file(folder / "answers.mdb", 1U << 20U) == before);
}

TEST_CASE("a store that has lost a table is damaged, not empty") {
  const tests::TempFolder folder;
  {
    auto halved =
        Environment::open(folder / "answers.mdb", Environment::Access::write, std::size_t{1} << 20U);
    auto writing = halved->begin(Environment::Access::write);
    REQUIRE(writing->table("answers", Shape::many, Transaction::Missing::is_made));
    REQUIRE(commit(std::move(*writing)));
  }
  const auto opened = Store::open(folder.path());
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == StoreError::Kind::corrupt);
}

TEST_CASE("a store that cannot be made says where and what to do") {
  const auto opened = Store::open("/proc/kiosk/store");
  REQUIRE_FALSE(opened);
  CHECK(opened.error().text() ==
        "could not open the store in /proc/kiosk/store: No such file or directory; check that the folder is "
        "there "
        "and may be written to");
}

TEST_CASE("a full store takes no more, loses nothing, and still lets an answer be taken back") {
  const tests::TempFolder folder;
  Random random = Random::seeded(1);
  auto store = Store::open(folder.path(), {.map_bytes = std::size_t{1} << 18U});
  REQUIRE(store);
  const auto set = store->keep_set(small_survey());
  REQUIRE(set);
  std::vector<Receipt> saved;
  Result<Done, StoreError> last = Done{};
  while (last && saved.size() < 100'000) {
    const Answer answer = chosen(1);
    const Receipt receipt = draw_receipt(answer, random);
    last = store->save(*set, answer, today, receipt);
    if (last) saved.push_back(receipt);
  }
  REQUIRE_FALSE(last);
  CHECK(last.error().kind == StoreError::Kind::full);
  CHECK(last.error().text() == "could not save an answer in " + folder.path().string() +
                                   ": the store is full; export the answers, then start a new store");
  CHECK(saved.size() > 500);
  CHECK(store->used_percent() <
        Store::full_at_percent + 10);  // the rest is kept for taking back and for staff
  CHECK(held(*store).size() == saved.size());
  CHECK_FALSE(store->check());  // a mark would still find room
  REQUIRE(store->withdraw(*set, saved.front()));
  CHECK(held(*store).size() == saved.size() - 1);
}

TEST_CASE("answers that may not be meant are counted apart, and those of other visitors are not") {
  Station station;
  const auto receipt = draw_receipt(chosen(1, "asdf"), station.random);
  REQUIRE(station.store->save(station.set, chosen(1, "asdf"), {{}, hasty}, receipt));
  const auto calm = draw_receipt(chosen(1), station.random);
  REQUIRE(station.store->save(station.set, chosen(1), {}, calm));
  CHECK(station.counts(0) == Counts{2, 0, 1, 0, 2});
  REQUIRE(station.store->withdraw(station.set, receipt));
  CHECK(station.counts(0) == Counts{1, 0, 0, 0, 0});
}

TEST_CASE("a sound store passes its check, which is no answer") {
  Station station;
  CHECK(station.store->check());
  CHECK(held(*station.store).empty());
}

}  // namespace kiosk::store_test
