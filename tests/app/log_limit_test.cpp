#include "kiosk/app/log_limit.h"

#include <catch2/catch.hpp>
#include <string>

using namespace kiosk;
using namespace std::chrono_literals;

TEST_CASE("the first lines are written as they are") {
  app::LogLimit limit;
  for (int i = 1; i < app::LogLimit::lines_an_hour; ++i) CHECK(limit.line("it is so", 5s * i) == "it is so");
}

TEST_CASE("the last line for an hour says so, and the first one after it how many were left out") {
  app::LogLimit limit;
  std::string last;
  for (int i = 0; i < app::LogLimit::lines_an_hour; ++i) last = limit.line("it is so", 0s).value_or("");
  CHECK(last == "it is so (too often: the next such line in an hour at most)");
  CHECK_FALSE(limit.line("it is so", 3599s));
  CHECK_FALSE(limit.line("it is not so", 3599s));
  CHECK(limit.line("it is so", 3600s) == "it is so (before this, 2 such lines were left out)");
  CHECK(limit.line("it is not so", 3601s) == "it is not so");
}

TEST_CASE("what flaps all day long leaves a hundred and forty-four lines") {
  app::LogLimit limit;
  int lines = 0;
  std::size_t bytes = 0;
  for (auto up = 0s; up < 24h; up += 1s) {
    const auto line = limit.line(std::string(100, 'x'), up);
    if (!line) continue;
    ++lines;
    bytes += line->size();
  }
  CHECK(lines == 24 * app::LogLimit::lines_an_hour);
  CHECK(bytes < 20'000);
}
