#include "kiosk/app/desk.h"

#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "kiosk/app/closing.h"
#include "kiosk/app/exported.h"
#include "kiosk/app/fail.h"
#include "kiosk/app/incidents.h"
#include "kiosk/app/known_keys.h"
#include "kiosk/app/setup.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/digest.h"
#include "kiosk/stick/export.h"
#include "kiosk/stick/folder_port.h"
#include "kiosk/stick/verify_folder.h"
#include "kiosk/store/status.h"

namespace kiosk::app {

namespace {

/// "1 answer", "12 answers"
std::string told(std::uint64_t count, const char* what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

void tell(const Closed& closed, const std::filesystem::path& folder) {
  if (closed.sealed.damaged > 0) {
    fmt::print(stderr, "kiosk: {} damaged, and in no batch; keep {} and ask for help\n",
               closed.sealed.damaged == 1 ? "1 open answer is"
                                          : fmt::format("{} open answers are", closed.sealed.damaged),
               folder.string());
  }
  std::uint64_t answers = 0;
  for (const store::Seal& seal : closed.sealed.batches) answers += seal.answers + seal.texts;
  if (answers > 0) {
    fmt::print("{} sealed in {}.\n", told(answers, "answer"),
               closed.sealed.batches.size() == 1 ? "1 batch"
                                                 : fmt::format("{} batches", closed.sealed.batches.size()));
  }
  if (!closed.resealed) {
    fmt::print(
        "A kiosk is running on this store: at its closing time it clears the traces of their order.\n");
  }
}

/// By this key an organiser knows what this station signed.
void tell_key(const std::filesystem::path& folder) {
  std::error_code unknown;
  if (!std::filesystem::exists(folder / "station.key", unknown)) return;  // asking for it would make it
  const auto key = station_key(folder);
  if (key) fmt::print("It signs with the key {}\n", hex(key->public_key()));
}

std::string stays_open(std::uint64_t open, std::uint64_t least) {
  return fmt::format(
      "{} still open: a batch takes at least {} of one question set; more answers will do, or close the "
      "event "
      "with kiosk seal --close-event",
      open == 1 ? "1 answer is" : fmt::format("{} answers are", open), least);
}

/// One line at the beginning of each phase of an export; none while it may still turn out that there is no
/// stick.
class ToldOnce {
 public:
  bool operator()(const stick::Progress& progress) {
    if (last_ == progress.phase) return true;
    last_ = progress.phase;
    if (progress.phase == stick::Progress::Phase::planning) return true;
    fmt::print("{}\n", sentence(progress));
    std::fflush(stdout);
    return true;
  }

 private:
  static std::string sentence(const stick::Progress& progress) {
    using Phase = stick::Progress::Phase;
    switch (progress.phase) {
      case Phase::planning:
        break;
      case Phase::writing:
        return fmt::format("Writing {} to the stick ...", told(progress.of, "answer"));
      case Phase::tables:
        return "Writing the tables ...";
      case Phase::syncing:
        return "Waiting for the stick to take everything ...";
      case Phase::reading_back:
        return fmt::format("Reading {} back ...", told(progress.of, "answer"));
      case Phase::ejecting:
        return "Letting go of the stick ...";
    }
    return {};
  }

  std::optional<stick::Progress::Phase> last_;
};

}  // namespace

int status(const std::filesystem::path& folder, bool json) {
  auto store = store::Store::open_to_read(folder);
  if (!store) return fail(store.error().text());
  auto status = store::status_of(*store, read_kept);
  if (!status) return fail(status.error().text());
  for (const auto& [kind, day] : incidents_now(folder, today(), ExportedBatches{folder / "exported"}.last()))
    status->incidents.push_back({name_of(kind), day, sentence_of(kind)});
  fmt::print("{}\n", json ? store::as_json(*status) : store::as_text(*status));
  if (!json) tell_key(folder);
  return 0;
}

int seal(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& station_file,
         bool close_event) {
  const auto station = load_station(station_file);
  if (!station) {
    fmt::print(stderr, "{}", station.error().text);
    return 1;
  }
  auto store = open_existing(folder);
  if (!store) return fail(store.error().text());
  const auto closed = seal_and_reseal(*store, *station, close_event);
  if (!closed) return fail(closed.error().text());
  tell(*closed, folder);
  if (closed->sealed.left_open > 0) {
    if (closed->sealed.batches.empty())
      return fail(stays_open(closed->sealed.left_open, station->privacy.least));
    fmt::print("{}.\n", stays_open(closed->sealed.left_open, station->privacy.least));
  } else if (closed->sealed.batches.empty()) {
    fmt::print("There are no open answers.\n");
  }
  return 0;
}

int export_to_stick(const std::filesystem::path& folder, const std::filesystem::path& stick,
                    const std::optional<std::filesystem::path>& station_file) {
  const auto station = load_station(station_file);
  if (!station) {
    fmt::print(stderr, "{}", station.error().text);
    return 1;
  }
  auto store = open_existing(folder);
  if (!store) return fail(store.error().text());
  const auto closed = seal_and_reseal(*store, *station, false);
  // What was sealed before can still be taken away from a disk that is full.
  if (!closed) fmt::print(stderr, "kiosk: {}\n", closed.error().text());
  if (closed) tell(*closed, folder);
  const auto key = station_key(folder);
  if (!key) return fail(key.error().text());
  auto snapshot = store->snapshot();
  if (!snapshot) return fail(snapshot.error().text());
  stick::FolderPort port{stick};
  const auto exported =
      stick::export_answers(std::move(*snapshot), read_kept, *key, port,
                            {.scratch = folder, .recipients = station->recipients}, ToldOnce{});
  if (!exported) return fail(exported.error().sentence);
  fmt::print("{} in {} {} on the stick, written and read back.\n", told(exported->answers, "answer"),
             exported->batches == 1 ? "1 batch" : fmt::format("{} batches", exported->batches),
             exported->answers == 1 ? "is" : "are");
  if (exported->repaired > 0) {
    fmt::print("{} broken on the stick: set aside in feedback/{}, and written anew.\n",
               exported->repaired == 1 ? "1 file was" : fmt::format("{} files were", exported->repaired),
               stick::set_aside_folder);
  }
  for (const std::string& name : exported->not_whole) {
    fmt::print("{}: of another station, and not whole; export there again.\n", name);
  }
  if (exported->no_spreadsheet) {
    fmt::print(
        "There was no room on this disk to put a spreadsheet together; kiosk merge makes one elsewhere.\n");
  }
  if (exported->only_own) {
    fmt::print(
        "Batches of other stations on the stick contradict each other: the tables hold this station's "
        "answers "
        "only; kiosk merge tells which.\n");
  }
  if (exported->open > 0) fmt::print("{}.\n", stays_open(exported->open, station->privacy.least));
  for (const std::filesystem::path& file : exported->files) fmt::print("  {}\n", file.string());
  if (!closed) return 1;
  if (exported->left_out == 0) return 0;
  return fail(fmt::format("{} answers are damaged in the store and were left out; keep {} and ask for help",
                          exported->left_out, folder.string()));
}

namespace {

using Keys = std::map<PublicKey, std::set<std::string>>;

/// Who signed the good files; of those who are not `known` their files say so.
Keys signers_of(std::vector<stick::Verified>& files, const std::optional<std::set<PublicKey>>& known) {
  Keys signers;
  for (stick::Verified& file : files) {
    const auto& signer = file.verdict.signer;
    if (!signer) continue;
    if (known && known->count(signer->key) > 0) continue;
    signers[signer->key].insert(signer->station);
    if (known) file.sentence += fmt::format(", with a key that is not known: {}", hex(signer->key));
  }
  return signers;
}

std::set<std::string> stations_in(const Keys& signers) {
  std::set<std::string> stations;
  for (const auto& [key, called] : signers) stations.insert(called.begin(), called.end());
  return stations;
}

}  // namespace

int verify(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& keys) {
  std::optional<std::set<PublicKey>> known;
  if (keys) {
    auto read = read_known_keys(*keys);
    if (!read) return fail(read.error());
    known = std::move(*read);
  }
  auto files = stick::verify_folder(folder);
  if (!files) return fail(files.error().text() + "; give the stick, or a folder that was copied from one");
  const Keys signers = signers_of(*files, known);
  for (const stick::Verified& file : *files) fmt::print("{}: {}\n", file.path.string(), file.sentence);
  if (!known && !signers.empty()) fmt::print("Signed with:\n{}", as_lines(signers));
  if (!stick::all_good(*files)) {
    return fail(files->empty()
                    ? fmt::format("{} holds no file of a kiosk; is it the right folder?", folder.string())
                    : "not all of these files are what a kiosk wrote; export again");
  }
  if (!known || signers.empty()) return 0;
  return fail(fmt::format("not all of these files are of a known station; ask who has {} {}",
                          signers.size() == 1 ? "the key of" : "the keys of",
                          fmt::join(stations_in(signers), ", ")));
}

}  // namespace kiosk::app
