#include "kiosk/base/random.h"

#include <array>
#include <catch2/catch.hpp>
#include <map>
#include <set>

using kiosk::Random;

TEST_CASE("the same seed gives the same numbers, another seed others") {
  Random one = Random::seeded(7);
  Random same = Random::seeded(7);
  Random other = Random::seeded(8);
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 100; ++i) {
    const std::uint64_t number = one.number();
    CHECK(number == same.number());
    CHECK(number != other.number());
    seen.insert(number);
  }
  CHECK(seen.size() == 100);
}

TEST_CASE("the system's numbers are not a seed's, and not the same twice") {
  Random one = Random::system();
  Random two = Random::system();
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 100; ++i) seen.insert({one.number(), two.number()});
  CHECK(seen.size() == 200);
}

TEST_CASE("every number below a bound is equally likely") {
  Random random = Random::seeded(1);
  // Three quarters of 2^64: a plain remainder would give the lower third twice as often as the rest.
  const std::uint64_t bound = 3ULL << 62U;
  std::array<int, 3> thirds{};
  for (int i = 0; i < 9000; ++i) {
    const std::uint64_t drawn = random.below(bound);
    REQUIRE(drawn < bound);
    ++thirds[drawn >> 62U];
  }
  for (const int count : thirds) CHECK(count == Approx(3000).margin(250));
}

TEST_CASE("below one there is only nought") { CHECK(Random::seeded(3).below(1) == 0); }
