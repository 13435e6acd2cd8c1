#pragma once

#include <optional>

#include "kiosk/store/record.h"
#include "kiosk/store/tables.h"
#include "kiosk/store/words.h"
#include "kiosk/survey/survey.h"

namespace kiosk::store {

/// The answers that no batch has closed over, of one question set, within one writing transaction: each
/// change keeps counts and standings in step. Ends before its transaction.
class OpenBatch {
 public:
  /// `step`: see publish_if_grown.
  OpenBatch(Transaction& transaction, const Tables& tables, const TagKey& tag_key, const SetId& set,
            std::uint64_t step)
      : transaction_{transaction}, tables_{tables}, tag_key_{tag_key}, set_{set}, step_{step} {}

  /// Adds an answer under the ids of `receipt`. What is there already stays as it is, and is not counted
  /// again.
  Result<Done, StoreError> add(const survey::Answer& answer, const Circumstances& given,
                               const survey::Receipt& receipt);

  /// Removes an answer. What is not there counts as removed.
  Result<Done, StoreError> remove(const survey::Receipt& receipt);

  /// Publishes the standing of a question where it has grown enough: once, at the end of all changes.
  Result<Done, StoreError> publish(std::uint16_t question);

 private:
  Result<bool, StoreError> add_choice(const survey::Answer& answer, const Circumstances& given, const Id& id);
  Result<bool, StoreError> add_words(const survey::Answer& answer, const Circumstances& given, const Id& id);
  Result<Done, StoreError> remove_choice(const Id& id);
  Result<Done, StoreError> remove_words(const Id& id, bool alone);
  Result<std::optional<Record>, StoreError> find(const Id& id);

  Transaction& transaction_;
  const Tables& tables_;
  const TagKey& tag_key_;
  SetId set_;
  std::uint64_t step_;
};

}  // namespace kiosk::store
