#include "kiosk/ui/room.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kiosk::ui {

namespace {

/// Adds `amount` px to `sizes` by weight, to the last px: each takes its part of what those before it left.
void spread(int amount, const std::vector<double>& weights, std::vector<int>& sizes) {
  double weight_left = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (weights[i] <= 0) continue;
    const int part = static_cast<int>(std::lround(amount * weights[i] / weight_left));
    sizes[i] += part;
    amount -= part;
    weight_left -= weights[i];
  }
}

/// What a child has to have at the very least beyond what it wants: more than nothing only where it shares.
int beyond(const Wish& wish) { return std::max(0, wish.least - wish.wants); }

/// Gives out `left` px by weight; whoever would get too little gets its least, and the others share the rest.
void share_out(const std::vector<Wish>& wishes, int left, std::vector<int>& sizes) {
  std::vector<double> weights(wishes.size());
  std::transform(wishes.begin(), wishes.end(), weights.begin(), [](const Wish& wish) { return wish.weight; });
  while (true) {
    std::vector<int> shares(wishes.size(), 0);
    spread(left, weights, shares);
    bool settled = true;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      if (weights[i] <= 0 || shares[i] >= beyond(wishes[i])) continue;
      sizes[i] += beyond(wishes[i]);
      left -= beyond(wishes[i]);
      weights[i] = 0;
      settled = false;
    }
    if (!settled) continue;
    for (std::size_t i = 0; i < wishes.size(); ++i) sizes[i] += shares[i];
    return;
  }
}

}  // namespace

Division divide(const std::vector<Wish>& wishes, int room) {
  Division division;
  division.sizes.reserve(wishes.size());
  int wanted = 0;
  bool any_shares = false;
  for (const Wish& wish : wishes) {
    division.sizes.push_back(wish.wants);
    wanted += wish.wants + beyond(wish);
    any_shares = any_shares || wish.weight > 0;
  }
  if (wanted > room) {
    std::vector<double> spare(wishes.size());
    std::transform(wishes.begin(), wishes.end(), spare.begin(),
                   [](const Wish& wish) { return std::max(0, wish.wants - wish.least); });
    const int spare_in_all = static_cast<int>(std::accumulate(spare.begin(), spare.end(), 0.0));
    spread(-std::min(wanted - room, spare_in_all), spare, division.sizes);
    division.fits = wanted - room <= spare_in_all;
  }
  if (!any_shares) return division;
  const int used = std::accumulate(division.sizes.begin(), division.sizes.end(), 0);
  share_out(wishes, std::max(0, room - used), division.sizes);
  return division;
}

}  // namespace kiosk::ui
