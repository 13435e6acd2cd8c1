#pragma once

#include <vector>

/// How children of a stack divide its room along one direction. Numbers in, numbers out.
namespace kiosk::ui {

/// What one child asks for, in px.
struct Wish {
  int wants = 0;  ///< before anything is shared out
  int least = 0;  ///< what it can do with where there is not enough for all; at most `wants` unless it shares
  double weight =
      0;  ///< of its share in what is left; its share is never so small that it has less than `least`
};

struct Division {
  std::vector<int> sizes;
  bool fits = true;  ///< false where even the least is too much: then the sizes go over the room
};

/// Divides `room` px to the last one. Where there is more than all want, the rest goes by weight; where there
/// is less, those that can do with less give way, each in proportion to what it can spare.
Division divide(const std::vector<Wish>& wishes, int room);

}  // namespace kiosk::ui
