#include "kiosk/sdl/mask.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <numeric>

namespace kiosk::mask_test {

using namespace kiosk;
using sdl::Mask;

namespace {

int at(const Mask& mask, int x, int y) {
  return mask
      .coverage[static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.w) + static_cast<std::size_t>(x)];
}

/// How many px are covered, parts of them counted as parts.
double area(const Mask& mask) {
  return std::accumulate(mask.coverage.begin(), mask.coverage.end(), 0.0) / 255;
}

/// Some px are neither covered nor free.
bool is_smooth(const Mask& mask) {
  return std::any_of(mask.coverage.begin(), mask.coverage.end(),
                     [](int value) { return value > 20 && value < 235; });
}

bool touches_the_border(const Mask& mask) {
  for (int i = 0; i < mask.w; ++i) {
    if (at(mask, i, 0) + at(mask, i, mask.h - 1) + at(mask, 0, i) + at(mask, mask.w - 1, i) > 0) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a disc is round: as large as a circle, smooth, and the same from all sides") {
  for (const int radius : {4, 12, 40}) {
    INFO("radius " << radius);
    const Mask disc = sdl::disc_mask(radius);
    CHECK(disc.coverage.size() == static_cast<std::size_t>(4 * radius * radius));
    CHECK(area(disc) == Approx(std::numbers::pi * radius * radius).epsilon(0.01));
    CHECK(is_smooth(disc));
    CHECK(at(disc, 0, 0) == 0);
    CHECK(at(disc, radius, radius) == 255);
    CHECK(std::equal(disc.coverage.begin(), disc.coverage.end(), disc.coverage.rbegin()));
  }
}

TEST_CASE("a ring has the area that is left of it, and starts at the top") {
  constexpr int size = 80;
  constexpr int thickness = 10;
  const double whole = std::numbers::pi * (40.0 * 40 - 30 * 30);
  for (const double left : {1.0, 0.75, 0.5, 0.25, 0.0}) {
    INFO("left " << left);
    const Mask ring = sdl::ring_mask(size, thickness, left);
    CHECK(area(ring) == Approx(left * whole).margin(0.02 * whole));
    CHECK(at(ring, size / 2, size / 2) == 0);
    CHECK(at(ring, size / 2 - 4, 5) == (left > 0 ? 255 : 0));  // just left of the top goes last
    CHECK(at(ring, size / 2 + 4, 5) == (left == 1 ? 255 : 0));
  }
}

TEST_CASE("a dashed edge is half dashes, within the edge alone, and its ends meet") {
  constexpr int w = 200;
  constexpr int h = 100;
  constexpr int edge = 4;
  const Mask dashed = sdl::dashed_mask(w, h, 20, edge);
  const double round = 2 * (w - 40 + h - 40) + 2 * std::numbers::pi * 18;
  CHECK(area(dashed) == Approx(round * edge / 2).epsilon(0.06));
  for (int y = edge + 1; y < h - edge - 1; ++y) {
    for (int x = 25; x < w - 25; ++x) REQUIRE(at(dashed, x, y) == 0);
  }
  int starts = 0;  // of dashes on the top side
  for (int x = 21; x < w - 20; ++x) starts += at(dashed, x, 1) > 127 && at(dashed, x - 1, 1) <= 127 ? 1 : 0;
  CHECK(starts >= 6);
  CHECK(starts <= 7);
}

TEST_CASE("every icon is drawn, smooth, and within its square") {
  for (int number = 0; number <= static_cast<int>(ui::Icon::pause); ++number) {
    for (const int size : {24, 37, 96}) {
      INFO("icon " << number << " at " << size << " px");
      const Mask icon = sdl::icon_mask(static_cast<ui::Icon>(number), size);
      const double share = area(icon) / (size * size);
      CHECK(share > 0.05);
      CHECK(share < 0.5);
      CHECK(is_smooth(icon));
      CHECK_FALSE(touches_the_border(icon));
    }
  }
}

TEST_CASE("the filled half of the icon for contrast is full") {
  for (const int size : {24, 40, 77, 120}) {
    const Mask icon = sdl::icon_mask(ui::Icon::contrast, size);
    const double middle = size / 2.0;
    const double radius = size * 9.0 / ui::icon_field;
    for (int y = 0; y < size; ++y) {
      for (int x = size / 2 + 1; x < size; ++x) {
        if (std::hypot(x + 0.5 - middle, y + 0.5 - middle) > radius) continue;
        INFO(size << " px: " << x << ", " << y);
        REQUIRE(icon.coverage[static_cast<std::size_t>(y * size + x)] == 255);
      }
    }
  }
}

}  // namespace kiosk::mask_test
