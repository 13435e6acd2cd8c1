#include "kiosk/batch/gather.h"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <tuple>
#include <utility>

#include "kiosk/base/digest.h"

namespace kiosk::batch {

namespace {

constexpr std::uint64_t answers_a_step = 4096;
constexpr std::string_view jsonl_ending = ".jsonl";
constexpr std::string_view age_ending = ".age";
constexpr std::size_t most_age_bytes = most_text_bytes + (std::size_t{1} << 20U);

GatherError failed(const IoError& error) {
  return {GatherError::Kind::failed, error.text() + "; look at the disk or the stick, and try again"};
}

GatherError cancelled() { return {GatherError::Kind::cancelled, "stopped, as was asked; nothing was made"}; }

std::string path_of(const Gathered& gathered, const FoundFile& found) {
  return (gathered.folders[found.folder].folder->path() / found.name).string();
}

std::string stick_of(const Gathered& gathered, const FoundFile& found) {
  return gathered.folders[found.folder].stick;
}

/// The whole of a file that has no more than `most` bytes; nothing where it has, or cannot be read.
std::optional<std::string> whole(const Folder& folder, const std::string& name, std::size_t most) {
  std::string bytes;
  const auto read = folder.read(name, [&](std::string_view piece) {
    bytes += piece;
    return bytes.size() <= most;
  });
  if (!read || bytes.size() > most) return std::nullopt;
  return bytes;
}

/// The higher, the later staff decided.
auto rank(const ReadFile& texts) {
  return std::tuple{texts.head.erased, texts.decided, texts.hidden, texts.digest};
}

/// The texts of a file, whatever was decided about them: hashes, sorted.
Result<std::vector<ShortDigest>, GatherError> texts_in(const Gathered& gathered, const FoundFile& found,
                                                       Surveys& surveys) {
  std::vector<ShortDigest> texts;
  const auto read = read_again(gathered, found, surveys, [&](const Line& line) {
    std::string text;
    Row row = line.row;
    row.state = {};
    add_line(text, row);
    texts.push_back(short_digest(text));
    return true;
  });
  if (!read) return read.error();
  std::sort(texts.begin(), texts.end());
  return texts;
}

/// Gathers, file by file.
class Gathering {
 public:
  Gathering(std::vector<BatchFolder> folders, const GatherOptions& options, const TellProgress& tell)
      : options_{options}, tell_{tell} {
    gathered_.folders = std::move(folders);
    gathered_.identity = options.identity;
  }

  Result<Gathered, GatherError> gather() {
    if (const auto listed = list(); !listed) return listed.error();
    if (!tell_(0, all_)) return cancelled();
    for (const Candidate& candidate : candidates_) {
      if (const auto added = read(candidate); !added) return added.error();
    }
    if (!tell_(all_, all_)) return cancelled();
    return std::move(gathered_);
  }

 private:
  struct Candidate {
    std::size_t folder = 0;
    std::string name;
    bool is_file = true;
  };

  const Folder& folder(std::size_t number) const { return *gathered_.folders[number].folder; }

  Result<Done, GatherError> list() {
    for (std::size_t i = 0; i < gathered_.folders.size(); ++i) {
      const auto found = folder(i).list();
      if (!found) return failed(found.error());
      for (const Folder::Found& one : *found) {
        if (one.what == Folder::Holds::folder || one.name.ends_with(age_ending)) continue;
        candidates_.push_back({i, one.name, one.what == Folder::Holds::file});
        if (one.what == Folder::Holds::file) all_ += announced(i, one.name);
      }
    }
    return Done{};
  }

  /// What the first line says, for the progress alone: anybody can write anything there.
  std::uint64_t announced(std::size_t number, const std::string& name) {
    constexpr std::uint64_t most = 100'000'000;
    BatchReader reader{surveys_, [](const Line&) { return false; }};
    std::uint64_t answers = 0;
    const auto read = folder(number).read(name, [&](std::string_view piece) {
      const bool more = reader.take(piece);
      if (reader.head() != nullptr) answers = reader.head()->answers;
      return more && reader.head() == nullptr;
    });
    return read ? std::min(answers, most) : 0;
  }

