#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "kiosk/batch/sealed_texts.h"
#include "kiosk/stick/verify_folder.h"
#include "tests/stick/given.h"
#include "tests/support/program.h"

// With a key of the organisation, the words of visitors leave the station sealed to it, and no other way.

using namespace kiosk;
using namespace kiosk::stick;
using namespace kiosk::stick::given;
using tests::TempFolder;

namespace {

void put(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream{file, std::ios::binary | std::ios::trunc} << bytes;
}

/// A station whose organisation has a key of age, and one stick.
struct Station {
  FilledStore filled;
  TempFolder stick;
  TempFolder office;
  std::filesystem::path identity = office / "sleutel.txt";
  std::string recipient;
  std::string stem;

  Station() {
    static_cast<void>(tests::run_to_end({"/usr/bin/age-keygen", "-o", identity.string()}, office.path()));
    const std::string text = content(identity);
    recipient = text.substr(text.find("age1"), 62);
    stem = "UTR-01-" + hex(filled.seal().batches.at(0).batch);
  }

  Result<Exported, ExportError> takes_away() {
    return copy_out(*filled.store, read_small, filled.key(), stick.path(), goes_on, {recipient});
  }

  std::filesystem::path sealed() const { return batches() / (stem + ".texts.jsonl.age"); }
  std::filesystem::path proof() const { return batches() / (stem + ".sealed.jsonl"); }
  std::filesystem::path readable() const { return batches() / (stem + ".texts.jsonl"); }
  std::filesystem::path set_aside() const { return stick / "feedback" / set_aside_folder; }

  std::string words_on_stick() const {
    const auto opened = batch::open_texts(content(sealed()), identity);
    return opened ? *opened : "stays closed: " + opened.error().why;
  }

  bool is_anywhere(const std::string& words) const {
    for (const auto& one : std::filesystem::recursive_directory_iterator{stick.path()}) {
      if (one.is_regular_file() && content(one.path()).find(words) != std::string::npos) return true;
    }
    return false;
  }

  bool is_whole() const { return all_good(*verify_folder(stick.path())); }

 private:
  std::filesystem::path batches() const { return stick / "feedback/batches"; }
};

}  // namespace

TEST_CASE("words leave sealed: the stick proves itself, and only the organisation reads them") {
  Station station;
  const auto exported = station.takes_away();
  if (!exported) FAIL(exported.error().sentence);
  CHECK(exported->answers == 4);
  CHECK(station.is_whole());
  CHECK_FALSE(std::filesystem::exists(station.readable()));
  CHECK_FALSE(station.is_anywhere("kaders"));
  CHECK_FALSE(station.is_anywhere("groen"));
  CHECK(station.words_on_stick().find("kaders") != std::string::npos);
  CHECK(content(station.stick / "feedback/antwoorden.csv").find("verzegeld") != std::string::npos);
  CHECK(content(station.stick / "feedback/rapport.html").find("kaders") == std::string::npos);
}

TEST_CASE("sealed words that are on the stick already are not written again") {
  Station station;
  REQUIRE(station.takes_away());
  const std::string before = content(station.sealed());
  const auto again = station.takes_away();
  REQUIRE(again);
  CHECK(again->added == 0);
  CHECK(again->repaired == 0);
  CHECK(content(station.sealed()) == before);
}

TEST_CASE("what staff decide about a text reaches the sealed words with the next export") {
  Station station;
  REQUIRE(station.takes_away());
  REQUIRE(*station.filled.store->decide(station.filled.id_of("kaders"), store::TextState::erased,
                                        store::TextReason::personal));
  const auto again = station.takes_away();
  REQUIRE(again);
  CHECK(again->repaired == 0);
  CHECK(station.is_whole());
  CHECK(station.words_on_stick().find("kaders") == std::string::npos);
  CHECK(station.words_on_stick().find("groen") != std::string::npos);
}

TEST_CASE("sealed words that are broken, cut short or without their proof are made anew", "[long]") {
  struct Harm {
    const char* what;
    std::function<void(const Station&)> happens;
    std::uint64_t aside;  // files
  };
  const std::vector<Harm> harms{
      {"one byte is another",
       [](const Station& station) {
         std::string bytes = content(station.sealed());
         bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
         put(station.sealed(), bytes);
       },
       1},
      {"cut short",
       [](const Station& station) { put(station.sealed(), content(station.sealed()).substr(0, 100)); }, 1},
      {"empty", [](const Station& station) { put(station.sealed(), ""); }, 1},
      {"the proof is gone", [](const Station& station) { std::filesystem::remove(station.proof()); }, 1},
      {"the sealed words are gone", [](const Station& station) { std::filesystem::remove(station.sealed()); },
       0},
      {"the proof says something else",
       [](const Station& station) { put(station.proof(), content(station.proof()) + "x"); }, 2},
  };
  for (const Harm& harm : harms) {
    INFO(harm.what);
    Station station;
    REQUIRE(station.takes_away());
    harm.happens(station);
    CHECK_FALSE(station.is_whole());
    const auto again = station.takes_away();
    REQUIRE(again);
    CHECK(again->repaired == harm.aside);
    CHECK(station.is_whole());
    CHECK(station.words_on_stick().find("kaders") != std::string::npos);
    CHECK(std::filesystem::exists(station.set_aside()) == (harm.aside > 0));
  }
}

TEST_CASE(
    "sealed words of another station are left as they are, and named where they do not prove themselves") {
  Station first;
  REQUIRE(first.takes_away());
  Station second;
  std::filesystem::copy(first.stick.path(), second.stick.path(), std::filesystem::copy_options::recursive);
  const auto both = second.takes_away();
  REQUIRE(both);
  CHECK(both->other_batches == 1);
  CHECK(both->not_whole.empty());
  const auto others = second.stick / "feedback/batches" / first.sealed().filename();
  CHECK(content(others) == content(first.sealed()));
  put(others, "age-encryption.org/v1\n");
  const auto again = second.takes_away();
  REQUIRE(again);
  CHECK(again->not_whole == std::vector<std::string>{others.filename().string()});
}

TEST_CASE("where words cannot be sealed none are written, and the export says so") {
  Station station;
  station.recipient = "age1nobody";
  const auto exported = station.takes_away();
  REQUIRE_FALSE(exported);
  CHECK(exported.error().kind == ExportError::Kind::cannot_seal);
  CHECK_FALSE(station.is_anywhere("kaders"));
}
