#include "kiosk/store/snapshot.h"

#include <algorithm>

namespace kiosk::store {

Result<std::vector<KeptSet>, StoreError> Snapshot::sets() {
  std::vector<KeptSet> sets;
  const auto read = each_row(transaction_, tables_.sets, [&](const KeyValue& row) {
    KeptSet set;
    std::copy_n(row.key.begin(), std::min(row.key.size(), set.id.size()), set.id.begin());
    set.source.assign(row.value.begin(), row.value.end());
    sets.push_back(std::move(set));
    return true;
  });
  if (!read) return read.error();
  return sets;
}

Result<std::vector<QuestionCounts>, StoreError> Snapshot::counts() {
  std::vector<QuestionCounts> all;
  bool whole = true;
  const auto read = each_row(transaction_, tables_.counts, [&](const KeyValue& row) {
    const auto told = decode_counts(row);
    whole = whole && told;
    if (told) all.push_back(*told);
    return whole;
  });
  if (!read) return read.error();
  if (!whole) return StoreError{StoreError::Kind::corrupt, 0, "read the counts", {}};
  return all;
}

Result<Seen, StoreError> Snapshot::each_choice(const SetId& set, const TakeChoice& take) {
  return store::each_choice(transaction_, tables_.answers, tag_key_, set, take);
}

Result<Seen, StoreError> Snapshot::each_text(const TakeText& take) {
  return store::each_text(transaction_, tables_.texts, tag_key_, {}, take);
}

Result<std::vector<Seal>, StoreError> Snapshot::seals() {
  std::vector<Seal> seals;
  bool whole = true;
  const auto read = each_row(transaction_, tables_.batches, [&](const KeyValue& row) {
    BatchId batch{};
    std::copy_n(row.key.begin(), std::min(row.key.size(), batch.size()), batch.begin());
    const auto seal = decode_seal(batch, row.value, tag_key_);
    whole = whole && seal;
    if (seal) seals.push_back(*seal);
    return whole;
  });
  if (!read) return read.error();
  if (!whole) return StoreError{StoreError::Kind::corrupt, 0, "read the sealed batches", {}};
  return seals;
}

Result<Seen, StoreError> Snapshot::each_sealed_choice(const BatchId& batch, const TakeChoice& take) {
  return store::each_choice(transaction_, tables_.sealed_answers, tag_key_, batch, take);
}

Result<Seen, StoreError> Snapshot::each_sealed_text(const BatchId& batch, const TakeText& take) {
  return store::each_text(transaction_, tables_.sealed_texts, tag_key_, batch, take);
}

Result<Snapshot::Stored, StoreError> Snapshot::stored() {
  const auto together = [this](Table one, Table other) -> Result<std::uint64_t, StoreError> {
    const auto a = transaction_.count(one);
    if (!a) return a.error();
    const auto b = transaction_.count(other);
    if (!b) return b.error();
    return *a + *b;
  };
  const auto open = together(tables_.answers, tables_.texts);
  if (!open) return open.error();
  const auto sealed = together(tables_.sealed_answers, tables_.sealed_texts);
  if (!sealed) return sealed.error();
  return Stored{*open, *sealed};
}

}  // namespace kiosk::store
