#include "kiosk/batch/small_groups.h"

#include <algorithm>
#include <vector>

#include "kiosk/store/published.h"

namespace kiosk::batch {

void SmallGroups::decide() {
  for (const auto& [question, sizes] : sizes_) {
    std::uint64_t nameless = 0;
    std::vector<std::pair<std::uint64_t, std::uint8_t>> by_size;
    for (const auto& [group, size] : sizes) {
      if (group == 0) nameless = size;
      if (group != 0) by_size.emplace_back(size, group);
    }
    std::sort(by_size.begin(), by_size.end());
    bool any = false;
    for (const auto& [size, group] : by_size) {
      const bool gives_away = any && nameless < store::smallest_cell;
      if (size >= store::smallest_cell && !gives_away) break;
      hidden_.emplace(question, group);
      nameless += size;
      any = true;
    }
  }
}

store::Choice SmallGroups::sealed(store::Choice choice) const {
  if (hidden_.contains({choice.question, choice.segment})) choice.segment = 0;
  return choice;
}

}  // namespace kiosk::batch
