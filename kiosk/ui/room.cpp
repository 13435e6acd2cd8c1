#include "kiosk/ui/room.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

/// Adds `amount` px to `sizes` by weight, to the last px: each takes its part of what those before it left.
void spread(int amount, const std::vector<double>& weights, int sign, std::vector<int>& sizes) {
  double weight_left = 0;
  for (const double weight : weights) weight_left += weight;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (weights[i] <= 0) continue;
    const int part = static_cast<int>(std::lround(amount * weights[i] / weight_left));
    sizes[i] += sign * part;
    amount -= part;
    weight_left -= weights[i];
  }
}

}  // namespace

Division divide(const std::vector<Wish>& wishes, int room) {
  Division division;
  std::vector<double> weights;
  std::vector<double> spare;
  int wanted = 0;
  int spare_in_all = 0;
  for (const Wish& wish : wishes) {
    division.sizes.push_back(wish.wants);
    weights.push_back(wish.weight);
    spare.push_back(wish.wants - wish.least);
    wanted += wish.wants;
    spare_in_all += wish.wants - wish.least;
  }
  if (wanted <= room) {
    spread(room - wanted, weights, 1, division.sizes);
  } else {
    spread(std::min(wanted - room, spare_in_all), spare, -1, division.sizes);
    division.fits = wanted - room <= spare_in_all;
  }
  return division;
}

}  // namespace kiosk::ui
