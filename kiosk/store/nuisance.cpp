#include "kiosk/store/nuisance.h"

#include "kiosk/store/record.h"

namespace kiosk::store {

std::uint16_t NuisanceGuard::flags_of(Rhythm rhythm, bool same_place) {
  if (rhythm == Rhythm::calm) {
    in_a_row_ = 0;
    return 0;
  }
  in_a_row_ = same_place && in_a_row_ > 0 ? in_a_row_ + 1 : 1;
  return in_a_row_ >= burst_from ? hasty | burst : hasty;
}

}  // namespace kiosk::store
