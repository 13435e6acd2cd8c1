#include "kiosk/batch/small_cells.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "kiosk/base/random.h"
#include "kiosk/batch/interval.h"

using namespace kiosk;
using namespace kiosk::batch;
using Numbers = std::vector<std::uint64_t>;
using Cells = std::vector<Cell>;
constexpr auto hidden = std::nullopt;

TEST_CASE("fewer than 5 are not shown apart, nor what would give them away") {
  CHECK(hide_small(Numbers{20, 30, 5}) == Cells{20, 30, 5});
  CHECK(hide_small(Numbers{20, 30, 4}) == Cells{hidden, 30, hidden});
  CHECK(hide_small(Numbers{20, 1, 1}) == Cells{hidden, hidden, hidden});
  CHECK(hide_small(Numbers{20, 4, 1, 40}) == Cells{20, hidden, hidden, 40});
  CHECK(hide_small(Numbers{0, 0, 9, 40}) == Cells{hidden, hidden, hidden, 40});
  CHECK(hide_small(Numbers{3}) == Cells{hidden});
  CHECK(hide_small(Numbers{}).empty());
}

TEST_CASE("in a table nobody can subtract along a row or a column to reach a small number") {
  Random random = Random::seeded(3);
  for (int round = 0; round < 2000; ++round) {
    const bool rows_add_up = random.below(2) == 0;
    std::vector<Numbers> table(2 + random.below(3), Numbers(2 + random.below(4)));
    for (Numbers& row : table) {
      for (std::uint64_t& number : row) number = random.below(12);
    }
    const auto cells = hide_small(table, rows_add_up);
    const auto sound = [&](const std::vector<std::pair<std::size_t, std::size_t>>& line) {
      std::size_t count = 0;
      std::uint64_t together = 0;
      for (const auto& [row, column] : line) {
        if (cells[row][column]) continue;
        ++count;
        together += table[row][column];
      }
      return count == 0 || count == line.size() || (count >= 2 && together >= 5);
    };
    for (std::size_t row = 0; row < table.size(); ++row) {
      std::vector<std::pair<std::size_t, std::size_t>> line;
      for (std::size_t column = 0; column < table[row].size(); ++column) {
        line.emplace_back(row, column);
        const Cell& cell = cells[row][column];
        REQUIRE((!cell || (*cell == table[row][column] && *cell >= 5)));
      }
      if (rows_add_up) REQUIRE(sound(line));
    }
    for (std::size_t column = 0; column < table[0].size(); ++column) {
      std::vector<std::pair<std::size_t, std::size_t>> line;
      for (std::size_t row = 0; row < table.size(); ++row) line.emplace_back(row, column);
      REQUIRE(sound(line));
    }
  }
}

TEST_CASE("margins are those of the books") {
  // Newcombe, Stat. Med. 17 (1998), tables I (page 861) and II (page 876)
  const auto near = [](const Interval& interval, double low, double high) {
    return std::abs(interval.low - low) < 5e-5 && std::abs(interval.high - high) < 5e-5;
  };
  CHECK(near(wilson(81, 263), 0.2553, 0.3662));
  CHECK(near(wilson(15, 148), 0.0624, 0.1605));
  CHECK(near(wilson(0, 20), 0.0, 0.1611));
  CHECK(near(wilson(1, 29), 0.0061, 0.1718));
  CHECK(near(wilson(29, 29), 0.8830, 1.0));
  CHECK(near(difference(56, 70, 48, 80), 0.0524, 0.3339));
  CHECK(near(difference(9, 10, 3, 10), 0.1705, 0.8090));
  CHECK(near(difference(10, 10, 0, 10), 0.6075, 1.0));
}