  void leave_out(const Candidate& candidate, std::string why) {
    const auto path = folder(candidate.folder).path() / candidate.name;
    gathered_.left_out.push_back({path.string(), std::move(why)});
  }

  Result<Done, GatherError> read(const Candidate& candidate) {
    const bool called_so = candidate.name.ends_with(jsonl_ending);
    if (!candidate.is_file) {
      if (called_so) leave_out(candidate, "it is no ordinary file");
      return Done{};
    }
    bool ended = false;
    BatchReader reader{surveys_, [&](const Line&) {
                         if (++done_ % answers_a_step == 0) ended = !tell_(std::min(done_, all_), all_);
                         return !ended;
                       }};
    const auto read = folder(candidate.folder).read(candidate.name, [&](std::string_view piece) {
      return reader.take(piece);
    });
    if (ended) return cancelled();
    if (!read) {
      leave_out(candidate, read.error().text());
      return Done{};
    }
    const bool begins_so = reader.head() != nullptr;
    auto file = reader.finish();
    if (file) return add({std::move(*file), {}, candidate.folder, candidate.name});
    if (auto sealed = sealed_in(candidate)) return add_sealed(candidate, *sealed);
    if (called_so || begins_so) leave_out(candidate, file.error());
    return Done{};
  }

  /// What the file says of sealed texts, if that is what it is.
  std::optional<SealedNote> sealed_in(const Candidate& candidate) {
    const auto bytes = whole(folder(candidate.folder), candidate.name, longest_note);
    return bytes ? note_in(*bytes) : std::nullopt;
  }

  Result<Done, GatherError> add_sealed(const Candidate& candidate, const SealedNote& note) {
    const auto age = whole(folder(candidate.folder), age_name(note), most_age_bytes);
    if (!age || age->size() != note.bytes || digest_of(*age) != note.digest) {
      leave_out(candidate,
                fmt::format("{} beside it is missing, or not what was sealed; export again", age_name(note)));
      return Done{};
    }
    FoundFile found;
    found.sealed = note;
    found.folder = candidate.folder;
    found.name = candidate.name;
    found.file.format = &texts_format;
    found.file.head.station = note.station;
    found.file.head.key = note.key;
    found.file.head.batch = note.batch;
    found.file.head.answers = note.answers;
    found.file.head.erased = note.erased;
    found.file.decided = note.decided;
    found.file.hidden = note.hidden;
    if (options_.identity) {
      auto opened = open(*age, note);
      if (!opened) {
        leave_out({candidate.folder, age_name(note)}, opened.error());
        return Done{};
      }
      found.file = std::move(*opened);
    }
    found.file.digest = note.digest;
    return add(std::move(found));
  }

  /// The texts that were sealed, if they are what the proof says.
  Result<ReadFile, std::string> open(const std::string& age, const SealedNote& note) {
    const auto texts = open_texts(age, *options_.identity);
    if (!texts) return texts.error().why;
    BatchReader reader{surveys_, [](const Line&) { return true; }};
    reader.take(*texts);
    auto file = reader.finish();
    if (!file) return file.error();
    const Head& head = file->head;
    const bool same = file->has_words() && head.key == note.key && head.batch == note.batch &&
                      head.station == note.station && head.answers == note.answers &&
                      head.erased == note.erased && file->decided == note.decided &&
                      file->hidden == note.hidden;
    if (!same) return std::string{"other texts are in it than its proof says; do not use it"};
    return std::move(*file);
  }

  Result<Done, GatherError> add(FoundFile found) {
    const Head& head = found.file.head;
    if (options_.known_keys && options_.known_keys->count(head.key) == 0) {
      gathered_.unknown_keys[head.key].insert(head.station);
      leave_out({found.folder, found.name},
                fmt::format("signed with a key that is not in the list of keys, {}", hex(head.key)));
      return Done{};
    }
    gathered_.keys[head.key].insert(head.station);
    FoundBatch& batch = gathered_.batches[head.batch];
    std::optional<FoundFile>& place = found.file.has_words() ? batch.texts : batch.answers;
    if (!place) {
      place = std::move(found);
      return Done{};
    }
    if (place->file.digest == found.file.digest) return Done{};
    if (!found.file.has_words())
      return disagree(*place, found, "hold other answers under the name of one batch");
    return choose(*place, std::move(found));
  }

