#include <catch2/catch.hpp>

#include "kiosk/store/store.h"
#include "tests/store/given.h"
#include "tests/support/failing_writes.h"
#include "tests/support/temp_folder.h"

namespace kiosk::unknown_outcome_test {

using namespace kiosk;
using namespace kiosk::store;
using namespace kiosk::store::given;
using kiosk::tests::Failure;
using Held = std::vector<std::string>;

TEST_CASE("whatever write fails, nothing that was thanked for is lost, and saving again saves once") {
  struct Case {
    const char* what;
    Failure failing;
    StoreError::Kind afterwards;  // what is said of the next save, while nothing was checked
  };
  const auto [what, failing, afterwards] = GENERATE(
      Case{"the sync", Failure::sync, StoreError::Kind::io},
      Case{"the last write", Failure::last_write, StoreError::Kind::panic},
      Case{"the last write, which arrived", Failure::last_write_but_it_arrives, StoreError::Kind::panic});
  INFO(what);

  const tests::TempFolder folder;
  Random random = Random::seeded(2);
  auto store = Store::open(folder.path());
  REQUIRE(store);
  const auto set = store->keep_set(small_survey());
  REQUIRE(set);
  const auto thanked = draw_receipt(chosen(1), random);
  REQUIRE(store->save(*set, chosen(1), {}, thanked));

  const auto receipt = draw_receipt(chosen(2, "woorden"), random);
  const auto save = [&] { return store->save(*set, chosen(2, "woorden"), {}, receipt, thanked); };
  {
    const tests::FailingWrites disk{failing, tests::FailingWrites::for_good};
    const auto first = save();
    const auto second = save();
    REQUIRE_FALSE(first);
    CHECK(first.error().kind == StoreError::Kind::io);
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == afterwards);
    CHECK_FALSE(store->check());
  }

  REQUIRE(store->check());
  REQUIRE(save());
  CHECK(held(*store) == Held{"0 \"woorden\"", "0 2"});
}

}  // namespace kiosk::unknown_outcome_test
