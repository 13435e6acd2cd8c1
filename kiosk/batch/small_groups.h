#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include "kiosk/store/record.h"

namespace kiosk::batch {

/// Which groups of visitors are too small to be told from the others in one batch.
///
/// A batch goes to many people, row by row. Of each question the answers of a group of fewer than
/// store::smallest_cell lose their group in it. Where those that then have none are fewer than that too, the
/// next smallest group loses its own as well, so that nobody can tell which they were.
class SmallGroups {
 public:
  /// Counts an answer. All of a batch come first.
  void count(const store::Choice& choice) { ++sizes_[choice.question][choice.segment]; }

  /// Decides. Once, after all were counted.
  void decide();

  /// The answer as the batch is to hold it.
  store::Choice sealed(store::Choice choice) const;

 private:
  std::map<std::uint16_t, std::map<std::uint8_t, std::uint64_t>> sizes_;  // by question, by group
  std::set<std::pair<std::uint16_t, std::uint8_t>> hidden_;
};

}  // namespace kiosk::batch
