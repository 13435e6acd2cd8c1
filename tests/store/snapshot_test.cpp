#include "kiosk/store/snapshot.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <future>
#include <string>
#include <thread>

#include "kiosk/store/store.h"
#include "tests/store/given.h"
#include "tests/support/failing_writes.h"
#include "tests/support/temp_folder.h"

namespace kiosk::snapshot_test {

using namespace kiosk;
using namespace kiosk::store;
using namespace kiosk::store::given;

namespace {

struct Station {
  tests::TempFolder folder;
  Random random = Random::seeded(3);
  std::optional<Store> store;
  SetId set{};

  Station() {
    auto opened = Store::open(folder.path());
    REQUIRE(opened);
    store = std::move(*opened);
    set = *store->keep_set(small_survey());
  }
  bool save(std::uint64_t options) {
    return static_cast<bool>(store->save(set, chosen(options), {}, draw_receipt(chosen(options), random)));
  }
  ino_t file() const {
    struct stat about {};
    ::stat((folder / "answers.mdb").c_str(), &about);
    return about.st_ino;
  }
};

std::uint64_t answers_in(Snapshot& snapshot, const SetId& set) {
  const auto seen = snapshot.each_choice(set, [](const Choice&) { return true; });
  return seen ? seen->good : 0;
}

}  // namespace

TEST_CASE(
    "another thread reads the store as it was, while visitors go on, and the file is not written anew under "
    "it") {
  Station station;
  for (unsigned i = 1; i <= 50; ++i) REQUIRE(station.save(1 + i % 7));
  auto snapshot = station.store->snapshot();
  REQUIRE(snapshot);
  std::promise<void> may_end;
  auto reader = std::async(std::launch::async, [&, mine = std::move(*snapshot)]() mutable {
    const std::uint64_t at_first = answers_in(mine, station.set);
    may_end.get_future().wait();
    return std::pair{at_first, answers_in(mine, station.set)};
  });
  const ino_t before = station.file();
  for (unsigned i = 1; i <= 200; ++i) {
    REQUIRE(station.save(1 + i % 7));
    REQUIRE(station.store->published(station.set, small_survey()));  // reads in this thread meanwhile
  }
  const auto resealed = station.store->reseal();
  REQUIRE(resealed);
  CHECK_FALSE(*resealed);
  CHECK(station.file() == before);
  may_end.set_value();
  CHECK(reader.get() == std::pair<std::uint64_t, std::uint64_t>{50, 50});
  REQUIRE(*station.store->reseal());
  CHECK(station.file() != before);
  CHECK(held(*station.store).size() == 250);
}

TEST_CASE("a store that must open its file again waits for whoever reads it, and has them end") {
  Station station;
  REQUIRE(station.save(1));
  std::optional<Snapshot> snapshot = std::move(*station.store->snapshot());
  {
    const tests::FailingWrites disk{tests::Failure::last_write, tests::FailingWrites::for_good};
    REQUIRE_FALSE(station.save(2));
    REQUIRE_FALSE(station.save(2));
  }
  const auto waits = station.store->check();
  REQUIRE_FALSE(waits);
  CHECK(waits.error().kind == StoreError::Kind::busy);
  const auto read = snapshot->sets();
  REQUIRE_FALSE(read);
  CHECK(read.error().kind == StoreError::Kind::busy);
  snapshot.reset();
  REQUIRE(station.store->check());
  CHECK(station.save(2));
  auto later = station.store->snapshot();
  CHECK(answers_in(*later, station.set) == 2);
}

TEST_CASE("a store lets go of its file only when nobody reads it") {
  Station station;
  std::optional<Snapshot> snapshot = std::move(*station.store->snapshot());
  const auto busy = station.store->close();
  REQUIRE_FALSE(busy);
  CHECK(busy.error().kind == StoreError::Kind::busy);
  snapshot.reset();
  CHECK(station.store->close());
}

}  // namespace kiosk::snapshot_test
