#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/base/signature.h"
#include "kiosk/batch/jsonl.h"
#include "kiosk/batch/row.h"
#include "kiosk/store/status.h"

namespace kiosk::batch {

/// Who seals, and when.
struct Sealing {
  std::string station;
  const SigningKey& key;
  std::uint64_t least = store::default_step;  ///< no batch is smaller: k
  bool close_event = false;                   ///< a person says that it is over: seal however few there are
};

/// What became of the open answers.
struct Sealed {
  std::vector<store::Seal> batches;
  std::uint64_t left_open = 0;  ///< answers too few to seal, or of a set that cannot be read
  std::uint64_t damaged = 0;    ///< open answers that are not as they were written: they stay, in no batch
};

/// Seals the open answers, a batch for each question set that has at least `least` choices or texts; each is
/// one transaction. Waits for the disk, and visitors wait meanwhile: a second for some 200,000 answers. To
/// leave no trace of their order, reseal the store afterwards.
Result<Sealed, store::StoreError> seal(store::Store& store, const store::ReadSet& read_set,
                                       const Sealing& sealing);

/// Where the answers of a batch come from, in the order of their random ids.
using EachChoice = std::function<Result<store::Seen, store::StoreError>(const store::TakeChoice&)>;

/// Takes a piece of a file; returns false to have no more.
using TakePiece = std::function<bool(std::string_view)>;

/// The first line's content for a batch with this seal.
Head head_of(const store::Seal& seal, const survey::Survey& survey, const std::string& source);

/// The answers of a batch as a file, up to its closing line, in pieces: its bytes, always the same for the
/// same seal. Answers that do not fit their set have no line.
Result<Done, store::StoreError> write_batch(const Head& head, Legend& legend, const EachChoice& each,
                                            const TakePiece& take);

}  // namespace kiosk::batch
