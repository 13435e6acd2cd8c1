#pragma once

#include <map>
#include <string>

#include "kiosk/base/signature.h"
#include "kiosk/batch/sealing.h"
#include "kiosk/store/snapshot.h"
#include "kiosk/store/status.h"

namespace kiosk::stick {

/// A question set that was kept in a store, and can be read.
struct KnownSet {
  survey::Survey survey;
  std::string source;
};
using KnownSets = std::map<store::SetId, KnownSet>;

Result<KnownSets, store::StoreError> known_sets(store::Snapshot& snapshot, const store::ReadSet& read_set);

/// The files of a sealed batch: its answers, and its texts as they are, or sealed and what proves them.
enum class Part { answers, texts, sealed_texts, proof };

/// "UTR-01-<id>.jsonl", "UTR-01-<id>.texts.jsonl", "UTR-01-<id>.texts.jsonl.age", "UTR-01-<id>.sealed.jsonl"
std::string file_name(const store::Seal& seal, Part part);

/// What was made of a batch.
struct Made {
  bool whole = true;           ///< false: the answers are not what was sealed, or their set cannot be read
  std::uint64_t rows = 0;      ///< lines between the first and the last
  std::uint64_t erased = 0;    ///< texts that staff took out
  std::uint64_t left_out = 0;  ///< texts that are damaged
};

/// Makes the files of sealed batches from the store: the same bytes each time. Ends before what it was given.
class SealedFiles {
 public:
  SealedFiles(store::Snapshot& snapshot, const KnownSets& sets, const SigningKey& key)
      : snapshot_{snapshot}, sets_{sets}, key_{key} {}

  /// Hands the file of answers or of texts to `take`, piece by piece, until that returns false. Whether it is
  /// whole is known at its end only: hand what is not to nobody.
  Result<Made, store::StoreError> make(const store::Seal& seal, Part part, const batch::TakePiece& take);

 private:
  Result<Made, store::StoreError> make_answers(const store::Seal& seal, const KnownSet& set,
                                               const batch::TakePiece& take);
  Result<Made, store::StoreError> make_texts(const store::Seal& seal, const KnownSet& set,
                                             const batch::TakePiece& take);

  store::Snapshot& snapshot_;
  const KnownSets& sets_;
  const SigningKey& key_;
};

}  // namespace kiosk::stick
