#include "kiosk/stick/export.h"

#include <fmt/core.h>

#include <cerrno>
#include <map>
#include <optional>
#include <span>

#include "kiosk/base/digest.h"
#include "kiosk/base/file.h"
#include "kiosk/base/folder.h"
#include "kiosk/batch/csv.h"
#include "kiosk/batch/jsonl.h"
#include "kiosk/batch/sealing.h"
#include "kiosk/stick/copy.h"
#include "kiosk/stick/leaflet.h"

namespace kiosk::stick {

namespace {

using store::SetId;
using store::Snapshot;

constexpr unsigned readable_by_all = 0755;
constexpr std::uint64_t least_bytes_an_answer = 200;  // in both tables together; the longest are far above it
constexpr std::uint64_t least_bytes = 4096;           // the leaflet and the two openings

ExportError::Kind kind_of(const IoError& error) {
  if (error.disk_full()) return ExportError::Kind::full;
  switch (error.code) {
    case EROFS:
    case EACCES:
    case EPERM:
      return ExportError::Kind::read_only;
    case ELOOP:
    case EEXIST:
    case ENOTDIR:
    case EISDIR:
      return ExportError::Kind::refused;
    default:
      return ExportError::Kind::failed;
  }
}

const char* remedy(ExportError::Kind kind) {
  switch (kind) {
    case ExportError::Kind::read_only:
      return "the stick cannot be written to; unlock it or take another";
    case ExportError::Kind::full:
      return "the stick is full; remove something from it or take another";
    case ExportError::Kind::refused:
      return "something on the stick stands in the way; rename it or take another stick";
    default:
      return "the stick did not take the answers; leave it in until this is done, or take another";
  }
}

ExportError told(const IoError& error) {
  const ExportError::Kind kind = kind_of(error);
  return {kind, fmt::format("{} ({})", remedy(kind), error.text())};
}

ExportError told(const store::StoreError& error) { return {ExportError::Kind::store, error.text()}; }

struct Set {
  survey::Survey survey;
  std::string source;
};
using Sets = std::map<SetId, Set>;

Result<Sets, store::StoreError> sets_of(Snapshot& snapshot, const store::ReadSet& read_set) {
  const auto kept = snapshot.sets();
  if (!kept) return kept.error();
  Sets sets;
  for (const store::KeptSet& set : *kept) {
    auto survey = read_set(set);
    if (survey) sets.emplace(set.id, Set{std::move(*survey), set.source});
  }
  return sets;
}

std::span<const unsigned char> bytes_of(const std::string& text) {
  return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

/// Everything that is written to the stick, and what came of it.
class Export {
 public:
  Export(Snapshot& snapshot, const Sets& sets, const SigningKey& key, const Folder& feedback,
         const Folder& batches)
      : snapshot_{snapshot}, sets_{sets}, key_{key}, feedback_{feedback}, batches_{batches} {}

  Result<Exported, ExportError> write() {
    auto table = Copy::start(feedback_, "antwoorden.csv");
    if (!table) return told(table.error());
    if (const auto added = table->add(batch::csv_opening()); !added) return told(added.error());
    const auto seals = snapshot_.seals();
    if (!seals) return told(seals.error());
    for (const store::Seal& seal : *seals) {
      if (const auto written = add_batch(seal, *table); !written) return written.error();
    }
    const std::string closing = batch::csv_closing(rows_, table->so_far());
    if (const auto finished = finish(std::move(*table), closing); !finished) return finished.error();
    if (const auto book = write_codebook(); !book) return book.error();
    if (const auto explained = write_leaflet(); !explained) return explained.error();
    if (const auto compared = compare(); !compared) return compared.error();
    exported_.answers = rows_;
    if (const auto counted = count_missing(); !counted) return told(counted.error());
    exported_.batches = seals->size() - exported_.damaged_batches;
    return exported_;
  }

 private:
  /// A table that has rotted away looks like one that was never filled: only the counts still tell.
  Result<Done, store::StoreError> count_missing() {
    const auto counts = snapshot_.counts();
    if (!counts) return counts.error();
    const auto stored = snapshot_.stored();
    if (!stored) return stored.error();
    std::uint64_t counted = 0;
    for (const store::QuestionCounts& question : *counts) counted += question.counts.answers();
    const std::uint64_t here = stored->open + rows_ + erased_ + exported_.left_out;
    if (counted > here) exported_.left_out += counted - here;
    return Done{};
  }

  /// A batch is the same for good: one that is not what was sealed is not given out.
  Result<bool, store::StoreError> proves_itself(const store::Seal& seal, const batch::Head& head,
                                                batch::Legend& legend) {
    Hasher hasher;
    const auto written = batch::write_batch(head, legend, choices_of(seal), [&](std::string_view piece) {
      hasher.take(piece);
      return true;
    });
    if (!written) return written.error();
    return hasher.so_far() == seal.hash &&
           is_signed(bytes_of(batch::signed_part(seal.hash)), seal.signature, seal.key);
  }

  batch::EachChoice choices_of(const store::Seal& seal) {
    return [this, &seal](const store::TakeChoice& take) {
      return snapshot_.each_sealed_choice(seal.batch, take);
    };
  }

  Result<Done, ExportError> add_batch(const store::Seal& seal, Copy& table) {
    const auto set = sets_.find(seal.set);
    if (set == sets_.end()) return leave_out(seal);
    batch::Legend legend{seal.set, set->second.survey};
    const batch::Head head = batch::head_of(seal, set->second.survey, set->second.source);
    const auto whole = proves_itself(seal, head, legend);
    if (!whole) return told(whole.error());
    if (!*whole) return leave_out(seal);
    if (const auto written = write_answers(seal, head, legend, table); !written) return written.error();
    return write_texts(seal, head, legend, table);
  }

  Result<Done, ExportError> leave_out(const store::Seal& seal) {
    exported_.left_out += seal.answers + seal.texts;
    ++exported_.damaged_batches;
    return Done{};
  }

  Result<Done, ExportError> write_answers(const store::Seal& seal, const batch::Head& head,
                                          batch::Legend& legend, Copy& table) {
    auto file = Copy::start(batches_, name_of(seal, ".jsonl"));
    if (!file) return told(file.error());
    std::optional<IoError> failure;
    const auto take = [&](Copy& copy, std::string_view piece) {
      const auto added = copy.add(piece);
      if (!added) failure = added.error();
      return static_cast<bool>(added);
    };
    const auto written = batch::write_batch(head, legend, choices_of(seal),
                                            [&](std::string_view piece) { return take(*file, piece); });
    if (!written) return told(written.error());
    std::string line;
    const auto seen = snapshot_.each_sealed_choice(seal.batch, [&](const store::Choice& choice) {
      const auto row = legend.row(choice);
      if (failure || !row) return false;
      line.clear();
      batch::add_csv(line, seal.station, *row);
      ++rows_;
      return take(table, line);
    });
    if (!seen) return told(seen.error());
    if (failure) return told(*failure);
    return finish(std::move(*file), batch::signed_closing(seal.answers, seal.hash, seal.signature));
  }

  Result<Done, ExportError> write_texts(const store::Seal& seal, batch::Head head, batch::Legend& legend,
                                        Copy& table) {
    if (seal.texts == 0) return Done{};
    std::string lines;
    std::string cells;
    head.answers = 0;
    const auto seen = snapshot_.each_sealed_text(seal.batch, [&](const store::OwnWords& text) {
      const auto row = legend.row(text);
      if (text.state == store::TextState::erased) ++head.erased;
      if (text.state == store::TextState::erased || !row) return true;
      batch::add_line(lines, *row);
      batch::add_csv(cells, seal.station, *row);
      ++head.answers;
      return true;
    });
    if (!seen) return told(seen.error());
    exported_.left_out += seal.texts - head.answers - head.erased;
    erased_ += head.erased;
    head.key = key_.public_key();
    auto file = Copy::start(batches_, name_of(seal, ".texts.jsonl"));
    if (!file) return told(file.error());
    for (const std::string& piece : {batch::texts_opening(head), lines}) {
      if (const auto added = file->add(piece); !added) return told(added.error());
    }
    if (const auto added = table.add(cells); !added) return told(added.error());
    rows_ += head.answers;
    const Digest digest = file->so_far();
    return finish(std::move(*file), batch::signed_closing(head.answers, digest,
                                                          key_.sign(bytes_of(batch::signed_part(digest)))));
  }

  Result<Done, ExportError> write_codebook() {
    auto file = Copy::start(feedback_, "codeboek.csv");
    if (!file) return told(file.error());
    std::string text = batch::codebook_opening();
    std::uint64_t rows = 0;
    for (const auto& [id, set] : sets_) rows += batch::add_codebook(text, hex(id), set.survey);
    if (const auto added = file->add(text); !added) return told(added.error());
    const std::string closing = batch::csv_closing(rows, file->so_far());
    return finish(std::move(*file), closing);
  }

  Result<Done, ExportError> write_leaflet() {
    auto file = Copy::start(feedback_, "LEESMIJ.txt");
    if (!file) return told(file.error());
    return finish(std::move(*file), leaflet);
  }

  Result<Done, ExportError> finish(Copy file, std::string_view closing) {
    if (const auto added = file.add(closing); !added) return told(added.error());
    if (const auto finished = file.finish(); !finished) return told(finished.error());
    written_.push_back(std::move(file));
    return Done{};
  }

  Result<Done, ExportError> compare() {
    for (const Copy& copy : written_) {
      const auto same = copy.reads_back();
      if (!same) return told(same.error());
      if (!*same) {
        return ExportError{
            ExportError::Kind::differs,
            fmt::format("the stick gave back something else than was written to {}; take another stick",
                        copy.name())};
      }
      exported_.files.push_back(copy.path());
    }
    for (const Folder* folder : {&batches_, &feedback_}) {
      if (const auto dated = folder->date_to_midnight(); !dated) return told(dated.error());
    }
    return Done{};
  }

  static std::string name_of(const store::Seal& seal, const char* ending) {
    return seal.station + "-" + hex(seal.batch) + ending;
  }

  Snapshot& snapshot_;
  const Sets& sets_;
  const SigningKey& key_;
  const Folder& feedback_;
  const Folder& batches_;
  std::vector<Copy> written_;
  std::uint64_t rows_ = 0;
  std::uint64_t erased_ = 0;
  Exported exported_;
};

/// Says so before the first byte where there is clearly no room. Where there is only just too little, writing
/// fails.
Result<Done, ExportError> check_room(const std::filesystem::path& stick, std::uint64_t sealed) {
  const auto free = free_space(stick);
  if (!free) return told(free.error());
  const std::uint64_t needed = least_bytes + sealed * least_bytes_an_answer;
  if (*free >= needed) return Done{};
  return ExportError{ExportError::Kind::full,
                     fmt::format("{} (it has {} KiB free, the answers need at least {} KiB)",
                                 remedy(ExportError::Kind::full), *free >> 10U, needed >> 10U)};
}

Result<Folder, ExportError> feedback_folder(const std::filesystem::path& stick) {
  const auto root = Folder::open(stick);
  if (!root) {
    return ExportError{ExportError::Kind::no_stick,
                       fmt::format("there is no stick in {}; put one in and try again", stick.string())};
  }
  auto folder = root->enter_or_make("feedback", readable_by_all);
  if (!folder) return told(folder.error());
  return std::move(*folder);
}

}  // namespace

Result<Exported, ExportError> copy_out(store::Store& store, const store::ReadSet& read_set,
                                       const SigningKey& key, const std::filesystem::path& stick) {
  auto snapshot = store.snapshot();
  if (!snapshot) return told(snapshot.error());
  const auto stored = snapshot->stored();
  if (!stored) return told(stored.error());
  const auto sets = sets_of(*snapshot, read_set);
  if (!sets) return told(sets.error());

  const auto feedback = feedback_folder(stick);
  if (!feedback) return feedback.error();
  const auto batches = feedback->enter_or_make("batches", readable_by_all);
  if (!batches) return told(batches.error());
  if (const auto room = check_room(stick, stored->sealed); !room) return room.error();
  auto exported = Export{*snapshot, *sets, key, *feedback, *batches}.write();
  if (exported) exported->open = stored->open;
  return exported;
}

}  // namespace kiosk::stick
