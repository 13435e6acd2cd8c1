#include "kiosk/stick/verify_folder.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <string>

#include "kiosk/base/file.h"
#include "kiosk/stick/export.h"
#include "tests/stick/given.h"

using namespace kiosk;
using namespace kiosk::stick;
using namespace kiosk::stick::given;
using tests::TempFolder;
using Sentences = std::map<std::string, std::string>;

namespace {

/// File -> what is said of it.
Sentences verified(const std::filesystem::path& folder) {
  const auto files = verify_folder(folder);
  REQUIRE(files);
  Sentences sentences;
  for (const Verified& file : *files) {
    // A batch has a random name: here its kind will do.
    const std::string name = file.path.filename();
    const bool is_batch = name.starts_with("UTR-01-");
    sentences[is_batch ? name.substr(name.find('.')) : name] = file.sentence;
  }
  return sentences;
}

void export_to(const TempFolder& stick) {
  FilledStore filled;
  filled.seal();
  REQUIRE(copy_out(*filled.store, read_small, filled.key(), stick.path()));
}

const Sentences all_whole{{"LEESMIJ.txt", "the explanation, as it was written"},
                          {"antwoorden.csv", "4 answers, whole"},
                          {"antwoorden.xlsx", "4 answers, whole"},
                          {"rapport.html", "4 answers, whole"},
                          {"codeboek.csv", "10 rows, whole"},
                          {".jsonl", "2 answers, whole, signed"},
                          {".texts.jsonl", "2 answers, whole, signed"}};

}  // namespace

TEST_CASE("an organiser sees that every file on the stick is whole") {
  const TempFolder stick;
  export_to(stick);
  CHECK(verified(stick.path()) == all_whole);
  CHECK(all_good(*verify_folder(stick.path())));
  CHECK(verified(stick / "feedback") == all_whole);
  CHECK(verified(stick / "feedback/") == all_whole);
}

TEST_CASE("an organiser sees which file is not") {
  const TempFolder stick;
  export_to(stick);
  const auto path = stick / "feedback/antwoorden.csv";
  std::string table = *read_file(path, 1U << 20U);
  const std::string name = "antwoorden.csv";
  std::string file = name;
  std::string sentence;
  SECTION("cut short") {
    std::ofstream{path} << table.substr(0, table.size() - 1);
    sentence = "cut short; export again";
  }
  SECTION("empty") {
    std::ofstream{path} << "";
    sentence = "cut short; export again";
  }
  SECTION("altered") {
    std::ofstream{path} << table.replace(table.find("kaders"), 6, "kades!");
    sentence = "altered after it was written; do not use it, export again";
  }
  SECTION("something else") {
    std::ofstream{path} << "melk";
    sentence = "not written by a kiosk";
  }
  SECTION("one too many") {
    file = "boodschappen.txt";
    std::ofstream{stick / "feedback" / file} << "melk";
    sentence = "not written by a kiosk";
  }
  SECTION("an explanation that says something else") {
    file = "LEESMIJ.txt";
    std::ofstream{stick / "feedback" / file, std::ios::app} << "Bel 0900-1234.";
    sentence = "not written by a kiosk";
  }
  SECTION("a link") {
    file = "z";
    std::filesystem::create_symlink("antwoorden.csv", stick / "feedback" / file);
    sentence = "not written by a kiosk: no ordinary file";
  }
  SECTION("in a folder of its own") {
    file = "boodschappen.txt";
    std::filesystem::create_directory(stick / "feedback/meer");
    std::ofstream{stick / "feedback/meer" / file} << "melk";
    sentence = "not written by a kiosk";
  }
  Sentences expected = all_whole;
  expected[file] = sentence;
  CHECK(verified(stick.path()) == expected);
  CHECK_FALSE(all_good(*verify_folder(stick.path())));
}

TEST_CASE("a good file under any other name is good: the name proves nothing") {
  const TempFolder stick;
  export_to(stick);
  std::filesystem::rename(stick / "feedback/antwoorden.csv", stick / "feedback/x.txt");
  CHECK(verified(stick.path())["x.txt"] == "4 answers, whole");
}

TEST_CASE("a folder without feedback is not taken for a stick that is all good") {
  const TempFolder stick;
  std::ofstream{stick / "boodschappen.txt"} << "melk";
  const auto files = verify_folder(stick.path());
  REQUIRE_FALSE(files);
  CHECK(files.error().text() ==
        "could not open the folder " + (stick / "feedback").string() + ": No such file or directory");
  std::filesystem::create_directory(stick / "feedback");
  CHECK_FALSE(all_good(*verify_folder(stick.path())));
  CHECK_FALSE(verify_folder("/media/nothing"));
}
