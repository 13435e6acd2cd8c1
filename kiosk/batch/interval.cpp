#include "kiosk/batch/interval.h"

#include <cassert>
#include <cmath>

namespace kiosk::batch {

namespace {

constexpr double z = 1.959964;  // 95 % of the normal distribution lie within so many standard deviations

double share(std::uint64_t part, std::uint64_t all) {
  return static_cast<double>(part) / static_cast<double>(all);
}

}  // namespace

Interval wilson(std::uint64_t part, std::uint64_t all) {
  assert(all > 0 && part <= all);
  const auto n = static_cast<double>(all);
  const double p = share(part, all);
  const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  return {part == 0 ? 0 : middle - half, part == all ? 1 : middle + half};
}

Interval difference(std::uint64_t part, std::uint64_t all, std::uint64_t other_part,
                    std::uint64_t other_all) {
  const double p = share(part, all);
  const double q = share(other_part, other_all);
  const Interval a = wilson(part, all);
  const Interval b = wilson(other_part, other_all);
  return {p - q - std::hypot(p - a.low, b.high - q), p - q + std::hypot(a.high - p, q - b.low)};
}

}  // namespace kiosk::batch
