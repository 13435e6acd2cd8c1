#include "kiosk/stick/export.h"

#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

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

std::string content(const std::filesystem::path& path) {
  const auto read = read_file(path, 1U << 26U);
  return read ? *read : "(not there)";
}

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

TEST_CASE("staff take all answers away on a stick") {
  FilledStore filled;
  const TempFolder stick;
  const auto exported = copy_out(*filled.store, read_small, "UTR-01", stick.path());
  REQUIRE(exported);
  CHECK(exported->answers == 4);
  CHECK(exported->left_out == 0);
  CHECK(exported->files == std::vector<std::filesystem::path>{stick / "feedback/antwoorden.csv",
                                                              stick / "feedback/antwoorden.jsonl",
                                                              stick / "feedback/LEESMIJ.txt"});
  const std::string table = content(stick / "feedback/antwoorden.csv");
  const std::string lines = content(stick / "feedback/antwoorden.jsonl");
  CHECK(batch::verify(table) == Verdict{Verdict::Kind::good, 4});
  CHECK(batch::verify(lines) == Verdict{Verdict::Kind::good, 4});
  CHECK(
      rows(table, "\r\n") ==
      std::vector<std::string>{
          R"("UTR-01";"keep";"Wat gaat goed?";"choice";"NL fast | NL near";"fast | near";"";"fast | open | near";"nl";"2026-11-23")",
          R"("UTR-01";"keep";"Wat gaat goed?";"dont_know";"";"";"";"fast | open | near";"nl";"2026-11-23")",
          "\"UTR-01\";\"keep\";\"Wat gaat goed?\";\"words\";\"\";\"\";\"'=meer; \"\"groen\"\"\n"
          "\";\"\";\"nl\";\"2026-11-23\"",
          R"("UTR-01";"role";"Welke rol?";"words";"";"";"kaders";"";"nl";"2026-11-23")"});
  CHECK(rows(lines, "\n").size() == 4);
  CHECK(lines.find(R"("words":"=meer; \"groen\"\u000a")") != std::string::npos);
  CHECK(content(stick / "feedback/LEESMIJ.txt") == leaflet);
}

TEST_CASE("an export leaves nothing half, and the store as it was") {
  FilledStore filled;
  const TempFolder stick;
  const auto before = store::given::held(*filled.store);
  REQUIRE(copy_out(*filled.store, read_small, "UTR-01", stick.path()));
  CHECK(store::given::held(*filled.store) == before);
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& one : std::filesystem::directory_iterator{stick / "feedback"}) ++files;
  CHECK(files == 3);
}

TEST_CASE("a second export holds what came since, in the place of the first") {
  FilledStore filled;
  const TempFolder stick;
  REQUIRE(copy_out(*filled.store, read_small, "UTR-01", stick.path()));
  REQUIRE(filled.save(store::given::chosen(1)));
  REQUIRE(copy_out(*filled.store, read_small, "UTR-01", stick.path())->answers == 5);
  CHECK(batch::verify(content(stick / "feedback/antwoorden.csv")) == Verdict{Verdict::Kind::good, 5});
}

TEST_CASE("a store without answers gives tables without rows") {
  const TempFolder folder;
  const TempFolder stick;
  auto store = store::Store::open(folder.path());
  REQUIRE(copy_out(*store, read_small, "UTR-01", stick.path())->answers == 0);
  CHECK(batch::verify(content(stick / "feedback/antwoorden.jsonl")) == Verdict{Verdict::Kind::good, 0});
}

TEST_CASE("without a stick staff are told to put one in") {
  FilledStore filled;
  const auto exported = copy_out(*filled.store, read_small, "UTR-01", "/media/nothing");
  REQUIRE_FALSE(exported);
  CHECK(exported.error().kind == ExportError::Kind::no_stick);
  CHECK(exported.error().sentence == "there is no stick in /media/nothing; put one in and try again");
}

TEST_CASE("something on the stick that is in the way is named, and left alone") {
  FilledStore filled;
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
  const auto exported = copy_out(*filled.store, read_small, "UTR-01", stick.path());
  REQUIRE_FALSE(exported);
  CHECK(exported.error().kind == ExportError::Kind::refused);
  CHECK(exported.error().sentence.find(
            "something on the stick stands in the way; rename it or take another stick (could not ") == 0);
  CHECK(exported.error().sentence.find((stick / name).string()) != std::string::npos);
  CHECK(content(elsewhere / "secret") == "secret");
  CHECK(std::distance(std::filesystem::directory_iterator{elsewhere.path()}, {}) == 1);
}

TEST_CASE("a stick that fills up halfway keeps its older export, and staff are told") {
  FilledStore filled;
  const TempFolder stick;
  REQUIRE(copy_out(*filled.store, read_small, "UTR-01", stick.path()));
  const std::string older = content(stick / "feedback/antwoorden.csv");
  for (int i = 0; i < 3000; ++i) REQUIRE(filled.save(store::given::chosen(1)));
  {
    // The store only reads now, but its file is larger than the limit and it may not grow: neither does it
    // need to.
    const tests::SmallFiles a_hundred_kibibytes{std::size_t{100} << 10U};
    const auto exported = copy_out(*filled.store, read_small, "UTR-01", stick.path());
    REQUIRE_FALSE(exported);
    CHECK(exported.error().kind == ExportError::Kind::full);
    CHECK(exported.error().sentence.find("the stick is full; remove something from it or take another") == 0);
  }
  CHECK(content(stick / "feedback/antwoorden.csv") == older);
  CHECK_FALSE(std::filesystem::exists(stick / "feedback/antwoorden.csv.part"));
  CHECK_FALSE(std::filesystem::exists(stick / "feedback/antwoorden.jsonl.part"));
}

TEST_CASE("answers under a set that cannot be read are told to be left out, not dropped in silence") {
  FilledStore filled;
  const TempFolder stick;
  const auto exported = copy_out(
      *filled.store, [](const store::KeptSet&) { return std::nullopt; }, "UTR-01", stick.path());
  REQUIRE(exported);
  CHECK(exported->answers == 0);
  CHECK(exported->left_out == 4);
}

TEST_CASE("a thousand answers are read back past the cache and compared") {
  FilledStore filled;
  for (int i = 0; i < 1000; ++i)
    REQUIRE(filled.save(store::given::chosen(1U + static_cast<unsigned>(i) % 7U)));
  const TempFolder stick;
  REQUIRE(copy_out(*filled.store, read_small, "UTR-01", stick.path())->answers == 1004);
  CHECK(batch::verify(content(stick / "feedback/antwoorden.csv")) == Verdict{Verdict::Kind::good, 1004});
}
