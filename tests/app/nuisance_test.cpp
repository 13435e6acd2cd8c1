#include <catch2/catch.hpp>

#include "kiosk/app/perform.h"
#include "kiosk/app/session.h"
#include "kiosk/app/setup.h"
#include "tests/support/temp_folder.h"

namespace kiosk::nuisance_test {

// Who answers for the fun of tapping, and who is only quick. All answers are kept; the marks say which may
// not be meant.

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

app::Setup shipped() {
  auto setup = app::load({});
  REQUIRE(setup);
  return *setup;
}

/// A kiosk in a hall, visitors in front of it, and a watch that only the test reads.
class Hall {
 public:
  Hall() { REQUIRE(std::holds_alternative<visit::StoreWorks>(performer_->open())); }

  /// Somebody answers dilemmas: each `pause` after it came, by a tap on the side that is shown at `place`.
  void visitor(Time pause, int answers, std::size_t place) {
    handle(visit::Began{first_dilemma()});
    for (int i = 0; i < answers; ++i) {
      const auto* asking = std::get_if<visit::Asking>(&session_.state().doing);
      if (asking == nullptr) break;
      const std::size_t question = visit::question_of(asking->visit);
      if (setup_.survey.questions[question].kind != survey::Kind::dilemma) break;
      const std::size_t side = asking->visit.turns[question].order->at(place);
      now_ += pause;
      handle(visit::Chose{question, side});
      now_ += setup_.station.timings.choice;
      handle(visit::Ticked{});
      ++answered_;
      now_ += 1s;
      handle(visit::WentOn{question});
    }
    handle(visit::Stopped{});
    now_ += 2s;
    handle(visit::Finished{});
    REQUIRE(std::holds_alternative<visit::Attract>(session_.state().doing));
  }

  void wait(Time time) { now_ += time; }
  std::uint64_t answered() const { return answered_; }

  struct Found {
    std::uint64_t kept = 0;
    std::uint64_t marked = 0;
    std::uint64_t bursts = 0;
  };
  Found found() {
    performer_.reset();
    auto store = store::Store::open(folder_.path(), {.file = store::file_for(setup_.survey.stage)});
    REQUIRE(store);
    auto snapshot = store->snapshot();
    Found found;
    const auto counts = snapshot->counts();
    REQUIRE(counts);
    for (const auto& question : *counts) found.marked += question.counts.marked;
    const auto sets = snapshot->sets();
    REQUIRE(sets);
    for (const auto& set : *sets) {
      REQUIRE(snapshot->each_choice(set.id, [&](const store::Choice& choice) {
        ++found.kept;
        found.bursts += (choice.given.flags & store::burst) != 0 ? 1U : 0U;
        return true;
      }));
    }
    return found;
  }

  /// How many opinions everyone may see of all dilemmas.
  std::uint64_t published() const {
    std::uint64_t all = 0;
    for (const auto& tally : session_.state().published) all += tally ? tally->answers : 0;
    return all;
  }

 private:
  std::size_t first_dilemma() const {
    const auto& questions = setup_.survey.questions;
    return static_cast<std::size_t>(
        std::find_if(questions.begin(), questions.end(),
                     [](const auto& question) { return question.kind == survey::Kind::dilemma; }) -
        questions.begin());
  }
  void handle(const visit::Event& event) {
    for (const visit::Effect& effect : session_.handle(event, {now_, luck_.number()})) {
      if (const auto outcome = performer_->perform(effect)) handle(*outcome);
    }
  }

  tests::TempFolder folder_;
  app::Setup setup_ = shipped();
  std::optional<app::Performer> performer_{std::in_place, folder_.path(), setup_.survey, setup_.station};
  app::Session session_{setup_, visit::Attract{}};
  Random luck_ = Random::seeded(4);
  Time now_{1s};
  std::uint64_t answered_ = 0;
};

}  // namespace

TEST_CASE("a class of schoolchildren, three a minute with three answers each, is not marked") {
  Hall hall;
  for (std::size_t child = 0; child < 30; ++child) {
    hall.visitor(1500ms, 3, 0);  // all on the nearest side, as soon as they have read
    hall.wait(8s);
  }
  const auto found = hall.found();
  CHECK(hall.answered() == 90);
  CHECK(found.kept == 90);
  CHECK(found.marked == 0);
}

TEST_CASE("who knows the questions by heart and is as quick as a practised finger is not marked") {
  Hall hall;
  for (int i = 0; i < 20; ++i) hall.visitor(700ms, 3, static_cast<std::size_t>(i % 2));
  CHECK(hall.found().marked == 0);
}

TEST_CASE("who mashes one place is kept and marked, moves nothing that others see, and blocks nobody") {
  Hall hall;
  for (int i = 0; i < 20; ++i) hall.visitor(350ms, 3, 0);
  CHECK(hall.published() == 0);
  hall.visitor(4s, 3, 0);
  CHECK(hall.answered() == 63);
  const auto found = hall.found();
  CHECK(found.kept == 63);
  CHECK(found.marked == 60);  // and not the visitor who came next
  CHECK(found.bursts == 60 - (store::NuisanceGuard::burst_from - 1));
}

TEST_CASE("what is published moves with answers that are meant") {
  Hall hall;
  for (int i = 0; i < 12; ++i) hall.visitor(4s, 3, 0);
  CHECK(hall.published() > 0);
}

}  // namespace kiosk::nuisance_test
