#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <set>

#include "kiosk/base/random.h"
#include "kiosk/survey/survey.h"

namespace kiosk::survey::order_test {

namespace {

bool has_all_once(Order order) {
  std::sort(order.begin(), order.end());
  Order all(order.size());
  std::iota(all.begin(), all.end(), std::uint8_t{0});
  return order == all;
}

}  // namespace

TEST_CASE("every order of up to five options has a number of its own, and comes back from it") {
  std::uint64_t orders = 1;
  for (std::size_t count = 0; count <= 5; ++count) {
    orders *= std::max<std::uint64_t>(count, 1);
    std::set<Order> seen;
    for (std::uint64_t number = 0; number < orders; ++number) {
      INFO("order " << number << " of " << count << " options");
      const Order order = order_from(number, count);
      CHECK(has_all_once(order));
      CHECK(number_of(order) == number);
      seen.insert(order);
    }
    CHECK(seen.size() == orders);
  }
}

TEST_CASE("over ten thousand visits each side of a dilemma stands first in half of them") {
  Random luck = Random::seeded(1);
  int first = 0;
  for (int i = 0; i < 10000; ++i) first += order_from(luck.number(), 2).front() == 0 ? 1 : 0;
  CHECK(first > 4850);
  CHECK(first < 5150);
}

TEST_CASE("any number makes an order of twelve options, which comes back from its number") {
  constexpr std::uint64_t orders = 479001600;  // 12!
  std::uint64_t number = 0;
  for (int i = 0; i < 10000; ++i) {
    number += 0x9E3779B97F4A7C15;  // steps that come everywhere in 64 bits
    const Order order = order_from(number, 12);
    REQUIRE(has_all_once(order));
    REQUIRE(number_of(order) == number % orders);
    REQUIRE(order_from(number_of(order), 12) == order);
  }
}

}  // namespace kiosk::survey::order_test
