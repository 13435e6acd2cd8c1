#include "kiosk/app/worker.h"

#include <catch2/catch.hpp>
#include <chrono>

#include "tests/store/given.h"
#include "tests/support/temp_folder.h"
#include "tests/support/times.h"

namespace kiosk::worker_test {

using namespace kiosk;
using namespace kiosk::store::given;
using namespace std::chrono_literals;
using Held = std::vector<std::string>;

namespace {

struct Station {
  tests::TempFolder temp;
  survey::Survey survey = small_survey();
  tests::Times woken;

  app::Worker worker() {
    app::Performer performer{temp / "store", survey};
    REQUIRE(std::holds_alternative<visit::StoreWorks>(performer.open()));
    return {std::move(performer), [this] { woken.once_more(); }};
  }
  Held left() const {
    auto store = store::Store::open_to_read(temp / "store");
    REQUIRE(store);
    return held(*store);
  }
};

survey::Receipt receipt_in(const std::optional<visit::Event>& event) {
  REQUIRE(event);
  const auto* saved = std::get_if<visit::Saved>(&*event);
  REQUIRE(saved != nullptr);
  return saved->receipt;
}

}  // namespace

TEST_CASE("what the disk did comes back in the order in which it was asked, and wakes the loop each time") {
  Station station;
  app::Worker worker = station.worker();
  CHECK_FALSE(worker.take());
  const std::vector<std::uint16_t> asked{0, 1, 1, 0, 1, 0, 0, 1};
  for (const std::uint16_t question : asked)
    worker.perform(visit::Save{question == 0 ? chosen(1) : wrote("woorden"), {}});
  REQUIRE(station.woken.reach(static_cast<int>(asked.size())));
  for (const std::uint16_t question : asked)
    CHECK(receipt_in(worker.take()).words.has_value() == (question == 1));
  CHECK_FALSE(worker.take());
}

TEST_CASE("what nobody waits for wakes nobody") {
  Station station;
  {
    app::Worker worker = station.worker();
    worker.perform(visit::CountSkips{{0}});
    worker.perform(visit::CheckStore{});
    REQUIRE(station.woken.reach(1));
    const auto event = worker.take();
    REQUIRE(event);
    CHECK(std::holds_alternative<visit::StoreWorks>(*event));
  }
  CHECK(station.woken.now() == 1);
}

TEST_CASE("an answer replaced while the worker is at it stands there once") {
  Station station;
  {
    app::Worker worker = station.worker();
    worker.perform(visit::Save{chosen(1), {}});
    REQUIRE(station.woken.reach(1));
    const survey::Receipt first = receipt_in(worker.take());
    worker.perform(visit::Save{chosen(2), first});
    worker.perform(visit::Save{chosen(4), {}});
  }
  CHECK(station.left() == Held{"0 2", "0 4"});
}

TEST_CASE("a kiosk that ends first does everything that was confirmed") {
  Station station;
  constexpr std::size_t many = 100;
  {
    app::Worker worker = station.worker();
    for (std::size_t i = 0; i < many; ++i) worker.perform(visit::Save{chosen(1), {}});
  }
  CHECK(station.left() == Held(many, "0 1"));
}

}  // namespace kiosk::worker_test
