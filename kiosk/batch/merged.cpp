#include "kiosk/batch/merged.h"

#include "kiosk/base/digest.h"
#include "kiosk/batch/out_folder.h"

namespace kiosk::batch {

namespace {

std::string name_of(const FoundFile& found) {
  const char* ending = found.sealed ? ".sealed.jsonl" : found.file.has_words() ? ".texts.jsonl" : ".jsonl";
  return stem_of(found.file.head.station, found.file.head.batch) + ending;
}

GatherError not_copied(const IoError& error) {
  return {GatherError::Kind::failed, error.text() + "; make room or take another disk, and try again"};
}

/// Both files of sealed texts as they are; the proof last.
Result<Done, GatherError> copy_sealed(const Gathered& gathered, const FoundFile& found, PlainFolder& out) {
  const Folder& from = *gathered.folders[found.folder].folder;
  Hasher hasher;
  for (const std::string& name : {age_name(*found.sealed), found.name}) {
    const bool is_proof = name == found.name;
    auto file = out.start(is_proof ? name_of(found) : name);
    if (!file) return not_copied(file.error());
    std::optional<IoError> failure;
    std::string proof;
    const auto read = from.read(name, [&](std::string_view piece) {
      if (is_proof) proof += piece;
      if (!is_proof) hasher.take(piece);
      if (const auto added = (*file)->add(piece); !added) failure = added.error();
      return !failure;
    });
    if (failure) return not_copied(*failure);
    if (!read) return not_copied(read.error());
    const auto note = is_proof ? note_in(proof) : found.sealed;
    if (!note || note->digest != found.sealed->digest || hasher.so_far() != found.sealed->digest) {
      return GatherError{
          GatherError::Kind::failed,
          (from.path() / name).string() + " changed while it was read; leave the stick in, and try again"};
    }
    if (const auto finished = (*file)->finish(); !finished) return not_copied(finished.error());
  }
  return Done{};
}

Result<Done, GatherError> copy(const Gathered& gathered, const FoundFile& found, Surveys& surveys,
                               PlainFolder& out) {
  if (found.sealed) return copy_sealed(gathered, found, out);
  auto file = out.start(name_of(found));
  if (!file) return not_copied(file.error());
  std::optional<IoError> failure;
  const auto take = [&](std::string_view piece) {
    if (const auto added = (*file)->add(piece); !added) failure = added.error();
    return !failure;
  };
  const auto read = read_again(
      gathered, found, surveys, [](const Line&) { return true; }, take);
  if (failure) return not_copied(*failure);
  if (!read) return read.error();
  if (const auto finished = (*file)->finish(); !finished) return not_copied(finished.error());
  return Done{};
}

}  // namespace

Result<Done, GatherError> copy_batches(const Gathered& gathered, const Folder& batches) {
  PlainFolder out{batches};
  Surveys surveys;
  for (const auto& [id, batch] : gathered.batches) {
    for (const auto* found : {&batch.answers, &batch.texts}) {
      if (!*found) continue;
      const auto& from = gathered.folders[(*found)->folder].folder->path();
      std::error_code unknown;
      const bool there =
          std::filesystem::equivalent(from, batches.path(), unknown) && (*found)->name == name_of(**found);
      if (there) continue;
      if (const auto copied = copy(gathered, **found, surveys, out); !copied) return copied.error();
    }
  }
  return Done{};
}

}  // namespace kiosk::batch
