#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "kiosk/base/clock.h"
#include "kiosk/base/file.h"
#include "kiosk/batch/verify.h"
#include "kiosk/stick/export.h"
#include "kiosk/stick/verify_folder.h"
#include "tests/stick/given.h"

// A stick that answers were taken away on before: by this station, by another, or by a hand that pulled it
// out.

using namespace kiosk;
using namespace kiosk::stick;
using namespace kiosk::stick::given;
using tests::TempFolder;

namespace {

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream{path, std::ios::binary} << bytes;
}

ino_t file_of(const std::filesystem::path& path) {
  struct stat about {};
  return ::stat(path.c_str(), &about) == 0 ? about.st_ino : 0;
}

/// A station with one sealed batch, its stick, and the names on it.
struct Taken {
  FilledStore filled;
  TempFolder stick;
  std::filesystem::path batch;
  std::filesystem::path texts;

  Taken() {
    const auto sealed = filled.seal();
    const auto name = stick / ("feedback/batches/UTR-01-" + hex(sealed.batches.at(0).batch));
    batch = name.string() + ".jsonl";
    texts = name.string() + ".texts.jsonl";
    REQUIRE(take());
  }
  Result<Exported, ExportError> take() {
    return copy_out(*filled.store, read_small, filled.key(), stick.path());
  }
  std::filesystem::path aside(const std::filesystem::path& file) const {
    return stick / "feedback" / set_aside_folder / file.filename();
  }
};

}  // namespace

TEST_CASE("what a stick holds already is not written again, and is compared all the same") {
  Taken taken;
  const ino_t batch = file_of(taken.batch);
  const ino_t texts = file_of(taken.texts);
  const auto second = taken.take();
  REQUIRE(second);
  CHECK(second->added == 0);
  CHECK(second->repaired == 0);
  CHECK(second->batches == 1);
  CHECK(second->files.size() == 7);
  CHECK(file_of(taken.batch) == batch);
  CHECK(file_of(taken.texts) == texts);
}

TEST_CASE("a batch that was sealed since is added, and counted") {
  Taken taken;
  REQUIRE(taken.filled.save(store::given::chosen(1)));
  taken.filled.seal();
  const auto second = taken.take();
  REQUIRE(second);
  CHECK(second->added == 1);
  CHECK(second->batches == 2);
}

TEST_CASE("a file that is broken on the stick is set aside as it is, and written anew") {
  Taken taken;
  const std::string whole = content(taken.batch);
  std::string broken = whole;
  SECTION("it was cut short") { broken.resize(broken.size() / 2); }
  SECTION("it is empty, as after a stick was pulled out") { broken.clear(); }
  SECTION("it was altered") { broken[broken.size() / 2] ^= 1; }
  SECTION("it is something else") { broken = "foto"; }
  write(taken.batch, broken);
  const auto second = taken.take();
  REQUIRE(second);
  CHECK(second->repaired == 1);
  CHECK(second->added == 0);
  CHECK(content(taken.batch) == whole);
  CHECK(content(taken.aside(taken.batch)) == broken);
  const auto verified = verify_folder(taken.stick.path());
  REQUIRE(verified);
  CHECK(all_good(*verified));
  write(taken.batch, broken);
  REQUIRE(taken.take());
  CHECK(content(taken.aside(taken.batch)) == broken);
  CHECK(content(taken.aside(taken.batch).string() + ".2") == broken);
}

TEST_CASE("a table in which somebody has worked is kept beside the new one") {
  Taken taken;
  const auto table = taken.stick / "feedback/antwoorden.csv";
  const std::string whole = content(table);
  write(table, whole + "opmerking;van mij\r\n");
  REQUIRE(taken.take());
  CHECK(content(table) == whole);
  CHECK(content(taken.aside(table)) == whole + "opmerking;van mij\r\n");
}

TEST_CASE("a text that staff erased is gone from the stick after the next export") {
  Taken taken;
  REQUIRE(content(taken.texts).find("kaders") != std::string::npos);
  REQUIRE(*taken.filled.store->decide(taken.filled.id_of("kaders"), store::TextState::erased,
                                      store::TextReason::personal));
  const auto second = taken.take();
  REQUIRE(second);
  CHECK(second->repaired == 0);
  CHECK(second->left_out == 0);
  for (const auto& one : std::filesystem::recursive_directory_iterator{taken.stick / "feedback"}) {
    if (one.is_regular_file()) CHECK(content(one.path()).find("kaders") == std::string::npos);
  }
}

