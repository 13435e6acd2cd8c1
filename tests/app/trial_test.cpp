#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "kiosk/app/question_sets.h"
#include "kiosk/survey/reader.h"
#include "tests/support/png.h"
#include "tests/support/temp_folder.h"
#include "tests/survey/fault.h"
#include "tests/survey/pictured_set.h"

namespace kiosk::trial_test {

// Before a set from a stick is taken, another process shows all its screens to nobody.

using namespace kiosk;

namespace {

/// A station that started with the sound set, and tries others.
class Station {
 public:
  Station() {
    std::filesystem::create_directory(folder_ / "store");
    std::ofstream{folder_ / "own.toml"} << sound_set;
  }

  std::vector<visit::SetFault> faults_of(const std::string& set) const {
    return sets_.faults_of(*survey::read_survey(set, "tried.toml"));
  }
  /// Of the set with this for its picture, as it comes from a stick.
  std::vector<visit::SetFault> faults_with_picture(const std::string& png) const {
    const survey::Survey now = *survey::read_survey(sound_set, "now.toml");
    const visit::FoundFile file{
        "hall.toml", pictured_set, {{"map.png", std::make_shared<const std::string>(png)}}};
    const auto offered = sets_.offered({file}, now, {now});
    REQUIRE(offered[0].set);  // the head of the picture is sound
    return sets_.faults_of(*offered[0].set);
  }
  bool kept_nothing() const { return std::filesystem::is_empty(folder_ / "store"); }

 private:
  tests::TempFolder folder_;
  app::QuestionSets sets_{
      folder_ / "store", {.set = folder_ / "own.toml", .station = {}}, KIOSK_PROGRAM, "1080x1920@24"};
};

/// Where in the sound set these words stand.
int line_of(const std::string& words) {
  const std::string before{sound_set, 0, std::string{sound_set}.find(words)};
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace

TEST_CASE("before a set is taken all its screens are tried, and nothing of the trial stays", "[long]") {
  const Station station;
  CHECK(station.faults_of(changed(sound_set, "Wat is goed?", "Wat gaat er goed?")).empty());
  std::string long_word;
  for (int i = 0; i < 40; ++i) long_word += "samenwerking";
  const auto faults = station.faults_of(changed(sound_set, "De koffie", long_word));
  REQUIRE(faults.size() == 1);
  INFO(faults[0].told);
  CHECK(faults[0].told.find("does not fit on the screen") != std::string::npos);
  CHECK(faults[0].line == line_of("De koffie"));
  CHECK(station.kept_nothing());
}

TEST_CASE("a picture that is damaged inside is found in the trial, in another process") {
  const Station station;
  std::string damaged = tests::png_of({400, 300}, {0, 90, 0});
  damaged.resize(damaged.size() / 2);
  const auto faults = station.faults_with_picture(damaged);
  REQUIRE(faults.size() == 1);
  INFO(faults[0].told);
  CHECK(faults[0].line == 50);
  CHECK(faults[0].told.starts_with("'map.png' cannot be shown: it is damaged ("));
  CHECK(station.kept_nothing());
  CHECK(station.faults_with_picture(tests::png_of({40, 30}, {200, 0, 0})).empty());
  CHECK(station.kept_nothing());
}

}  // namespace kiosk::trial_test
