#include "kiosk/app/perform.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/store/given.h"
#include "tests/support/failing_writes.h"
#include "tests/support/temp_folder.h"

namespace kiosk::perform_test {

using namespace kiosk;
using namespace kiosk::store::given;
using kiosk::app::Performer;
using kiosk::tests::FailingWrites;
using kiosk::tests::Failure;
using Held = std::vector<std::string>;

namespace {

/// A performer at work in a folder of its own, and what it left there.
class Desk {
 public:
  Desk() { performer_.emplace(folder(), survey_); }

  std::filesystem::path folder() const { return temp_ / "store"; }
  visit::Event open() { return performer_->open(); }
  std::optional<visit::Event> perform(const visit::Effect& effect) { return performer_->perform(effect); }

  survey::Receipt saved(const survey::Answer& answer,
                        const std::optional<survey::Receipt>& replaces = std::nullopt) {
    const auto outcome = perform(visit::Save{answer, replaces});
    REQUIRE(outcome);
    const auto* saved = std::get_if<visit::Saved>(&*outcome);
    REQUIRE(saved != nullptr);
    CHECK(saved->question == answer.question);
    return saved->receipt;
  }

  /// What is on disk when the performer is gone: answers without ids, sorted.
  Held left() { return held(store_left()); }

  std::uint64_t skips_left(std::size_t question) {
    const auto counts = store_left().snapshot()->counts();
    REQUIRE(counts);
    return counts->at(question).counts.skipped;
  }

 private:
  store::Store& store_left() {
    performer_.reset();
    if (!store_) {
      auto opened = store::Store::open_to_read(folder());
      REQUIRE(opened);
      store_ = std::move(*opened);
    }
    return *store_;
  }

  tests::TempFolder temp_;
  survey::Survey survey_ = small_survey();
  std::optional<Performer> performer_;
  std::optional<store::Store> store_;
};

/// A desk whose store works.
struct OpenDesk : Desk {
  OpenDesk() { REQUIRE(std::holds_alternative<visit::StoreWorks>(open())); }
};

std::string failure_in(const std::optional<visit::Event>& outcome) {
  const auto* failed = outcome ? std::get_if<visit::StoreFailed>(&*outcome) : nullptr;
  return failed != nullptr ? failed->reason : "no failure";
}

}  // namespace

TEST_CASE("what a visitor confirms is on disk when the visit hears of it, with a receipt a part") {
  OpenDesk desk;
  const survey::Receipt both = desk.saved(chosen(0b101, "meer groen"));
  CHECK(both.choice.has_value());
  CHECK(both.words.has_value());
  CHECK_FALSE(desk.saved(dont_know()).words.has_value());
  CHECK_FALSE(desk.saved(wrote("luisteren")).choice.has_value());
  CHECK(desk.left() == Held{"0 \"meer groen\"", "0 5", "0 dont_know", "1 \"luisteren\""});
}

TEST_CASE("an answer that comes in place of another leaves one") {
  OpenDesk desk;
  const survey::Receipt first = desk.saved(chosen(1, "eerst"));
  desk.saved(chosen(2), first);
  CHECK(desk.left() == Held{"0 2"});
}

TEST_CASE("an answer that was taken back is gone, and the visit hears of which question") {
  OpenDesk desk;
  desk.saved(chosen(1));
  const survey::Receipt regretted = desk.saved(wrote("toch niet"));
  const auto outcome = desk.perform(visit::Withdraw{1, regretted});
  REQUIRE(outcome);
  const auto* withdrawn = std::get_if<visit::Withdrawn>(&*outcome);
  REQUIRE(withdrawn != nullptr);
  CHECK(withdrawn->question == 1);
  CHECK(desk.left() == Held{"0 1"});
}

TEST_CASE("skips are counted, and nobody waits for it") {
  OpenDesk desk;
  CHECK_FALSE(desk.perform(visit::CountSkips{{0, 1}}));
  CHECK_FALSE(desk.perform(visit::CountSkips{{1}}));
  CHECK(desk.skips_left(0) == 1);
  CHECK(desk.skips_left(1) == 2);
}

TEST_CASE("a store that cannot be opened fails every effect in words, until it can be opened") {
  Desk desk;
  std::ofstream{desk.folder()} << "in the way";
  CHECK(failure_in(desk.open()) ==
        "could not open the store in " + desk.folder().string() +
            ": Not a directory; check that the folder is there and may be written to");
  for (const visit::Effect& effect : std::vector<visit::Effect>{
           visit::Save{chosen(1), {}}, visit::Withdraw{0, {}}, visit::CountSkips{{0}}}) {
    CHECK(failure_in(desk.perform(effect)) == "the store is not open");
  }
  CHECK(failure_in(desk.perform(visit::CheckStore{})) != "no failure");

  std::filesystem::remove(desk.folder());
  const auto looked = desk.perform(visit::CheckStore{});
  REQUIRE(looked);
  CHECK(std::holds_alternative<visit::StoreWorks>(*looked));
  desk.saved(chosen(1));
  CHECK(desk.left() == Held{"0 1"});
}

TEST_CASE("a write that fails once is done again by itself, and counts once") {
  const auto failure = GENERATE(Failure::sync, Failure::last_write, Failure::last_write_but_it_arrives);
  INFO("failure " << static_cast<int>(failure));
  OpenDesk desk;
  const survey::Receipt first = desk.saved(chosen(1, "eerst"));
  {
    const FailingWrites disk{failure, 1};
    desk.saved(chosen(2, "toen"), first);
  }
  desk.saved(dont_know());
  CHECK(desk.left() == Held{"0 \"toen\"", "0 2", "0 dont_know"});
}

TEST_CASE("a disk that goes on failing is told, loses nothing, and is used again when it works") {
  const auto failure = GENERATE(Failure::sync, Failure::last_write);
  INFO("failure " << static_cast<int>(failure));
  OpenDesk desk;
  const survey::Receipt thanked = desk.saved(chosen(1, "eerst"));
  {
    const FailingWrites disk{failure, FailingWrites::for_good};
    CHECK(failure_in(desk.perform(visit::Save{chosen(2), thanked})) ==
          "could not save an answer in " + desk.folder().string() +
              ": the disk failed; export the answers if that still works, and replace the disk");
    CHECK(failure_in(desk.perform(visit::Withdraw{0, thanked})) != "no failure");
    CHECK(failure_in(desk.perform(visit::CountSkips{{0}})) != "no failure");
    CHECK(failure_in(desk.perform(visit::CheckStore{})) != "no failure");
  }
  const auto looked = desk.perform(visit::CheckStore{});
  REQUIRE(looked);
  CHECK(std::holds_alternative<visit::StoreWorks>(*looked));
  desk.saved(wrote("later"));
  CHECK(desk.left() == Held{"0 \"eerst\"", "0 1", "1 \"later\""});
}

}  // namespace kiosk::perform_test
