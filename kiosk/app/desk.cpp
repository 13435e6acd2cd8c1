#include "kiosk/app/desk.h"

#include <fmt/core.h>

#include <cstdio>

#include "kiosk/app/closing.h"
#include "kiosk/app/setup.h"
#include "kiosk/stick/export.h"
#include "kiosk/stick/verify_folder.h"
#include "kiosk/store/status.h"

namespace kiosk::app {

namespace {

int fail(const std::string& sentence) {
  fmt::print(stderr, "kiosk: {}\n", sentence);
  return 1;
}

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

std::string stays_open(std::uint64_t open, std::uint64_t least) {
  return fmt::format(
      "{} still open: a batch takes at least {} of one question set; more answers will do, or close the "
      "event "
      "with kiosk seal --close-event",
      open == 1 ? "1 answer is" : fmt::format("{} answers are", open), least);
}

}  // namespace

int status(const std::filesystem::path& folder, bool json) {
  auto store = store::Store::open_to_read(folder);
  if (!store) return fail(store.error().text());
  const auto status = store::status_of(*store, read_kept);
  if (!status) return fail(status.error().text());
  fmt::print("{}\n", json ? store::as_json(*status) : store::as_text(*status));
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
  const auto exported = stick::copy_out(*store, read_kept, *key, stick);
  if (!exported) return fail(exported.error().sentence);
  fmt::print("{} in {} {} on the stick, written and read back.\n", told(exported->answers, "answer"),
             exported->batches == 1 ? "1 batch" : fmt::format("{} batches", exported->batches),
             exported->answers == 1 ? "is" : "are");
  if (exported->open > 0) fmt::print("{}.\n", stays_open(exported->open, station->privacy.least));
  for (const std::filesystem::path& file : exported->files) fmt::print("  {}\n", file.string());
  if (!closed) return 1;
  if (exported->left_out == 0) return 0;
  return fail(fmt::format("{} answers are damaged in the store and were left out; keep {} and ask for help",
                          exported->left_out, folder.string()));
}

int verify(const std::filesystem::path& folder) {
  const auto files = stick::verify_folder(folder);
  if (!files) return fail(files.error().text() + "; give the stick, or a folder that was copied from one");
  for (const stick::Verified& file : *files) fmt::print("{}: {}\n", file.path.string(), file.sentence);
  if (stick::all_good(*files)) return 0;
  return fail(files->empty()
                  ? fmt::format("{} holds no file of a kiosk; is it the right folder?", folder.string())
                  : "not all of these files are what a kiosk wrote; export again");
}

}  // namespace kiosk::app
