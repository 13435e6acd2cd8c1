#include "kiosk/store/nuisance.h"

#include "kiosk/store/record.h"

namespace kiosk::store {

Place place_of(const survey::Answer& answer, std::size_t options) {
  constexpr Place dont_know = -1;
  constexpr Place words = -2;
  if (answer.dont_know) return dont_know;
  const auto shown = survey::order_from(answer.order, options);
  for (std::size_t place = 0; place < options; ++place) {
    if ((answer.options >> shown[place] & 1U) != 0) return static_cast<Place>(place);
  }
  return words;
}

std::uint16_t NuisanceGuard::flags_of(Rhythm rhythm, Place place) {
  if (rhythm == Rhythm::calm) {
    in_a_row_ = 0;
    return 0;
  }
  in_a_row_ = in_a_row_ > 0 && place == place_ ? in_a_row_ + 1 : 1;
  place_ = place;
  return in_a_row_ >= burst_from ? hasty | burst : hasty;
}

}  // namespace kiosk::store
