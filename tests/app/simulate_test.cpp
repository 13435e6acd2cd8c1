#include <catch2/catch.hpp>

#include "tests/store/given.h"
#include "tests/support/program.h"

namespace kiosk::simulate_test {

using namespace kiosk;

namespace {

/// What came of simulated visits: what the program said, and the answers that it left behind, without their
/// random ids.
struct Simulated {
  tests::Ended ended;
  std::vector<std::string> answers;
};

/// Visits into a store of their own; no display anywhere near.
Simulated simulate(int visits, int seed) {
  const tests::TempFolder folder;
  Simulated simulated{tests::run_to_end({KIOSK_PROGRAM, "simulate", "--visits", std::to_string(visits),
                                         "--seed", std::to_string(seed), "--store", "store"},
                                        folder.path(), {"SDL_VIDEODRIVER=none", "HOME=/nonexistent"}),
                      {}};
  auto store = store::Store::open_to_read(folder / "store");
  REQUIRE(store);
  simulated.answers = store::given::held(*store);
  return simulated;
}

}  // namespace

TEST_CASE("simulated visitors leave as many answers as they are said to, without a display") {
  const Simulated simulated = simulate(25, 1);
  INFO(simulated.ended.out << simulated.ended.err);
  CHECK(simulated.ended.status == 0);
  CHECK(simulated.ended.err.empty());
  CHECK(simulated.answers.size() > 25);
  const std::string said = "25 visits, " + std::to_string(simulated.answers.size()) + " answers, ";
  CHECK(simulated.ended.out.substr(0, said.size()) == said);
}

TEST_CASE("the same seed brings the same visitors, another seed others") {
  const std::vector<std::string> once = simulate(10, 7).answers;
  CHECK(once == simulate(10, 7).answers);
  CHECK(once != simulate(10, 8).answers);
}

TEST_CASE("answers of earlier visits stay and are not counted again") {
  const tests::TempFolder folder;
  const auto add = [&] {
    return tests::run_to_end({KIOSK_PROGRAM, "simulate", "--visits", "5", "--store", "store"}, folder.path())
        .out;
  };
  const auto answers = [](const std::string& out) { return out.substr(0, out.find(" answers")); };
  CHECK(answers(add()) == answers(add()));
}

}  // namespace kiosk::simulate_test
