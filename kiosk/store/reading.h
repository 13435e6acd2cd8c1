#pragma once

#include <cstdint>
#include <functional>

#include "kiosk/store/record.h"
#include "kiosk/store/tables.h"
#include "kiosk/store/words.h"

/// Reading answers within a transaction, one by one, each checked against its tag.
namespace kiosk::store {

/// What was read of a table: all of it, or up to where the reading was stopped.
struct Seen {
  std::uint64_t good = 0;
  std::uint64_t damaged = 0;  ///< rows that are not as they were written; they are skipped
};

using TakeRow = std::function<bool(const KeyValue&)>;
using TakeChoice = std::function<bool(const Choice&)>;
using TakeText = std::function<bool(const OwnWords&)>;

/// Hands every row of a table to `take`, in order, until it returns false.
Result<Done, StoreError> each_row(Transaction& transaction, Table table, const TakeRow& take);

/// Hands every choice under `key` (a set or a batch) to `take`, in the order of their random ids, until it
/// returns false.
Result<Seen, StoreError> each_choice(Transaction& transaction, Table table, const TagKey& tag_key, Bytes key,
                                     const TakeChoice& take);

/// How many choices under `key` are as they were written: by their tags alone, in half of the time.
Result<Seen, StoreError> count_choices(Transaction& transaction, Table table, const TagKey& tag_key,
                                       Bytes key);

/// Hands every free text whose key begins with `before` to `take`, in the order of their random ids, until it
/// returns false.
Result<Seen, StoreError> each_text(Transaction& transaction, Table table, const TagKey& tag_key, Bytes before,
                                   const TakeText& take);

}  // namespace kiosk::store
