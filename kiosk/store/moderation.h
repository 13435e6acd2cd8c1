#pragma once

#include "kiosk/store/tables.h"
#include "kiosk/store/words.h"

namespace kiosk::store {

/// Puts `state` and `reason` on the text `id`, wherever it stands, within `transaction`; erasing empties it.
/// Tells false where there is no such text, or it was erased before. Costs a look for each sealed batch.
Result<bool, StoreError> decide_text(Transaction& transaction, const Tables& tables, const TagKey& tag_key,
                                     const Id& id, TextState state, TextReason reason);

}  // namespace kiosk::store
