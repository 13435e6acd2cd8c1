#include "kiosk/store/snapshot.h"

#include <algorithm>

#include "kiosk/store/standings.h"

namespace kiosk::store {

Result<Done, StoreError> Snapshot::may_read() const {
  if (!looker_.is_in_the_way()) return Done{};
  return StoreError{StoreError::Kind::busy, 0, "read the answers", {}};
}

Result<std::vector<KeptSet>, StoreError> Snapshot::sets() {
  if (const auto may = may_read(); !may) return may.error();
  std::vector<KeptSet> sets;
  const auto read = each_row(transaction_, tables_.sets, [&](const KeyValue& row) {
    KeptSet set;
    std::copy_n(row.key.begin(), std::min(row.key.size(), set.id.size()), set.id.begin());
    set.source.assign(row.value.begin(), row.value.end());
    if (short_digest(set.source) != set.id) set.source.clear();
    sets.push_back(std::move(set));
    return true;
  });
  if (!read) return read.error();
  return sets;
}

Result<std::vector<QuestionCounts>, StoreError> Snapshot::counts() {
  if (const auto may = may_read(); !may) return may.error();
  std::vector<QuestionCounts> all;
  bool whole = true;
  const auto read = each_row(transaction_, tables_.counts, [&](const KeyValue& row) {
    const auto told = decode_counts(row, tag_key_);
    whole = whole && told;
    if (told) all.push_back(*told);
    return whole;
  });
  if (!read) return read.error();
  if (!whole) return StoreError{StoreError::Kind::corrupt, 0, "read the counts", {}};
  return all;
}

Result<Done, StoreError> Snapshot::check_standings() {
  bool whole = true;
  const auto read = each_row(transaction_, tables_.standings, [&](const KeyValue& row) {
    whole = whole && decode_standing(row, tag_key_);
    return whole;
  });
  if (!read) return read.error();
  if (!whole) return StoreError{StoreError::Kind::corrupt, 0, "read what is published", {}};
  return Done{};
}

Result<Seen, StoreError> Snapshot::each_choice(const SetId& set, const TakeChoice& take) {
  if (const auto may = may_read(); !may) return may.error();
  return store::each_choice(transaction_, tables_.answers, tag_key_, set, take);
}

Result<Seen, StoreError> Snapshot::each_text(const TakeText& take) {
  if (const auto may = may_read(); !may) return may.error();
  return store::each_text(transaction_, tables_.texts, tag_key_, {}, take);
}

Result<std::vector<Seal>, StoreError> Snapshot::seals() {
  if (const auto may = may_read(); !may) return may.error();
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
  if (const auto may = may_read(); !may) return may.error();
  return store::each_choice(transaction_, tables_.sealed_answers, tag_key_, batch, take);
}

Result<Seen, StoreError> Snapshot::each_sealed_text(const BatchId& batch, const TakeText& take) {
  if (const auto may = may_read(); !may) return may.error();
  return store::each_text(transaction_, tables_.sealed_texts, tag_key_, batch, take);
}

Result<std::vector<std::string>, StoreError> Snapshot::texts_for_everyone(const SetId& set,
                                                                          std::uint16_t question) {
  std::vector<std::string> words;
  const auto take = [&](const OwnWords& text) {
    if (text.set == set && text.question == question && text.state == TextState::shown)
      words.push_back(text.words);
    return true;
  };
  if (const auto open = each_text(take); !open) return open.error();
  const auto seals = this->seals();
  if (!seals) return seals.error();
  for (const Seal& seal : *seals) {
    if (const auto sealed = each_sealed_text(seal.batch, take); !sealed) return sealed.error();
  }
  return words;
}

Result<Snapshot::Stored, StoreError> Snapshot::stored() {
  if (const auto may = may_read(); !may) return may.error();
  const auto together = [this](Table first, Table second) -> Result<std::uint64_t, StoreError> {
    const auto a = transaction_.count(first);
    if (!a) return a.error();
    const auto b = transaction_.count(second);
    if (!b) return b.error();
    return *a + *b;
  };
  const auto open = together(tables_.answers, tables_.texts);
  if (!open) return open.error();
  const auto sealed = together(tables_.sealed_answers, tables_.sealed_texts);
  if (!sealed) return sealed.error();
  return Stored{*open, *sealed};
}

Result<Snapshot::Stored, StoreError> Snapshot::damaged() {
  const auto any_text = [](const OwnWords&) { return true; };
  const auto sets = this->sets();
  if (!sets) return sets.error();
  const auto seals = this->seals();
  if (!seals) return seals.error();
  std::vector<Result<Seen, StoreError>> open{each_text(any_text)};
  for (const KeptSet& set : *sets)
    open.push_back(count_choices(transaction_, tables_.answers, tag_key_, set.id));
  std::vector<Result<Seen, StoreError>> sealed;
  for (const Seal& seal : *seals) {
    sealed.push_back(count_choices(transaction_, tables_.sealed_answers, tag_key_, seal.batch));
    sealed.push_back(each_sealed_text(seal.batch, any_text));
  }
  auto left =
      stored();  // what stands under a name that rotted is found by nobody: it is missing among the good
  if (!left) return left;
  for (const auto& [parts, count] : {std::pair{&open, &left->open}, std::pair{&sealed, &left->sealed}}) {
    for (const auto& seen : *parts) {
      if (!seen) return seen.error();
      *count -= std::min(*count, seen->good);
    }
  }
  return left;
}

}  // namespace kiosk::store
