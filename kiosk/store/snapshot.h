#pragma once

#include <string>
#include <vector>

#include "kiosk/store/counts.h"
#include "kiosk/store/lmdb.h"
#include "kiosk/store/lookers.h"
#include "kiosk/store/reading.h"
#include "kiosk/store/seal.h"
#include "kiosk/store/tables.h"

namespace kiosk::store {

/// A question set under which answers were given.
struct KeptSet {
  SetId id{};
  std::string source;  ///< the whole text of the file; empty where it is not what was kept
};

/// The store as it was at one moment; visitors go on answering meanwhile. May be handed to another thread,
/// and is for one at a time. Ends before its Store, and soon: pages that it sees cannot be used again until
/// then, and the store is not written anew. Where a failed write makes the store open its file again, every
/// call fails with busy: end it then.
class Snapshot {
 public:
  /// How many answers the tables hold, damaged ones included.
  struct Stored {
    std::uint64_t open = 0;
    std::uint64_t sealed = 0;
  };

  Snapshot(Transaction transaction, const Tables& tables, const TagKey& tag_key, Lookers::Looker looker)
      : looker_{std::move(looker)},
        transaction_{std::move(transaction)},
        tables_{tables},
        tag_key_{tag_key} {}

  /// Every set that answers were ever stored under, in order of id.
  Result<std::vector<KeptSet>, StoreError> sets();

  /// The counts of every question that was answered or skipped, by set, then by question.
  Result<std::vector<QuestionCounts>, StoreError> counts();

  /// Reads all that is published, and what it will be made of. Fails with corrupt where that is not as it was
  /// written.
  Result<Done, StoreError> check_standings();

  /// The open answers: the choices under one set, the free texts of all sets. See reading.h.
  Result<Seen, StoreError> each_choice(const SetId& set, const TakeChoice& take);
  Result<Seen, StoreError> each_text(const TakeText& take);

  /// The seal of every sealed batch, in order of their random names.
  Result<std::vector<Seal>, StoreError> seals();

  /// The answers of one sealed batch.
  Result<Seen, StoreError> each_sealed_choice(const BatchId& batch, const TakeChoice& take);
  Result<Seen, StoreError> each_sealed_text(const BatchId& batch, const TakeText& take);

  /// The free texts to a question that everyone may read: those that staff said so of, and no other. In the
  /// order of their random ids, first the open, then those of sealed batches. What a public screen shows
  /// comes from here.
  Result<std::vector<std::string>, StoreError> texts_for_everyone(const SetId& set, std::uint16_t question);

  /// Costs the same for any number of answers.
  Result<Stored, StoreError> stored();

  /// Reads every answer and tells how many are not as they were written: those that `stored` counts and
  /// nobody gets to see.
  Result<Stored, StoreError> damaged();

 private:
  Result<Done, StoreError> may_read() const;

  Lookers::Looker looker_;  // ends after the transaction
  Transaction transaction_;
  Tables tables_;
  TagKey tag_key_;
};

}  // namespace kiosk::store
