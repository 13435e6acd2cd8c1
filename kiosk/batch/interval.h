#pragma once

#include <cstdint>

namespace kiosk::batch {

/// From and to, as parts of 1.
struct Interval {
  double low = 0;
  double high = 1;
};

/// Wilson's score interval of 95 % around `part` of `all` (at least 1): Wilson, J. Am. Stat. Assoc. 22
/// (1927); the one to use for small numbers and for shares near 0 or 1 (Brown, Cai and DasGupta, Stat. Sci.
/// 16 (2001)).
Interval wilson(std::uint64_t part, std::uint64_t all);

/// The interval of 95 % of the difference between two shares, the first less the second: Newcombe's hybrid
/// score interval, Stat. Med. 17 (1998), method 10.
Interval difference(std::uint64_t part, std::uint64_t all, std::uint64_t other_part, std::uint64_t other_all);

}  // namespace kiosk::batch
