#pragma once

#include <cstddef>
#include <cstdint>

#include "kiosk/survey/survey.h"

namespace kiosk::store {

/// How an answer was tapped, in classes so coarse that they tell nothing of a person.
enum class Rhythm {
  calm,
  hurried,  ///< sooner after the question came than anyone can read it
};

/// Where on the glass an answer was tapped: which of the options shown, the first is 0; "don't know" and
/// words are places of their own.
using Place = int;
Place place_of(const survey::Answer& answer, std::size_t options);

/// Marks answers that may not be meant, so that results can be told with and without them. It drops nothing
/// and keeps nobody waiting: a child that mashes is followed by somebody who means it. Remembers a count and
/// no times.
class NuisanceGuard {
 public:
  /// So many hurried answers in a row at one place on the glass, and the rest of the row is a burst.
  static constexpr int burst_from = 5;

  /// The flags (see record.h) of the next answer, tapped at `place`.
  std::uint16_t flags_of(Rhythm rhythm, Place place);

 private:
  int in_a_row_ = 0;
  Place place_ = 0;  // of the row
};

}  // namespace kiosk::store
