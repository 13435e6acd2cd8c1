#include "kiosk/app/question_sets.h"

#include <catch2/catch.hpp>
#include <fstream>

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
  std::string fault_of(const std::string& source) const { return sets_.fault_of(source); }
  std::filesystem::path store() const { return temp_ / "store"; }

 private:
  static constexpr std::size_t survey_size = 1U << 20U;
  std::filesystem::path own() const { return temp_ / "own.toml"; }

  TempFolder temp_;
  app::QuestionSets sets_{temp_ / "store", {.set = temp_ / "own.toml", .station = {}}, KIOSK_PROGRAM};
};

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
    CHECK_FALSE(one.fault.empty());
  }
  CHECK(
      offered[2].fault ==
      "turned.toml, 23:1: the question 'light' has no option 'soft' any more; people may have chosen it: put "
      "it back, or give the question another id");
}

TEST_CASE("before a set is taken all its screens are tried, and nothing of the trial stays", "[long]") {
  Sets sets;
  CHECK(sets.fault_of(reworded).empty());
  std::string long_word;
  for (int i = 0; i < 40; ++i) long_word += "samenwerking";
  const std::string fault = sets.fault_of(with("De koffie", long_word));
  INFO(fault);
  CHECK(fault.find("does not fit on the screen") != std::string::npos);
  CHECK(fault.find(sets.store().string()) == std::string::npos);
  CHECK(std::filesystem::is_empty(sets.store()));
}
