#include "kiosk/app/question_sets.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "kiosk/app/setup.h"
#include "kiosk/base/utf8.h"
#include "kiosk/survey/reader.h"
#include "tests/support/png.h"
#include "tests/support/temp_folder.h"
#include "tests/survey/pictured_set.h"

namespace kiosk::question_sets_test {

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
  bool keep(const visit::OfferedSet& offered) { return !!sets_.keep(offered); }
  /// The set in use with its pictures, as a start reads it.
  Result<app::Setup, app::SetupError> loaded() const {
    return app::load({.set = sets_.brought().value_or(own()), .station = {}});
  }
  /// What is offered besides the set in use, which is read as a start reads it.
  std::vector<visit::OfferedSet> offered_now(const std::vector<visit::FoundFile>& files) {
    const auto setup = loaded();
    REQUIRE(setup);
    return sets_.offered(files, setup->survey, {});
  }
  std::filesystem::path store() const { return temp_ / "store"; }

 private:
  static constexpr std::size_t survey_size = 1U << 20U;
  std::filesystem::path own() const { return temp_ / "own.toml"; }

  TempFolder temp_;
  app::QuestionSets sets_{
      temp_ / "store", {.set = temp_ / "own.toml", .station = {}}, "/nowhere/kiosk", "1080x1920@24"};
};

std::string told(const std::vector<visit::SetFault>& faults) {
  std::string all;
  for (const visit::SetFault& fault : faults) all += fmt::format("{}: {}\n", fault.line, fault.told);
  return all;
}

/// The same set for another building.
std::string with_title(std::string set) { return set.replace(set.find("\"Lobby\""), 7, "\"Entree\""); }

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

namespace {

/// The set with a picture, as it comes from a stick.
visit::FoundFile with_picture(const std::string& png, const std::string& text = pictured_set) {
  return {"hall.toml", text, {{"map.png", std::make_shared<const std::string>(png)}}};
}

std::string map_shown_by(const survey::Survey& set) {
  const auto& picture = set.questions.back().picture;
  return picture && picture->image != nullptr ? *picture->image->png : "no picture";
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator{folder})
    names.push_back(file.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

const std::string red_map = tests::png_of({40, 30}, {200, 0, 0});
const std::string blue_map = tests::png_of({40, 30}, {0, 0, 200});

}  // namespace

TEST_CASE("a set from a stick shows its picture, and the set before it its own, also after a start") {
  Sets sets;
  const std::string second = with_title(pictured_set);
  REQUIRE(sets.keep(sets.offered_now({with_picture(red_map)})[0]));
  CHECK(map_shown_by(sets.loaded()->survey) == red_map);
  CHECK(names_in(sets.store()) == std::vector<std::string>{"questions.pictures", "questions.toml"});

  REQUIRE(sets.keep(sets.offered_now({with_picture(blue_map, second)})[0]));
  CHECK(map_shown_by(sets.loaded()->survey) == blue_map);
  CHECK(sets.loaded()->survey.source == second);

  const auto back = sets.offered_now({});
  REQUIRE(back.size() == 2);
  CHECK(back[0].from == From::before);
  REQUIRE(back[0].set);
  CHECK(map_shown_by(*back[0].set) == red_map);
  REQUIRE(sets.keep(back[0]));
  CHECK(map_shown_by(sets.loaded()->survey) == red_map);
}

TEST_CASE("a new picture under the same words is another set, and the old picture is there to go back to") {
  Sets sets;
  REQUIRE(sets.keep(sets.offered_now({with_picture(red_map)})[0]));
  CHECK(sets.offered_now({with_picture(red_map)})[0].from == From::station);  // the same is not offered
  const auto offered = sets.offered_now({with_picture(blue_map)});
  REQUIRE(offered[0].from == From::stick);
  REQUIRE(sets.keep(offered[0]));
  CHECK(map_shown_by(sets.loaded()->survey) == blue_map);
  const auto back = sets.offered_now({});
  REQUIRE(back[0].from == From::before);
  CHECK(map_shown_by(*back[0].set) == red_map);
}

TEST_CASE("pictures go with the set that showed them") {
  Sets sets;
  REQUIRE(sets.keep(sets.offered_now({with_picture(red_map)})[0]));
  REQUIRE(sets.keep(From::stick, reworded));
  CHECK(names_in(sets.store()) ==
        std::vector<std::string>{"questions-before.pictures", "questions-before.toml", "questions.toml"});
  REQUIRE(sets.keep(From::station, sound_set));
  CHECK(names_in(sets.store()) == std::vector<std::string>{"questions-before.toml"});
}

TEST_CASE("a picture that is missing or none is told, and changes nothing") {
  Sets sets;
  REQUIRE(sets.keep(sets.offered_now({with_picture(red_map)})[0]));
  const std::string second = with_title(pictured_set);
  const std::vector<std::pair<visit::FoundFile, std::string>> cases{
      {{"hall.toml", second, {}},
       "50: there is no 'map.png' beside this file; put the picture there, or take the line out\n"},
      {{"hall.toml", second, {{"map.png", survey::PictureTrouble::too_large}}},
       "50: 'map.png' holds more than 4 MiB; save it smaller: it need not have more pixels than the "
       "screen\n"},
      {{"hall.toml", second, {{"map.png", survey::PictureTrouble::unreadable}}},
       "50: 'map.png' cannot be read; see that it is an ordinary file that anyone may read\n"},
      {with_picture("GIF89a", second),
       "50: 'map.png' cannot be shown: it is no PNG picture; save it anew as a PNG picture\n"},
  };
  for (const auto& [file, fault] : cases) {
    const auto offered = sets.offered_now({file});
    CHECK_FALSE(offered[0].set);
    CHECK(told(offered[0].faults) == fault);
  }
  CHECK(map_shown_by(sets.loaded()->survey) == red_map);
}

TEST_CASE("a power cut between pictures and set leaves the set in use with its own") {
  Sets sets;
  REQUIRE(sets.keep(sets.offered_now({with_picture(red_map)})[0]));
  REQUIRE(sets.keep(sets.offered_now({with_picture(blue_map, with_title(pictured_set))})[0]));
  // As if the last of the four had not been written.
  std::ofstream{sets.store() / "questions.toml"} << pictured_set;
  CHECK(map_shown_by(sets.loaded()->survey) == red_map);
}

TEST_CASE("kept pictures that rotted, or are of another set, are told at a start and never shown") {
  Sets sets;
  REQUIRE(sets.keep(sets.offered_now({with_picture(red_map)})[0]));
  const std::filesystem::path kept = sets.store() / "questions.pictures";
  const std::string whole = *read_file(kept, 1U << 20U);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    std::ofstream{kept, std::ios::binary} << whole.substr(0, length);
    CHECK_FALSE(sets.loaded());
  }
  std::ofstream{kept, std::ios::binary} << whole;
  CHECK(sets.loaded());
  std::ofstream{sets.store() / "questions.toml"} << with_title(pictured_set);
  CHECK_FALSE(sets.loaded());
}

}  // namespace kiosk::question_sets_test
