#include "kiosk/store/snapshot.h"

#include <algorithm>

namespace kiosk::store {

namespace {

/// Hands every row of a table to `take`, until it returns false.
Result<Done, StoreError> each_row(Transaction& transaction, Table table,
                                  const std::function<bool(const KeyValue&)>& take) {
  auto cursor = transaction.cursor(table);
  if (!cursor) return cursor.error();
  for (auto row = cursor->first();; row = cursor->next()) {
    if (!row) return row.error();
    if (!*row || !take(**row)) return Done{};
  }
}

}  // namespace

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

Result<Snapshot::Seen, StoreError> Snapshot::each_choice(const SetId& set,
                                                         const std::function<bool(const Choice&)>& take) {
  auto cursor = transaction_.cursor(tables_.answers);
  if (!cursor) return cursor.error();
  Seen seen;
  for (auto row = cursor->first_of(set);; row = cursor->next_of_same()) {
    if (!row) return row.error();
    if (!*row) return seen;
    const auto choice = decode((*row)->value, tag_key_);
    ++(choice ? seen.good : seen.damaged);
    if (choice && !take(*choice)) return seen;
  }
}

Result<Snapshot::Seen, StoreError> Snapshot::each_text(const std::function<bool(const OwnWords&)>& take) {
  Seen seen;
  const auto read = each_row(transaction_, tables_.texts, [&](const KeyValue& row) {
    Id id{};
    std::copy_n(row.key.begin(), std::min(row.key.size(), id.size()), id.begin());
    const auto text = decode(id, row.value, tag_key_);
    ++(text ? seen.good : seen.damaged);
    return !text || take(*text);
  });
  if (!read) return read.error();
  return seen;
}

}  // namespace kiosk::store
