#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/store/counts.h"
#include "kiosk/store/lmdb.h"
#include "kiosk/store/record.h"
#include "kiosk/store/tables.h"
#include "kiosk/store/words.h"

namespace kiosk::store {

/// A question set under which answers were given.
struct KeptSet {
  SetId id{};
  std::string source;  ///< the whole text of the file
};

/// The store as it was at one moment; visitors go on answering meanwhile. Ends before its Store, and soon:
/// pages that it sees cannot be used again until then.
class Snapshot {
 public:
  /// What was read of a table: all of it, or up to where the reading was stopped.
  struct Seen {
    std::uint64_t good = 0;
    std::uint64_t damaged = 0;  ///< rows that are not as they were written; they are skipped
  };

  Snapshot(Transaction transaction, const Tables& tables, const TagKey& tag_key)
      : transaction_{std::move(transaction)}, tables_{tables}, tag_key_{tag_key} {}

  /// Every set that answers were ever stored under, in order of id.
  Result<std::vector<KeptSet>, StoreError> sets();

  /// The counts of every question that was answered or skipped, by set, then by question.
  Result<std::vector<QuestionCounts>, StoreError> counts();

  /// Hands every choice under `set` to `take`, in order of their random ids, until it returns false.
  Result<Seen, StoreError> each_choice(const SetId& set, const std::function<bool(const Choice&)>& take);

  /// Hands every free text, of all sets, to `take`, in order of their random ids, until it returns false.
  Result<Seen, StoreError> each_text(const std::function<bool(const OwnWords&)>& take);

  /// How many records and texts the tables hold, damaged ones included. Costs the same for any number.
  Result<std::uint64_t, StoreError> stored_choices() { return transaction_.count(tables_.answers); }
  Result<std::uint64_t, StoreError> stored_texts() { return transaction_.count(tables_.texts); }

 private:
  Transaction transaction_;
  Tables tables_;
  TagKey tag_key_;
};

}  // namespace kiosk::store
