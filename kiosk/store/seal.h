#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/digest.h"
#include "kiosk/base/signature.h"
#include "kiosk/store/reading.h"

namespace kiosk::store {

/// A batch has a random name, drawn when it is sealed.
using BatchId = std::array<unsigned char, 16>;

/// What closes a batch for good. Hash and signature are over the batch as a file, so that the file can be
/// made again from the store at any time, and proves to be the same.
struct Seal {
  BatchId batch{};
  std::string station;  ///< its id when it sealed, at most 24 characters
  SetId set{};
  When from;  ///< the first and the last day (and part) on which its answers were given, as far as kept
  When to;
  std::uint64_t answers = 0;  ///< records
  std::uint64_t texts = 0;    ///< free texts, those erased later included
  PublicKey key{};            ///< of the station that signed
  Digest hash{};
  Signature signature{};

  friend bool operator==(const Seal&, const Seal&) = default;
};

/// A seal on disk, in the table "batches"; its key is the batch. Numbers are little-endian.
///
///     0 version | 1 zero | 2 from day (2) | 4 to day (2) | 6 from part | 7 to part
///     8 question set (16)
///    24 answers (8) | 32 texts (8)
///    40 public key (32) | 72 hash (32) | 104 signature (64)
///   168 station, ASCII, then zeros (24)
///   192 tag: SipHash of the batch and all bytes before (8)
std::vector<unsigned char> encode(const Seal& seal, const TagKey& key);

/// The seal in `bytes`, which stood under `batch`. Fails when anything in them is not as encode() leaves it.
Result<Seal, Damage> decode_seal(const BatchId& batch, Bytes bytes, const TagKey& key);

/// An answer as a batch is to hold it; nothing where it does not belong in one.
using SealChoice = std::function<std::optional<Choice>(const Choice&)>;

/// All of it, as it was given.
inline std::optional<Choice> as_it_is(const Choice& choice) { return choice; }

/// The open answers of one set, about to be sealed: as good as sealed when the seal is made.
class Closing {
 public:
  Closing(Transaction& transaction, const Tables& tables, const TagKey& tag_key, const SetId& set)
      : transaction_{transaction}, tables_{tables}, tag_key_{tag_key}, set_{set} {}

  /// As store::each_choice, each_text: what is damaged stays out, and stays open.
  Result<Seen, StoreError> each_choice(const TakeChoice& take);
  Result<Seen, StoreError> each_text(const TakeText& take);

  /// Moves what `sealed` makes of each answer under the batch of `seal`, with the seal beside it. What it
  /// makes nothing of stays open.
  Result<Done, StoreError> close(const Seal& seal, const SealChoice& sealed);

 private:
  Result<Done, StoreError> move_choices(const BatchId& batch, const SealChoice& sealed);
  Result<Done, StoreError> move_texts(const BatchId& batch);

  Transaction& transaction_;
  const Tables& tables_;
  const TagKey& tag_key_;
  SetId set_;
};

}  // namespace kiosk::store
