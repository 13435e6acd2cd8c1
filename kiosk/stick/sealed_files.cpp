#include "kiosk/stick/sealed_files.h"

#include <span>

#include "kiosk/base/digest.h"
#include "kiosk/batch/jsonl.h"
#include "kiosk/batch/sealed_texts.h"

namespace kiosk::stick {

namespace {

std::span<const unsigned char> bytes_of(const std::string& text) {
  return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

}  // namespace

Result<KnownSets, store::StoreError> known_sets(store::Snapshot& snapshot, const store::ReadSet& read_set) {
  const auto kept = snapshot.sets();
  if (!kept) return kept.error();
  KnownSets sets;
  for (const store::KeptSet& set : *kept) {
    auto survey = read_set(set);
    if (survey) sets.emplace(set.id, KnownSet{std::move(*survey), set.source});
  }
  return sets;
}

std::string file_name(const store::Seal& seal, Part part) {
  const char* ending = ".jsonl";
  if (part == Part::texts) ending = ".texts.jsonl";
  if (part == Part::sealed_texts) ending = ".texts.jsonl.age";
  if (part == Part::proof) ending = ".sealed.jsonl";
  return batch::stem_of(seal.station, seal.batch) + ending;
}

Result<Made, store::StoreError> SealedFiles::make(const store::Seal& seal, Part part,
                                                  const batch::TakePiece& take) {
  const auto set = sets_.find(seal.set);
  if (set == sets_.end()) return Made{.whole = false};
  return part == Part::answers ? make_answers(seal, set->second, take) : make_texts(seal, set->second, take);
}

/// A batch is the same for good: one that is not what was sealed is not given out.
Result<Made, store::StoreError> SealedFiles::make_answers(const store::Seal& seal, const KnownSet& set,
                                                          const batch::TakePiece& take) {
  batch::Legend legend{seal.set, set.survey};
  Hasher hasher;
  const auto written = batch::write_batch(
      batch::head_of(seal, set.survey, set.source), legend,
      [&](const store::TakeChoice& each) { return snapshot_.each_sealed_choice(seal.batch, each); },
      [&](std::string_view piece) {
        hasher.take(piece);
        return take(piece);
      });
  if (!written) return written.error();
  take(batch::signed_closing(seal.answers, seal.hash, seal.signature));
  return Made{.whole = hasher.so_far() == seal.hash &&
                       is_signed(bytes_of(batch::signed_part(seal.hash)), seal.signature, seal.key),
              .rows = seal.answers};
}

Result<Made, store::StoreError> SealedFiles::make_texts(const store::Seal& seal, const KnownSet& set,
                                                        const batch::TakePiece& take) {
  batch::Legend legend{seal.set, set.survey};
  Made made;
  std::string lines;
  const auto seen = snapshot_.each_sealed_text(seal.batch, [&](const store::OwnWords& text) {
    const auto row = legend.row(text);
    if (text.state == store::TextState::erased) ++made.erased;
    if (text.state == store::TextState::erased || !row) return true;
    batch::add_line(lines, *row);
    ++made.rows;
    return true;
  });
  if (!seen) return seen.error();
  made.left_out = seal.texts - made.rows - made.erased;
  batch::Head head = batch::head_of(seal, set.survey, set.source);
  head.answers = made.rows;
  head.erased = made.erased;
  head.key = key_.public_key();
  lines.insert(0, batch::texts_opening(head));
  Hasher hasher;
  hasher.take(lines);
  const Digest digest = hasher.so_far();
  if (take(lines)) {
    take(batch::signed_closing(made.rows, digest, key_.sign(bytes_of(batch::signed_part(digest)))));
  }
  return made;
}

}  // namespace kiosk::stick
