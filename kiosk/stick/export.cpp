#include "kiosk/stick/export.h"

#include <fmt/core.h>

#include <cerrno>
#include <list>
#include <map>

#include "kiosk/base/digest.h"
#include "kiosk/base/file.h"
#include "kiosk/base/folder.h"
#include "kiosk/batch/csv.h"
#include "kiosk/batch/jsonl.h"
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

/// The question sets of a snapshot and how to read answers given under them.
struct Sets {
  std::list<survey::Survey> surveys;  // a list: legends point into it
  std::map<SetId, batch::Legend> legends;
  batch::Origin origin;
};

Result<Sets, store::StoreError> sets_of(Snapshot& snapshot, const store::ReadSet& read_set,
                                        const std::string& station) {
  const auto kept = snapshot.sets();
  if (!kept) return kept.error();
  Sets sets;
  sets.origin.station = station;
  for (const store::KeptSet& set : *kept) {
    auto survey = read_set(set);
    if (!survey) continue;
    sets.origin.sets.push_back({survey->id, hex(set.id)});
    sets.surveys.push_back(std::move(*survey));
    sets.legends.emplace(set.id, batch::Legend{set.id, sets.surveys.back()});
  }
  return sets;
}

/// Puts answers into all tables at once and counts them; keeps the first failure, and wants no more after it.
class Writing {
 public:
  Writing(const batch::Origin& origin, std::vector<Copy>& copies) : origin_{origin}, copies_{copies} {}

  bool add(const std::optional<batch::Row>& row) {
    if (!row) return true;  // it does not fit its set: counted as left out, since it is not counted here
    for (Copy& copy : copies_) {
      const auto added = copy.add(origin_, *row);
      if (added) continue;
      failure_ = added.error();
      return false;
    }
    ++answers_;
    return true;
  }

  std::uint64_t answers() const { return answers_; }
  const std::optional<IoError>& failure() const { return failure_; }

 private:
  const batch::Origin& origin_;
  std::vector<Copy>& copies_;
  std::uint64_t answers_ = 0;
  std::optional<IoError> failure_;
};

Result<Done, ExportError> write_answers(Snapshot& snapshot, Sets& sets, Writing& writing) {
  for (auto& [id, legend] : sets.legends) {
    const auto seen = snapshot.each_choice(
        id, [&, &rows = legend](const store::Choice& choice) { return writing.add(rows.row(choice)); });
    if (!seen) return told(seen.error());
    if (writing.failure()) return told(*writing.failure());
  }
  const auto seen = snapshot.each_text([&](const store::OwnWords& text) {
    const auto legend = sets.legends.find(text.set);
    return legend == sets.legends.end() || writing.add(legend->second.row(text));
  });
  if (!seen) return told(seen.error());
  if (writing.failure()) return told(*writing.failure());
  return Done{};
}

/// Says so before the first byte where there is clearly no room. Where there is only just too little, writing
/// fails.
Result<Done, ExportError> check_room(const std::filesystem::path& stick, std::uint64_t stored) {
  const auto free = free_space(stick);
  if (!free) return told(free.error());
  const std::uint64_t needed = least_bytes + stored * least_bytes_an_answer;
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

Result<Done, IoError> write_leaflet(const Folder& folder) {
  auto file = folder.create("LEESMIJ.txt");
  if (!file) return file.error();
  if (const auto written = file->append(leaflet); !written) return written.error();
  return file->finish();
}

Result<std::uint64_t, store::StoreError> stored_answers(Snapshot& snapshot) {
  const auto choices = snapshot.stored_choices();
  if (!choices) return choices.error();
  const auto texts = snapshot.stored_texts();
  if (!texts) return texts.error();
  return *choices + *texts;
}

/// The tables, started; none of them has its name yet.
Result<std::vector<Copy>, ExportError> start_copies(const Folder& folder, const batch::Origin& origin) {
  std::vector<Copy> copies;
  for (const auto& [name, format] :
       {std::pair{"antwoorden.csv", &batch::csv}, {"antwoorden.jsonl", &batch::jsonl}}) {
    auto copy = Copy::start(folder, name, *format, origin);
    if (!copy) return told(copy.error());
    copies.push_back(std::move(*copy));
  }
  return copies;
}

Result<Done, ExportError> finish_and_compare(std::vector<Copy>& copies) {
  for (Copy& copy : copies) {
    if (const auto finished = copy.finish(); !finished) return told(finished.error());
  }
  for (const Copy& copy : copies) {
    const auto same = copy.reads_back();
    if (!same) return told(same.error());
    if (*same) continue;
    return ExportError{
        ExportError::Kind::differs,
        fmt::format("the stick gave back something else than was written to {}; take another stick",
                    copy.name())};
  }
  return Done{};
}

}  // namespace

Result<Exported, ExportError> copy_out(store::Store& store, const store::ReadSet& read_set,
                                       const std::string& station, const std::filesystem::path& stick) {
  auto snapshot = store.snapshot();
  if (!snapshot) return told(snapshot.error());
  const auto stored = stored_answers(*snapshot);
  if (!stored) return told(stored.error());
  auto sets = sets_of(*snapshot, read_set, station);
  if (!sets) return told(sets.error());

  const auto folder = feedback_folder(stick);
  if (!folder) return folder.error();
  if (const auto room = check_room(stick, *stored); !room) return room.error();
  auto copies = start_copies(*folder, sets->origin);
  if (!copies) return copies.error();
  Writing writing{sets->origin, *copies};
  if (const auto written = write_answers(*snapshot, *sets, writing); !written) return written.error();
  if (const auto explained = write_leaflet(*folder); !explained) return told(explained.error());
  if (const auto done = finish_and_compare(*copies); !done) return done.error();

  Exported exported{writing.answers(), *stored - writing.answers(), {}};
  for (const Copy& copy : *copies) exported.files.push_back(folder->path() / copy.name());
  exported.files.push_back(folder->path() / "LEESMIJ.txt");
  return exported;
}

}  // namespace kiosk::stick