  Result<Done, GatherError> choose(FoundFile& place, FoundFile found) {
    if (rank(place.file) < rank(found.file)) std::swap(place, found);
    if (!place.readable() || !found.readable()) return Done{};  // whoever opens them compares them
    const auto kept = texts_in(gathered_, place, surveys_);
    if (!kept) return kept.error();
    const auto older = texts_in(gathered_, found, surveys_);
    if (!older) return older.error();
    if (std::includes(older->begin(), older->end(), kept->begin(), kept->end())) return Done{};
    return disagree(place, found, "hold texts of one batch from which other texts were erased");
  }

  GatherError disagree(const FoundFile& one, const FoundFile& other, const char* how) {
    return {
        GatherError::Kind::disagree,
        fmt::format("{} on {} and {} on {} {}: one of them is not to be trusted, so nothing was made; find "
                    "out which, and leave that stick out",
                    path_of(gathered_, one), stick_of(gathered_, one), path_of(gathered_, other),
                    stick_of(gathered_, other), how)};
  }

  const GatherOptions& options_;
  const TellProgress& tell_;
  Gathered gathered_;
  Surveys surveys_;
  std::vector<Candidate> candidates_;
  std::uint64_t all_ = 0;
  std::uint64_t done_ = 0;
};

}  // namespace

std::uint64_t Gathered::answers() const {
  std::uint64_t rows = 0;
  for (const auto& [id, batch] : batches) {
    for (const auto* found : {&batch.answers, &batch.texts}) {
      if (*found && (*found)->readable()) rows += (*found)->file.head.answers;
    }
  }
  return rows;
}

std::uint64_t Gathered::sealed_texts() const {
  std::uint64_t texts = 0;
  for (const auto& [id, batch] : batches) {
    if (batch.texts && !batch.texts->readable()) texts += batch.texts->file.head.answers;
  }
  return texts;
}

std::string age_name(const SealedNote& note) {
  return stem_of(note.station, note.batch) + ".texts.jsonl.age";
}

Result<Gathered, GatherError> gather(std::vector<BatchFolder> folders, const GatherOptions& options,
                                     const TellProgress& tell) {
  return Gathering{std::move(folders), options, tell}.gather();
}

namespace {

/// Hands the bytes of a gathered file to `take`; those of sealed texts opened.
Result<Done, GatherError> bytes_of(const Gathered& gathered, const FoundFile& found, const TakeBytes& take) {
  const Folder& folder = *gathered.folders[found.folder].folder;
  if (!found.sealed) {
    const auto read = folder.read(found.name, take);
    if (!read) return failed(read.error());
    return Done{};
  }
  assert(gathered.identity);
  const auto age = whole(folder, age_name(*found.sealed), most_age_bytes);
  const auto texts = open_texts(age.value_or(""), *gathered.identity);
  if (!texts) {
    return GatherError{GatherError::Kind::failed,
                       fmt::format("{}: {}; try again", path_of(gathered, found), texts.error().why)};
  }
  take(*texts);
  return Done{};
}

}  // namespace

Result<Done, GatherError> read_again(const Gathered& gathered, const FoundFile& found, Surveys& surveys,
                                     const TakeLine& take, const TakeBytes& bytes) {
  bool enough = false;
  BatchReader reader{surveys, [&](const Line& line) {
                       enough = !take(line);
                       return !enough;
                     }};
  const auto read = bytes_of(gathered, found, [&](std::string_view piece) {
    enough = bytes && !bytes(piece);
    return !enough && reader.take(piece);
  });
  if (!read) return read.error();
  if (enough) return cancelled();
  const auto file = reader.finish();
  if (file && (file->digest == found.file.digest || found.sealed)) return Done{};
  return GatherError{GatherError::Kind::failed,
                     fmt::format("{} changed while it was read; leave the stick in, and try again",
                                 path_of(gathered, found))};
}

}  // namespace kiosk::batch
