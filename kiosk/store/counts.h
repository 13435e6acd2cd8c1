#pragma once

#include <array>
#include <cstdint>

#include "kiosk/store/lmdb.h"
#include "kiosk/store/words.h"

namespace kiosk::store {

/// How often a question was answered, and how. Kept with every save, so that asking costs the same for any
/// number of answers.
struct Counts {
  std::uint64_t choices = 0;    ///< records with options
  std::uint64_t dont_know = 0;  ///< records with "don't know"
  std::uint64_t texts = 0;      ///< free texts
  std::uint64_t skipped = 0;    ///< gone past without an answer
  std::uint64_t marked = 0;     ///< of all rows those with a flag: perhaps not meant

  /// Rows in an export: a choice and the words beside it are two, since nothing may tie them together.
  std::uint64_t answers() const { return choices + dont_know + texts; }

  friend bool operator==(const Counts&, const Counts&) = default;
};

/// The counts of one question of one set.
struct QuestionCounts {
  SetId set{};
  std::uint16_t question = 0;
  Counts counts;

  friend bool operator==(const QuestionCounts&, const QuestionCounts&) = default;
};

/// A question's key in the tables that have a row for each: the set (16), then the question (2), the highest
/// byte first, so that rows come in the order of the questions.
using QuestionKey = std::array<unsigned char, 18>;
QuestionKey key_of(const SetId& set, std::uint16_t question);

/// Adds `by` (1, or -1) to one of the counts of a question, within `transaction`. Fails with corrupt where
/// they are not as they were written.
Result<Done, StoreError> change_count(Transaction& transaction, Table counts, const TagKey& tag_key,
                                      const SetId& set, std::uint16_t question, std::uint64_t Counts::*which,
                                      int by);

/// One row of the table "counts". Key: key_of(). Value: choices, dont_know, texts, skipped, marked; 8 bytes
/// each, little-endian; then the tag, SipHash of the key and all bytes before (8). Fails when it has another
/// size or tag.
Result<QuestionCounts, Damage> decode_counts(const KeyValue& row, const TagKey& tag_key);

}  // namespace kiosk::store
