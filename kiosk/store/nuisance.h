#pragma once

#include <cstdint>

namespace kiosk::store {

/// How an answer was tapped, in classes so coarse that they tell nothing of a person.
enum class Rhythm {
  calm,
  hurried,  ///< sooner after the question came than anyone can read it
};

/// Marks answers that may not be meant, so that results can be told with and without them. It drops nothing
/// and keeps nobody waiting: a child that mashes is followed by somebody who means it. Remembers a count and
/// no times.
class NuisanceGuard {
 public:
  /// So many hurried answers in a row at one place on the glass, and the rest of the row is a burst.
  static constexpr int burst_from = 5;

  /// The flags (see record.h) of an answer. `same_place`: it was tapped where the answer before it was.
  std::uint16_t flags_of(Rhythm rhythm, bool same_place);

 private:
  int in_a_row_ = 0;
};

}  // namespace kiosk::store
