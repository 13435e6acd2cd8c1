#include "kiosk/app/question_sets.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "kiosk/base/utf8.h"
#include "kiosk/survey/reader.h"
#include "tests/support/temp_folder.h"
#include "tests/survey/sound_set.h"

using namespace kiosk;
using kiosk::tests::TempFolder;
using From = visit::OfferedSet::From;

namespace {

std::string with(const std::string& was, const std::string& written) {
  std::string text = sound_set;
  text.replace(text.find(was), was.size(), written);
  return text;
}

/// The sets of a station that was started with the sound one.
class Sets {
 public:
  Sets() {
    std::filesystem::create_directory(temp_ / "store");
    std::ofstream{own()} << sound_set;
  }

  std::vector<visit::OfferedSet> offered(const std::string& now, const std::vector<visit::FoundFile>& files) {
    const survey::Survey set = *survey::read_survey(now, "now.toml");
    return sets_.offered(files, set, {set});
  }
  bool keep(From from, const std::string& source) { return !!sets_.keep({.from = from, .source = source}); }
  std::string in_use() const {
    const auto brought = sets_.brought();
    return brought ? *read_file(*brought, survey_size) : "";
  }
  std::vector<visit::SetFault> faults_of(const std::string& source) const { return sets_.faults_of(source); }
  std::filesystem::path store() const { return temp_ / "store"; }

 private:
  static constexpr std::size_t survey_size = 1U << 20U;
  std::filesystem::path own() const { return temp_ / "own.toml"; }

  TempFolder temp_;
  app::QuestionSets sets_{
      temp_ / "store", {.set = temp_ / "own.toml", .station = {}}, KIOSK_PROGRAM, "1080x1920@24"};
};

std::string told(const std::vector<visit::SetFault>& faults) {
  std::string all;
  for (const visit::SetFault& fault : faults) all += fmt::format("{}: {}\n", fault.line, fault.told);
  return all;
}

/// Where in the sound set these words stand.
int line_of(const std::string& words) {
  const std::string before{sound_set, 0, std::string{sound_set}.find(words)};
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

const std::string reworded = with("Wat is goed?", "Wat gaat er goed?");
const std::string another = with("id = \"lobby\"", "id = \"hall\"");

}  // namespace

TEST_CASE("staff are offered what is on the stick, what was in use before, and the station's own") {
  Sets sets;
  CHECK(sets.in_use().empty());
  REQUIRE(sets.keep(From::stick, reworded));
  CHECK(sets.in_use() == reworded);
  REQUIRE(sets.keep(From::stick, another));
  CHECK(sets.in_use() == another);

  const auto offered = sets.offered(another, {{"new.toml", with("Licht", "Lampen")}});
  REQUIRE(offered.size() == 3);
  CHECK(offered[0].from == From::stick);
  CHECK(offered[0].file == "new.toml");
  CHECK(offered[1].from == From::before);
  CHECK(offered[1].source == reworded);
  CHECK(offered[2].from == From::station);
  CHECK(offered[2].source == sound_set);
  for (const visit::OfferedSet& one : offered) CHECK(one.set);

  REQUIRE(sets.keep(From::station, sound_set));
  CHECK(sets.in_use().empty());
  CHECK(sets.offered(sound_set, {})[0].source == another);  // to go back to
}

TEST_CASE("a set in use that cannot be read any more does not stand in the way of another") {
  Sets sets;
  std::ofstream{sets.store() / "questions.toml"} << std::string(1U << 20U, 'x');
  REQUIRE(sets.keep(From::stick, another));
  CHECK(sets.in_use() == another);
}

TEST_CASE("what is in use is not offered again") {
  Sets sets;
  CHECK(sets.offered(sound_set, {{"same.toml", sound_set}}).empty());
}

TEST_CASE("a set with a mistake, or that turns given answers into others, is offered with its fault alone") {
  Sets sets;
  const auto offered = sets.offered(sound_set, {{"cut.toml", sound_set.substr(0, 400)},
                                                {"empty.toml", ""},
                                                {"turned.toml", with("id = \"soft\"", "id = \"dim\"")}});
  REQUIRE(offered.size() == 3);
  for (const visit::OfferedSet& one : offered) {
    CHECK_FALSE(one.set);
    CHECK_FALSE(one.faults.empty());
  }
  CHECK(told(offered[2].faults) ==
        "23: the question 'light' has no option 'soft' any more; people may have chosen it: put it back, or "
        "give the question another id\n");
}

TEST_CASE("staff are told of all that is wrong with a set, as much of it as a screen has room for") {
  Sets sets;
  const std::string many =
      "stage = \"life\"\n\"" + std::string(100, 'x') + "\u202E" + std::string(400, 'y') + "\" = 1\n";
  const auto offered = sets.offered(sound_set, {{"many.toml", many}});
  REQUIRE(offered.size() == 1);
  INFO(told(offered[0].faults));
  REQUIRE(offered[0].faults.size() > 2);
  for (const visit::SetFault& fault : offered[0].faults) {
    CHECK(utf8::length(fault.told) <= 132);
    CHECK(fault.told.find("\u202E") == std::string::npos);
  }
}

TEST_CASE("before a set is taken all its screens are tried, and nothing of the trial stays", "[long]") {
  Sets sets;
  CHECK(sets.faults_of(reworded).empty());
  std::string long_word;
  for (int i = 0; i < 40; ++i) long_word += "samenwerking";
  const auto faults = sets.faults_of(with("De koffie", long_word));
  INFO(told(faults));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].told.find("does not fit on the screen") != std::string::npos);
  CHECK(faults[0].line == line_of("De koffie"));
  CHECK(std::filesystem::is_empty(sets.store()));
}
