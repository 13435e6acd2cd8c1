#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace kiosk::bench {

/// Milliseconds that `work` takes.
template <class Work>
double timed(Work work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>{std::chrono::steady_clock::now() - start}.count();
}

/// The value that `part` of all (0 to 1) are at most; 0 of none.
inline double quantile(std::vector<double> values, double part) {
  if (values.empty()) return 0;
  const auto at = static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

inline double median(const std::vector<double>& values) { return quantile(values, 0.5); }

}  // namespace kiosk::bench
