#include "kiosk/store/counts.h"

#include <algorithm>
#include <array>

#include "kiosk/store/bytes.h"

namespace kiosk::store {

namespace {

constexpr std::size_t counts_tag_at = 40;
using Value = std::array<unsigned char, counts_tag_at + 8>;

Value value_of(const QuestionKey& key, const Counts& counts, const TagKey& tag_key) {
  Value value{};
  put_number(value, 0, counts.choices);
  put_number(value, 8, counts.dont_know);
  put_number(value, 16, counts.texts);
  put_number(value, 24, counts.skipped);
  put_number(value, 32, counts.marked);
  const auto tag = tag_of(key, std::span{value}.first(counts_tag_at), tag_key);
  std::copy(tag.begin(), tag.end(), value.begin() + counts_tag_at);
  return value;
}

}  // namespace

QuestionKey key_of(const SetId& set, std::uint16_t question) {
  QuestionKey key{};
  std::copy(set.begin(), set.end(), key.begin());
  key[16] = static_cast<unsigned char>(question >> 8U);
  key[17] = static_cast<unsigned char>(question & 0xFFU);
  return key;
}

Result<QuestionCounts, Damage> decode_counts(const KeyValue& row, const TagKey& tag_key) {
  if (row.key.size() != sizeof(QuestionKey) || row.value.size() != sizeof(Value)) return Damage::size;
  const auto tag = tag_of(row.key, row.value.first(counts_tag_at), tag_key);
  if (!std::equal(tag.begin(), tag.end(), row.value.begin() + counts_tag_at)) return Damage::tag;
  QuestionCounts told;
  std::copy_n(row.key.begin(), told.set.size(), told.set.begin());
  told.question = static_cast<std::uint16_t>((row.key[16] << 8U) | row.key[17]);
  told.counts.choices = get_number<std::uint64_t>(row.value, 0);
  told.counts.dont_know = get_number<std::uint64_t>(row.value, 8);
  told.counts.texts = get_number<std::uint64_t>(row.value, 16);
  told.counts.skipped = get_number<std::uint64_t>(row.value, 24);
  told.counts.marked = get_number<std::uint64_t>(row.value, 32);
  return told;
}

Result<Done, StoreError> change_count(Transaction& transaction, Table counts, const TagKey& tag_key,
                                      const SetId& set, std::uint16_t question, std::uint64_t Counts::*which,
                                      int by) {
  const QuestionKey key = key_of(set, question);
  const auto before = transaction.get(counts, key);
  if (!before) return before.error();
  Counts now;
  if (*before) {
    const auto told = decode_counts({key, **before}, tag_key);
    if (!told) return StoreError{StoreError::Kind::corrupt, 0, "count an answer", {}};
    now = told->counts;
  }
  now.*which += static_cast<std::uint64_t>(by);  // unsigned: adding -1 wraps round to one less
  return transaction.put(counts, key, value_of(key, now, tag_key));
}

}  // namespace kiosk::store