TEST_CASE("two stations share one stick: neither touches what is the other's") {
  Taken first;
  FilledStore second;
  const auto sealed = second.seal();
  REQUIRE(copy_out(*second.store, read_small, second.key(), first.stick.path()));
  const std::string of_first = content(first.batch);
  const auto exported = copy_out(*second.store, read_small, second.key(), first.stick.path());
  REQUIRE(exported);
  CHECK(exported->batches == 1);
  CHECK(exported->other_batches == 1);
  CHECK(exported->not_whole.empty());
  CHECK(content(first.batch) == of_first);
  SECTION("also where it is broken: then staff are told") {
    write(first.batch, of_first.substr(0, 200));
    const ino_t before = file_of(first.batch);
    const auto again = copy_out(*second.store, read_small, second.key(), first.stick.path());
    REQUIRE(again);
    CHECK(again->not_whole == std::vector<std::string>{first.batch.filename().string()});
    CHECK(again->other_batches == 0);
    CHECK(file_of(first.batch) == before);
    CHECK(content(first.batch) == of_first.substr(0, 200));
  }
}

TEST_CASE("what a station left half is removed by its next export, and nobody else's") {
  Taken taken;
  write(taken.batch.string() + ".part", "half");
  write(taken.stick / "feedback/batches/ANDERS-1.jsonl.part", "half");
  const auto second = taken.take();
  REQUIRE(second);
  CHECK_FALSE(std::filesystem::exists(taken.batch.string() + ".part"));
  CHECK(content(taken.stick / "feedback/batches/ANDERS-1.jsonl.part") == "half");
  CHECK(second->not_whole == std::vector<std::string>{"ANDERS-1.jsonl.part"});
}

TEST_CASE("something under the name of a batch that is no file is named, and left alone") {
  Taken taken;
  const TempFolder elsewhere;
  write(elsewhere / "geheim", "geheim");
  std::filesystem::remove(taken.batch);
  SECTION("a link") { std::filesystem::create_symlink(elsewhere / "geheim", taken.batch); }
  SECTION("a folder") { std::filesystem::create_directory(taken.batch); }
  SECTION("a pipe") { REQUIRE(::mkfifo(taken.batch.c_str(), 0600) == 0); }
  const auto second = taken.take();
  REQUIRE_FALSE(second);
  CHECK(second.error().kind == ExportError::Kind::refused);
  CHECK(second.error().path == taken.batch.string());
  CHECK(content(elsewhere / "geheim") == "geheim");
}

TEST_CASE("no folder on the stick tells at which time of the day something was set aside") {
  Taken taken;
  write(taken.batch, "kapot");
  REQUIRE(taken.take());
  for (const char* folder : {"feedback", "feedback/batches", "feedback/beschadigd"}) {
    struct stat about {};
    REQUIRE(::stat((taken.stick / folder).c_str(), &about) == 0);
    INFO(folder);
    CHECK(about.st_mtim.tv_sec == last_midnight());
  }
}

TEST_CASE("an export tells of every phase in its order, in answers, up to all of them", "[long]") {
  FilledStore filled;
  for (int i = 0; i < 3000; ++i)
    REQUIRE(filled.save(store::given::chosen(1 + static_cast<unsigned>(i) % 7U)));
  filled.seal();
  const TempFolder stick;
  std::vector<Progress> told;
  REQUIRE(copy_out(*filled.store, read_small, filled.key(), stick.path(), [&](const Progress& progress) {
    told.push_back(progress);
    return true;
  }));
  using Phase = Progress::Phase;
  std::vector<Phase> phases;
  std::map<Phase, std::uint64_t> most;
  for (const Progress& one : told) {
    if (phases.empty() || phases.back() != one.phase) phases.push_back(one.phase);
    CHECK(one.answers <= one.of);
    most[one.phase] = std::max(most[one.phase], one.answers);
  }
  CHECK(phases == std::vector<Phase>{Phase::planning, Phase::writing, Phase::tables, Phase::syncing,
                                     Phase::reading_back, Phase::ejecting});
  CHECK(most[Phase::writing] == 3004);
  CHECK(most[Phase::reading_back] == 3004);
  CHECK(most[Phase::tables] >= 3000);
}

TEST_CASE("while a stick takes long, whoever waits hears from the export all the same", "[long]") {
  /// A stick that lets go of its files only after it was asked about a few times.
  class SlowPort : public FolderPort {
   public:
    SlowPort(const std::filesystem::path& folder, std::atomic<int>& heard)
        : FolderPort{folder}, heard_{heard} {}
    Result<Done, PortError> unmount() override {
      const int before = heard_;
      const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
      while (heard_ < before + 3 && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
      return Done{};
    }

   private:
    std::atomic<int>& heard_;
  };
  FilledStore filled;
  filled.seal();
  const TempFolder stick;
  std::atomic<int> heard = 0;
  SlowPort port{stick.path(), heard};
  std::vector<std::chrono::steady_clock::time_point> times;
  REQUIRE(filled.bring_out(port, [&](const Progress&) {
    ++heard;
    times.push_back(std::chrono::steady_clock::now());
    return true;
  }));
  CHECK(heard > 6);
}
