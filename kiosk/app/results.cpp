#include "kiosk/app/results.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>

#include "kiosk/app/fail.h"
#include "kiosk/app/known_keys.h"
#include "kiosk/app/progress.h"
#include "kiosk/base/folder.h"
#include "kiosk/batch/merged.h"
#include "kiosk/batch/tables.h"
#include "kiosk/stick/leaflet.h"

namespace kiosk::app {

namespace {

constexpr unsigned for_its_owner = 0700;  // there are words of visitors in it

std::string counted(std::uint64_t count, const char* one, const char* more) {
  return fmt::format("{} {}", count, count == 1 ? one : more);
}

/// The folder of batches on a stick, in a copy of its folder `feedback`, or in results of a merge.
Result<Folder, IoError> batches_of(const std::filesystem::path& stick) {
  auto root = Folder::open(stick);
  if (!root) return root.error();
  auto feedback = root->enter("feedback");
  if (!feedback && feedback.error().code != ENOENT) return feedback.error();
  return (feedback ? *feedback : *root).enter("batches");
}

/// All that the sticks hold.
struct OpenFolders {
  std::vector<Folder> folders;
  std::vector<std::string> sticks;

  std::vector<batch::BatchFolder> as_batches() const {
    std::vector<batch::BatchFolder> all;
    for (std::size_t i = 0; i < folders.size(); ++i) all.push_back({&folders[i], sticks[i]});
    return all;
  }
};

Result<OpenFolders, std::string> open_all(const ResultsOptions& options) {
  OpenFolders opened;
  for (const std::filesystem::path& stick : options.sticks) {
    auto batches = batches_of(stick);
    if (!batches) {
      return fmt::format("{}; give a stick, a folder copied from one, or one that kiosk merge made",
                         batches.error().text());
    }
    opened.folders.push_back(std::move(*batches));
    opened.sticks.push_back(stick.string());
  }
  return opened;
}

Result<batch::Gathered, std::string> gather_all(const OpenFolders& opened, const ResultsOptions& options) {
  batch::GatherOptions taken;
  if (options.keys) {
    auto known = read_known_keys(*options.keys);
    if (!known) return known.error();
    taken.known_keys = std::move(*known);
  }
  taken.identity = options.identity;
  Progress progress{"reading", "answers"};
  auto gathered = batch::gather(opened.as_batches(), taken, [&](std::uint64_t done, std::uint64_t all) {
    progress.tell(done, all);
    return true;
  });
  if (!gathered) return gathered.error().sentence;
  return std::move(*gathered);
}

/// Tells what was left out, in one line; exit status 1 if there is any.
int tell_left_out(const batch::Gathered& gathered) {
  if (gathered.left_out.empty()) return 0;
  std::vector<std::string> all;
  for (const batch::LeftOut& file : gathered.left_out)
    all.push_back(fmt::format("{} ({})", file.path, file.why));
  return fail(fmt::format("{} left out: {}",
                          all.size() == 1 ? "1 file is" : fmt::format("{} files are", all.size()),
                          fmt::join(all, "; ")));
}

void tell_sealed(const batch::Gathered& gathered) {
  const std::uint64_t sealed = gathered.sealed_texts();
  if (sealed > 0)
    fmt::print("{} in own words {} sealed, and not among them; --identity opens them.\n",
               counted(sealed, "remark", "remarks"), sealed == 1 ? "is" : "are");
}

void tell_keys(const batch::Gathered& gathered, const ResultsOptions& options) {
  if (options.keys || gathered.keys.empty()) return;
  fmt::print(
      "Signed with these keys. Does each kiosk show its own with kiosk status? Then keep them in a file, for "
      "--keys:\n{}",
      as_lines(gathered.keys));
}

batch::TellProgress told_by(Progress& progress) {
  return [&progress](std::uint64_t done, std::uint64_t all) {
    progress.tell(done, all);
    return true;
  };
}

Result<batch::Tables, std::string> write_results(const batch::Gathered& gathered, const Folder& out,
                                                 const ResultsOptions& options) {
  const auto batches = out.enter_or_make("batches", for_its_owner);
  if (!batches) return batches.error().text() + "; look at the disk, and try again";
  if (const auto copied = batch::copy_batches(gathered, *batches); !copied) return copied.error().sentence;
  batch::PlainFolder files{out};
  auto leaflet = files.start("LEESMIJ.txt");
  if (!leaflet || !(*leaflet)->add(stick::leaflet) || !(*leaflet)->finish())
    return fmt::format("could not write to {}; look at the disk, and try again", options.out.string());
  Progress progress{"writing", "answers"};
  auto made = batch::write_tables(gathered, files, {options.out, options.language}, told_by(progress));
  if (!made) return made.error().sentence;
  return *made;
}

}  // namespace

int merge(const ResultsOptions& options) {
  auto opened = open_all(options);
  if (!opened) return fail(opened.error());
  if (const auto made = make_folder(options.out, for_its_owner); !made) return fail(made.error().text());
  const auto out = Folder::open(options.out);
  if (!out) return fail(out.error().text());
  if (auto before = out->enter("batches")) {
    opened->folders.push_back(std::move(*before));
    opened->sticks.push_back(options.out.string());
  }
  const auto gathered = gather_all(*opened, options);
  if (!gathered) return fail(gathered.error());
  const auto made = write_results(*gathered, *out, options);
  if (!made) return fail(made.error());
  fmt::print("{} in {} {} in {}.\n", counted(made->answers, "answer", "answers"),
             counted(made->batches, "batch", "batches"), made->answers == 1 ? "is" : "are",
             options.out.string());
  tell_sealed(*gathered);
  tell_keys(*gathered, options);
  return tell_left_out(*gathered);
}

int report(const ResultsOptions& options) {
  const auto opened = open_all(options);
  if (!opened) return fail(opened.error());
  const auto gathered = gather_all(*opened, options);
  if (!gathered) return fail(gathered.error());
  Progress progress{"counting", "answers"};
  const auto page = batch::write_report(*gathered, options.language, told_by(progress));
  if (!page) return fail(page.error().sentence);
  if (const auto written = write_atomically(options.out, *page); !written)
    return fail(written.error().text());
  fmt::print("The report of {} in {} is {}.\n", counted(gathered->answers(), "answer", "answers"),
             counted(gathered->batches.size(), "batch", "batches"), options.out.string());
  tell_sealed(*gathered);
  tell_keys(*gathered, options);
  return tell_left_out(*gathered);
}

}  // namespace kiosk::app
