#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/store/snapshot.h"
#include "kiosk/visit/staff_events.h"

namespace kiosk::app {

/// The texts that nobody has looked at yet, in the order of their random ids, so that none can be tied to
/// when it was written: at most `most` of them. Those under `set` name their question.
Result<std::vector<visit::Writing>, store::StoreError> unread_writings(store::Snapshot& snapshot,
                                                                       const store::SetId& set,
                                                                       std::size_t most);

/// How many there are.
Result<std::uint64_t, store::StoreError> count_unread(store::Snapshot& snapshot);

}  // namespace kiosk::app
