#include "kiosk/app/pin.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "kiosk/base/password.h"
#include "tests/support/small_files.h"
#include "tests/support/temp_folder.h"

namespace kiosk::app::pin_test {
namespace {

using Says = visit::PinJudged::Says;

/// A clock that a test moves; it cannot be set back, and a new start begins at 0 under another name.
struct Machine {
  BootTime now{.boot = {1}, .seconds = 100};
  PinTries::Clock clock() {
    return [this] { return now; };
  }
  void restarts() { now = {{static_cast<unsigned char>(now.boot[0] + 1)}, 20}; }
};

std::uint64_t locked_for(PinTries& tries) {
  const auto locked = tries.locked_for();
  REQUIRE(locked);
  return *locked;
}

PinTries opened(const std::filesystem::path& file, Machine& machine) {
  auto tries = PinTries::open(file, machine.clock());
  REQUIRE(tries);
  return std::move(*tries);
}

}  // namespace

TEST_CASE("five tries are free, then each locks for twice as long, up to an hour") {
  const tests::TempFolder folder;
  Machine machine;
  PinTries tries = opened(folder / "pin.tries", machine);
  std::vector<std::uint64_t> locks;
  for (int i = 0; i < 14; ++i) {
    REQUIRE(tries.count());
    locks.push_back(locked_for(tries));
    machine.now.seconds += locks.back();
    CHECK(locked_for(tries) == 0);
  }
  CHECK(locks == std::vector<std::uint64_t>{0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600});
  REQUIRE(tries.forgive());
  CHECK(tries.free_tries() == 5);
}

TEST_CASE("a robot that restarts, cuts the power and sets the clock makes no more than 60 guesses a day") {
  // What it does between two guesses. The wall clock has no part in it: the kiosk does not look there.
  enum class Trick { none, new_process, restart, killed_while_counting };
  for (const Trick trick : {Trick::none, Trick::new_process, Trick::restart, Trick::killed_while_counting}) {
    INFO("trick " << static_cast<int>(trick));
    const tests::TempFolder folder;
    const std::filesystem::path file = folder / "pin.tries";
    Machine machine;
    std::optional<PinTries> tries = opened(file, machine);
    constexpr std::uint64_t a_day = 86'400;
    std::uint64_t spent = 0;
    int guesses = 0;
    while (spent < a_day) {
      const std::uint64_t locked = locked_for(*tries);
      if (locked > 0) {
        // It does not wait patiently: it tries its trick in the middle of each lock.
        const std::uint64_t half = (locked + 1) / 2;
        machine.now.seconds += half;
        spent += half;
        if (trick == Trick::restart && guesses % 3 == 0) {
          machine.restarts();
          spent += 20;
          tries = opened(file, machine);
        }
        machine.now.seconds += locked - half;
        spent += locked - half;
        continue;
      }
      REQUIRE(tries->count());
      ++guesses;
      spent += 3;  // six taps
      machine.now.seconds += 3;
      if (trick != Trick::none) tries = opened(file, machine);
      if (trick == Trick::restart) {
        machine.restarts();
        spent += 20;
        tries = opened(file, machine);
      }
      if (trick == Trick::killed_while_counting) {
        // The last write is torn: the place that it went to holds half of it.
        std::fstream torn{file, std::ios::in | std::ios::out | std::ios::binary};
        torn.seekp(guesses % 2 * 64 + 32);
        torn.write("torn torn torn torn", 16);
        torn.close();
        tries = opened(file, machine);
      }
    }
    CHECK(guesses <= 60);
    if (trick != Trick::restart) CHECK(guesses >= 24);  // a restart only makes it wait anew
  }
}

TEST_CASE("a lock that ran when the machine was switched off begins anew, and no sooner ends") {
  const tests::TempFolder folder;
  Machine machine;
  PinTries tries = opened(folder / "pin.tries", machine);
  for (int i = 0; i < 6; ++i) REQUIRE(tries.count());
  REQUIRE(locked_for(tries) == 60);
  machine.now.seconds += 59;
  CHECK(locked_for(tries) == 1);
  machine.restarts();
  PinTries again = opened(folder / "pin.tries", machine);
  CHECK(locked_for(again) == 60);
  machine.now.seconds += 60;
  CHECK(locked_for(again) == 0);
}

TEST_CASE("where starts have no names a lock still ends, and a new start does not end it") {
  const tests::TempFolder folder;
  Machine machine{.now = {.boot = {}, .seconds = 900'000}};
  PinTries tries = opened(folder / "pin.tries", machine);
  for (int i = 0; i < 5; ++i) REQUIRE(tries.count());
  machine.now.seconds = 20;  // another start
  CHECK(locked_for(tries) == 30);
  machine.now.seconds += 30;
  CHECK(locked_for(tries) == 0);
}

TEST_CASE("a count that was tampered with counts as very many tries") {
  const tests::TempFolder folder;
  Machine machine;
  std::ofstream{folder / "pin.tries"} << std::string(128, 'x');
  PinTries tries = opened(folder / "pin.tries", machine);
  CHECK(locked_for(tries) == 3600);
  CHECK(tries.free_tries() == 0);
}

TEST_CASE("the right PIN opens the door and sets the count back, and a wrong one never does", "[long]") {
  const tests::TempFolder folder;
  const auto kept = keep_secret("280519");
  REQUIRE(kept);
  CHECK(kept->find("280519") == std::string::npos);
  Machine machine;
  PinGuard guard{folder / "pin.tries", kept, machine.clock()};
  CHECK(guard.ask().says == Says::may_try);
  CHECK(guard.judge("111111").says == Says::wrong);
  CHECK(guard.ask().tries_left == 4);
  CHECK(guard.judge("280519").says == Says::right);
  CHECK(guard.ask().tries_left == 5);
  for (int i = 0; i < 5; ++i) guard.judge("000001");
  const visit::PinJudged locked = guard.judge("280519");
  CHECK(locked.says == Says::locked);
  CHECK(locked.locked_seconds == 30);
}

TEST_CASE("a try that cannot be counted is not made, also not with the right PIN") {
  const tests::TempFolder folder;
  const auto kept = keep_secret("280519");
  Machine machine;
  PinGuard guard{folder / "nowhere" / "pin.tries", kept, machine.clock()};
  CHECK(guard.ask().says == Says::cannot_count);
  CHECK(guard.judge("280519").says == Says::cannot_count);
}

TEST_CASE("without a PIN there is none that is right") {
  const tests::TempFolder folder;
  PinGuard guard{folder / "pin.tries", std::nullopt};
  CHECK(guard.ask().says == Says::none_set);
  CHECK(guard.judge("").says == Says::none_set);
  CHECK(guard.judge("000000").says == Says::none_set);
}

TEST_CASE("what others wrote as a kept PIN is none") {
  CHECK_FALSE(is_kept_secret(""));
  CHECK_FALSE(is_kept_secret("280519"));
  CHECK_FALSE(is_kept_secret("$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$aGFzaA"));
  CHECK_FALSE(is_kept_secret("$argon2i$v=19$m=262144,t=3,p=1$c29tZXNhbHQ$aGFzaA"));
}

}  // namespace kiosk::app::pin_test
