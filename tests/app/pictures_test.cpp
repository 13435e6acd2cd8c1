#include "kiosk/app/pictures.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "kiosk/app/setup.h"
#include "kiosk/sdl/png.h"
#include "tests/support/png.h"
#include "tests/support/program.h"
#include "tests/survey/pictured_set.h"

namespace kiosk::pictures_test {

using namespace kiosk;
using kiosk::tests::png_of;
using kiosk::tests::TempFolder;

namespace {

/// A folder with a set that asks for a picture.
struct Desk {
  TempFolder folder;
  std::filesystem::path set = folder / "set.toml";
  std::filesystem::path picture = folder / "map.png";

  Desk() { std::ofstream{set} << pictured_set; }
  void draw(const std::string& bytes) const { std::ofstream{picture, std::ios::binary} << bytes; }
  Result<app::Setup, app::SetupError> load() const { return app::load({.set = set, .station = {}}); }
};

const std::string map_of_hall = png_of({40, 30}, {200, 0, 0});

/// What is told where `trouble` is what there is about the picture.
std::string told(const Desk& desk, const std::string& trouble) {
  return desk.set.string() + ":50:20: error: " + trouble +
         "\n  picture = { file = \"map.png\", nl = \"Een kaart van de hal\", en = \"A map of the hall\" }"
         "\n                     ^\n";
}

}  // namespace

TEST_CASE("an info has the picture that stands beside its set") {
  const Desk desk;
  desk.draw(map_of_hall);
  const auto setup = desk.load();
  REQUIRE(setup);
  const auto& picture = setup->survey.questions.back().picture;
  REQUIRE((picture && picture->image));
  CHECK(*picture->image->png == map_of_hall);
  CHECK((picture->image->w == 40 && picture->image->h == 30));
  CHECK(setup->survey.source == pictured_set);  // what travels with the answers
}

TEST_CASE("a picture that cannot be shown is told at the line that names it, with what to do") {
  const Desk desk;
  const auto told_of = [&](const std::string& bytes) {
    desk.draw(bytes);
    const auto setup = desk.load();
    return setup ? std::string{"nothing"} : setup.error().text;
  };
  CHECK(desk.load().error().text ==
        told(desk, "there is no 'map.png' beside this file; put the picture there, or take the line out"));
  CHECK(told_of("GIF89a, and more than a head of it") ==
        told(desk,
             "'map.png' cannot be shown: it is no PNG picture (Not a PNG file); save it anew as a PNG "
             "picture"));
  std::string damaged = png_of({400, 300}, {0, 90, 0});
  damaged.resize(damaged.size() / 2);
  CHECK(told_of(damaged).starts_with(desk.set.string() +
                                     ":50:20: error: 'map.png' cannot be shown: it is damaged ("));
  CHECK(told_of(png_of({5000, 1}, {0, 0, 0})) ==
        told(desk,
             "'map.png' cannot be shown: it is 5000x1 px, and at most 4096 a side are shown; save it "
             "anew as a PNG picture"));
  CHECK(told_of(std::string(survey::largest_picture + 1, 'x')) ==
        told(desk,
             "'map.png' holds more than 4 MiB; save it smaller: it need not have more pixels than the "
             "screen"));
  std::filesystem::remove(desk.picture);
  std::filesystem::create_directory(desk.picture);
  CHECK(desk.load().error().text ==
        told(desk, "'map.png' cannot be read; see that it is an ordinary file that anyone may read"));
}

TEST_CASE("check and preview refuse a set without its picture") {
  const Desk desk;
  const std::vector<std::vector<std::string>> commands{{"check", "set.toml"},
                                                       {"preview", "--out", "out", "--set", "set.toml"}};
  for (std::vector<std::string> words : commands) {
    INFO(words.front());
    words.insert(words.begin(), KIOSK_PROGRAM);
    const tests::Ended ended = tests::run_to_end(words, desk.folder.path());
    CHECK(ended.status == 1);
    CHECK(ended.out.empty());
    CHECK(ended.err.starts_with("set.toml:50:20: error: there is no 'map.png' beside this file; put the"));
  }
}

TEST_CASE("the head of a picture tells its size, or that it is none") {
  CHECK(*sdl::png_size(map_of_hall) == ui::Size{40, 30});
  CHECK(*sdl::png_size(map_of_hall.substr(0, 24)) == ui::Size{40, 30});
  CHECK(sdl::png_size(map_of_hall.substr(0, 23)).error().text == "it is no PNG picture");
  CHECK(sdl::png_size("").error().text == "it is no PNG picture");
  std::string flat = map_of_hall;
  flat.replace(16, 4, 4, '\0');
  CHECK(sdl::png_size(flat).error().text == "it is no PNG picture");
  std::string vast = map_of_hall;
  vast.replace(20, 4, 4, '\xFF');
  CHECK(sdl::png_size(vast).error().text == "it is 40x4294967295 px, and at most 4096 a side are shown");
}

TEST_CASE("whoever writes a set and draws its picture is looked over the shoulder at both") {
  const Desk desk;
  CHECK(app::picture_files(desk.set) == std::vector<std::filesystem::path>{desk.picture});
  CHECK(app::picture_files(desk.folder / "none.toml").empty());
  std::ofstream{desk.set} << "id = 3";
  CHECK(app::picture_files(desk.set).empty());
}

}  // namespace kiosk::pictures_test
