#include "kiosk/stick/export.h"

#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "kiosk/base/clock.h"
#include "kiosk/base/file.h"
#include "kiosk/batch/verify.h"
#include "kiosk/stick/leaflet.h"
#include "tests/stick/given.h"
#include "tests/support/small_files.h"

using namespace kiosk;
using namespace kiosk::stick;
using namespace kiosk::stick::given;
using batch::Verdict;
using tests::TempFolder;

namespace {

/// The rows between the first and the last, sorted: their order is random.
std::vector<std::string> rows(const std::string& file, const std::string& line_end) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = file.find(line_end, at);
    lines.push_back(file.substr(at, end - at));
    at = end + line_end.size();
  }
  lines.erase(lines.begin());
  lines.pop_back();
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

TEST_CASE("staff take all sealed answers away on a stick") {
  FilledStore filled;
  const TempFolder stick;
  const auto sealed = filled.seal();
  REQUIRE(sealed.batches.size() == 1);
  CHECK(sealed.left_open == 0);
  const auto exported = copy_out(*filled.store, read_small, filled.key(), stick.path());
  REQUIRE(exported);
  CHECK(exported->batches == 1);
  CHECK(exported->answers == 4);
  CHECK(exported->left_out == 0);
  CHECK(exported->open == 0);
  const std::string batch = "feedback/batches/UTR-01-" + hex(sealed.batches[0].batch);
  CHECK(exported->files == std::vector<std::filesystem::path>{
                               stick / (batch + ".jsonl"), stick / (batch + ".texts.jsonl"),
                               stick / "feedback/antwoorden.csv", stick / "feedback/codeboek.csv",
                               stick / "feedback/rapport.html", stick / "feedback/antwoorden.xlsx",
                               stick / "feedback/LEESMIJ.txt"});
  const std::string table = content(stick / "feedback/antwoorden.csv");
  CHECK(batch::verify(table) == Verdict{Verdict::Kind::good, 4});
  CHECK(batch::verify(content(stick / (batch + ".jsonl"))) == Verdict{Verdict::Kind::good, 2});
  CHECK(batch::verify(content(stick / (batch + ".texts.jsonl"))) == Verdict{Verdict::Kind::good, 2});
  CHECK(
      rows(table, "\r\n") ==
      std::vector<std::string>{
          R"("UTR-01";"keep";"Wat gaat goed?";"choice";"NL fast | NL near";"fast | near";"";"fast | open | near";"nl";"2026-11-23";"";"";"";"";"")",
          R"("UTR-01";"keep";"Wat gaat goed?";"dont_know";"";"";"";"fast | open | near";"nl";"2026-11-23";"";"";"";"";"")",
          "\"UTR-01\";\"keep\";\"Wat gaat goed?\";\"words\";\"\";\"\";\"'=meer; \"\"groen\"\"\n"
          "\";\"\";\"nl\";\"2026-11-23\";\"\";\"\";\"\";\"\";\"\"",
          R"("UTR-01";"role";"Welke rol?";"words";"";"";"kaders";"";"nl";"2026-11-23";"";"";"";"";"")"});
  CHECK(content(stick / (batch + ".texts.jsonl")).find(R"("words":"=meer; \"groen\"\u000a")") !=
        std::string::npos);
  CHECK(content(stick / "feedback/codeboek.csv").find(R"("small";")") != std::string::npos);
  CHECK(content(stick / "feedback/LEESMIJ.txt") == leaflet);
}

TEST_CASE("what is open stays at the station, and staff are told") {
  FilledStore filled;
  const TempFolder stick;
  const auto exported = copy_out(*filled.store, read_small, filled.key(), stick.path());
  REQUIRE(exported);
  CHECK(exported->answers == 0);
  CHECK(exported->open == 4);
}

TEST_CASE("an export leaves nothing half, and the store as it was") {
  FilledStore filled;
  filled.seal();
  const TempFolder stick;
  const auto before = store::given::held(*filled.store);
  REQUIRE(copy_out(*filled.store, read_small, filled.key(), stick.path()));
  CHECK(store::given::held(*filled.store) == before);
  std::size_t files = 0;
  for (const auto& one : std::filesystem::recursive_directory_iterator{stick / "feedback"}) {
    files += one.is_regular_file() ? 1U : 0U;
  }
  CHECK(files == 7);
}

TEST_CASE("no file or folder on the stick tells at which time of the day staff came") {
  FilledStore filled;
  filled.seal();
  const TempFolder stick;
  REQUIRE(copy_out(*filled.store, read_small, filled.key(), stick.path()));
  const auto midnight = last_midnight();
  std::vector<std::filesystem::path> all{stick / "feedback"};
  for (const auto& one : std::filesystem::recursive_directory_iterator{stick / "feedback"}) {
    all.push_back(one.path());
  }
  CHECK(all.size() == 9);
  for (const auto& path : all) {
    struct stat about {};
    REQUIRE(::stat(path.c_str(), &about) == 0);
    INFO(path);
    CHECK(about.st_mtim.tv_sec == midnight);
    CHECK(about.st_mtim.tv_nsec == 0);
  }
}

TEST_CASE("a second export holds what was sealed since beside what was there, which has not changed") {
  FilledStore filled;
  const TempFolder stick;
  const auto first = filled.seal();
  const auto batch = stick / ("feedback/batches/UTR-01-" + hex(first.batches[0].batch) + ".jsonl");
  REQUIRE(copy_out(*filled.store, read_small, filled.key(), stick.path()));
  const std::string before = content(batch);
  REQUIRE(filled.save(store::given::chosen(1)));
  filled.seal();
  REQUIRE(*filled.store->reseal());
  const auto second = copy_out(*filled.store, read_small, filled.key(), stick.path());
  REQUIRE(second);
  CHECK(second->batches == 2);
  CHECK(second->answers == 5);
  CHECK(batch::verify(content(stick / "feedback/antwoorden.csv")) == Verdict{Verdict::Kind::good, 5});
  CHECK(content(batch) == before);
}

TEST_CASE("a store without answers gives a table without rows") {
  FilledStore filled;
  const TempFolder stick;
  REQUIRE(copy_out(*filled.store, read_small, filled.key(), stick.path())->answers == 0);
  CHECK(batch::verify(content(stick / "feedback/antwoorden.csv")) == Verdict{Verdict::Kind::good, 0});
}

TEST_CASE("without a stick staff are told to put one in") {
  FilledStore filled;
  const auto exported = copy_out(*filled.store, read_small, filled.key(), "/media/nothing");
  REQUIRE_FALSE(exported);
  CHECK(exported.error().kind == ExportError::Kind::no_stick);
  CHECK(exported.error().sentence == "there is no stick in /media/nothing; put one in and try again");
}

TEST_CASE("something on the stick that is in the way is named, and left alone") {
  FilledStore filled;
  filled.seal();
  const TempFolder elsewhere;
  std::ofstream{elsewhere / "secret"} << "secret";
  const TempFolder stick;
  std::filesystem::create_directory(stick / "feedback");
  std::string name = "feedback/antwoorden.csv";
  SECTION("a link in the place of a table") {
    std::filesystem::create_symlink(elsewhere / "secret", stick / "feedback/antwoorden.csv");
  }
  SECTION("a folder in the place of a table") {
    std::filesystem::create_directory(stick / "feedback/antwoorden.csv");
  }
  SECTION("a pipe in the place of a table") {
    REQUIRE(::mkfifo((stick / "feedback/antwoorden.csv").c_str(), 0600) == 0);
  }
  SECTION("a link in the place of the folder") {
    std::filesystem::remove(stick / "feedback");
    std::filesystem::create_directory_symlink(elsewhere.path(), stick / "feedback");
    name = "feedback";
  }
  SECTION("a file in the place of the folder") {
    std::filesystem::remove(stick / "feedback");
    std::ofstream{stick / "feedback"} << "";
    name = "feedback";
  }
  const auto exported = copy_out(*filled.store, read_small, filled.key(), stick.path());
  REQUIRE_FALSE(exported);
  CHECK(exported.error().kind == ExportError::Kind::refused);
  CHECK(exported.error().sentence.find(
            "something on the stick stands in the way; rename it or take another stick (could not ") == 0);
  CHECK(exported.error().sentence.find((stick / name).string()) != std::string::npos);
  CHECK(content(elsewhere / "secret") == "secret");
  CHECK(std::distance(std::filesystem::directory_iterator{elsewhere.path()}, {}) == 1);
}

TEST_CASE("a stick that fills up halfway keeps its older export, and staff are told", "[long]") {
  FilledStore filled;
  filled.seal();
  const TempFolder stick;
  REQUIRE(copy_out(*filled.store, read_small, filled.key(), stick.path()));
  const std::string older = content(stick / "feedback/antwoorden.csv");
  for (int i = 0; i < 3000; ++i) REQUIRE(filled.save(store::given::chosen(1)));
  filled.seal();
  {
    // The store only reads now, but its file is larger than the limit and it may not grow: neither does it
    // need to.
    const tests::SmallFiles a_hundred_kibibytes{std::size_t{100} << 10U};
    const auto exported = copy_out(*filled.store, read_small, filled.key(), stick.path());
    REQUIRE_FALSE(exported);
    CHECK(exported.error().kind == ExportError::Kind::full);
    CHECK(exported.error().sentence.find("the stick is full; remove something from it or take another") == 0);
  }
  CHECK(content(stick / "feedback/antwoorden.csv") == older);
  CHECK_FALSE(std::filesystem::exists(stick / "feedback/antwoorden.csv.part"));
  for (const auto& one : std::filesystem::directory_iterator{stick / "feedback/batches"}) {
    CHECK(one.path().extension() == ".jsonl");
  }
}

TEST_CASE("answers under a set that cannot be read are told to be left out, not dropped in silence") {
  FilledStore filled;
  filled.seal();
  const TempFolder stick;
  const auto exported = copy_out(
      *filled.store, [](const store::KeptSet&) { return std::nullopt; }, filled.key(), stick.path());
  REQUIRE(exported);
  CHECK(exported->answers == 0);
  CHECK(exported->left_out == 4);
}

TEST_CASE("a thousand answers are read back past the cache and compared") {
  FilledStore filled;
  for (int i = 0; i < 1000; ++i)
    REQUIRE(filled.save(store::given::chosen(1U + static_cast<unsigned>(i) % 7U)));
  filled.seal();
  const TempFolder stick;
  REQUIRE(copy_out(*filled.store, read_small, filled.key(), stick.path())->answers == 1004);
  CHECK(batch::verify(content(stick / "feedback/antwoorden.csv")) == Verdict{Verdict::Kind::good, 1004});
}
