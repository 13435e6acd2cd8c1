#include "kiosk/sdl/arrivals.h"

#include <algorithm>

namespace kiosk::sdl {

void Arrivals::blind(Time since, Time until) {
  if (blind_.size() >= most) blind_.clear();
  blind_.push_back({since, until});
}

Time Arrivals::earliest(Time read) const {
  const auto found = std::find_if(blind_.begin(), blind_.end(), [read](const Interval& each) {
    return each.since <= read && read <= each.until;
  });
  return found == blind_.end() ? read : found->since;
}

}  // namespace kiosk::sdl
