#include "kiosk/app/desk.h"

#include <fmt/core.h>

#include <cstdio>

#include "kiosk/app/setup.h"
#include "kiosk/stick/export.h"
#include "kiosk/stick/verify_folder.h"
#include "kiosk/store/status.h"
#include "kiosk/survey/reader.h"

namespace kiosk::app {

namespace {

int fail(const std::string& sentence) {
  fmt::print(stderr, "kiosk: {}\n", sentence);
  return 1;
}

/// The sets in a store were good when they were kept; one that can no longer be read is told by its reader.
std::optional<survey::Survey> read_kept(const store::KeptSet& kept) {
  auto survey = survey::read_survey(kept.source, "the question set kept in the store");
  if (!survey) return std::nullopt;
  return *survey;
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

int export_to_stick(const std::filesystem::path& folder, const std::filesystem::path& stick,
                    const std::optional<std::filesystem::path>& station_file) {
  const auto station = load_station(station_file);
  if (!station) {
    fmt::print(stderr, "{}", station.error().text);
    return 1;
  }
  auto store = store::Store::open_to_read(folder);
  if (!store) return fail(store.error().text());
  const auto exported = stick::copy_out(*store, read_kept, station->id, stick);
  if (!exported) return fail(exported.error().sentence);
  fmt::print("{} answers are on the stick, written and read back.\n", exported->answers);
  for (const std::filesystem::path& file : exported->files) fmt::print("  {}\n", file.string());
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
