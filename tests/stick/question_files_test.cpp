#include "kiosk/stick/question_files.h"

#include <sys/stat.h>
#include <catch2/catch.hpp>
#include <fstream>

#include "kiosk/stick/folder_port.h"
#include "kiosk/survey/toml_document.h"
#include "tests/support/temp_folder.h"
#include "tests/survey/fault.h"
#include "tests/survey/pictured_set.h"

using namespace kiosk;
using kiosk::tests::TempFolder;

namespace {

/// A stick in the port, as somebody filled it.
class Filled {
 public:
  Filled() { std::filesystem::create_directories(path() / "vragen"); }

  void put(const std::string& name, const std::string& text) const { std::ofstream{path() / name} << text; }
  std::filesystem::path path() const { return temp_ / "stick"; }
  std::vector<stick::QuestionFile> files() const {
    stick::FolderPort port{path()};
    auto files = read_question_files(port);
    REQUIRE(files);
    return std::move(*files);
  }
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const stick::QuestionFile& file : files()) names.push_back(file.name + "=" + file.text);
    return names;
  }
  /// What came of reading the picture of the only set.
  survey::PictureBytes picture() const {
    const auto found = files();
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].pictures.size() == 1);
    return found[0].pictures.at("map.png");
  }

 private:
  TempFolder temp_;
};

}  // namespace

TEST_CASE("question sets are found on a stick, and in its folder for them, and nothing else is") {
  Filled stick;
  stick.put("b.toml", "two");
  stick.put("a.toml", "one");
  stick.put("vragen/c.toml", "three");
  stick.put("photo.jpg", "no");
  stick.put(".hidden.toml", "no");
  std::filesystem::create_directory(stick.path() / "folder.toml");
  CHECK(stick.names() == std::vector<std::string>{"a.toml=one", "b.toml=two", "c.toml=three"});
}

TEST_CASE("a link on a stick leads nowhere") {
  Filled stick;
  const TempFolder elsewhere;
  std::ofstream{elsewhere / "secret.toml"} << "secret";
  std::filesystem::create_symlink(elsewhere / "secret.toml", stick.path() / "link.toml");
  std::filesystem::remove(stick.path() / "vragen");
  std::filesystem::create_directory_symlink(elsewhere.path(), stick.path() / "vragen");
  CHECK(stick.names().empty());
}

TEST_CASE("a file larger than any question set is offered without its text, and a name without its tricks") {
  Filled stick;
  stick.put("large.toml", std::string(survey::largest_document + 1, 'x'));
  stick.put("ab\u202Etxt.toml", "turned round");
  CHECK(stick.names() == std::vector<std::string>{"abtxt.toml=turned round", "large.toml="});
}

TEST_CASE("of a stick with thousands of files a kiosk reads some, and goes on") {
  Filled stick;
  for (int i = 0; i < 2000; ++i) stick.put(std::to_string(i) + ".toml", "x");
  CHECK(stick.names().size() == 50);
}

TEST_CASE("without a stick there is nothing to read, and that is told") {
  const TempFolder temp;
  stick::FolderPort port{temp / "none"};
  CHECK_FALSE(read_question_files(port));
}

TEST_CASE("with a set come the pictures that it asks for, from beside it, and no others") {
  Filled stick;
  stick.put("hall.toml", pictured_set);
  stick.put("map.png", "the map");
  stick.put("other.png", "nobody asks for it");
  stick.put("vragen/hall.toml", pictured_set);
  stick.put("vragen/map.png", "another map");
  const auto files = stick.files();
  REQUIRE(files.size() == 2);
  for (const stick::QuestionFile& file : files) REQUIRE(file.pictures.size() == 1);
  CHECK(**files[0].pictures.at("map.png") == "the map");
  CHECK(**files[1].pictures.at("map.png") == "another map");
}

TEST_CASE("a set that asks for a picture elsewhere gets none: it is no set") {
  Filled stick;
  const TempFolder elsewhere;
  std::ofstream{elsewhere / "secret.png"} << "secret";
  for (const std::string& name : {(elsewhere / "secret.png").string(), std::string{"../secret.png"},
                                  std::string{".secret.png"}, std::string{"vragen/secret.png"}}) {
    stick.put("hall.toml", changed(pictured_set, "\"map.png\"", "\"" + name + "\""));
    const auto files = stick.files();
    REQUIRE(files.size() == 1);
    CHECK(files[0].pictures.empty());
  }
}

TEST_CASE("what is no ordinary file, or larger than any picture, is no picture") {
  using survey::PictureTrouble;
  Filled stick;
  stick.put("hall.toml", pictured_set);
  CHECK(stick.picture().error() == PictureTrouble::missing);

  const TempFolder elsewhere;
  std::ofstream{elsewhere / "secret.png"} << "secret";
  std::filesystem::create_symlink(elsewhere / "secret.png", stick.path() / "map.png");
  CHECK(stick.picture().error() == PictureTrouble::unreadable);

  std::filesystem::remove(stick.path() / "map.png");
  std::filesystem::create_directory(stick.path() / "map.png");
  CHECK(stick.picture().error() == PictureTrouble::unreadable);

  std::filesystem::remove(stick.path() / "map.png");
  REQUIRE(::mkfifo((stick.path() / "map.png").c_str(), 0600) == 0);
  CHECK(stick.picture().error() == PictureTrouble::unreadable);

  std::filesystem::remove(stick.path() / "map.png");
  stick.put("map.png", "");
  std::filesystem::resize_file(stick.path() / "map.png", std::uintmax_t{1} << 40U);  // nothing but a hole
  CHECK(stick.picture().error() == PictureTrouble::too_large);

  stick.put("map.png", std::string(survey::largest_picture, 'x'));
  CHECK(stick.picture());
}

TEST_CASE("a picture that many sets ask for is read once, and of many pictures only what a kiosk can keep") {
  Filled stick;
  stick.put("map.png", std::string(survey::largest_picture, 'x'));
  for (int i = 0; i < 20; ++i) stick.put("same-" + std::to_string(i) + ".toml", pictured_set);
  for (const stick::QuestionFile& file : stick.files()) CHECK(file.pictures.at("map.png"));

  std::size_t read = 0;
  for (int i = 0; i < 20; ++i) {
    const std::string name = std::to_string(i) + ".png";
    stick.put(name, std::string(survey::largest_picture, 'x'));
    stick.put("same-" + std::to_string(i) + ".toml",
              changed(pictured_set, "\"map.png\"", "\"" + name + "\""));
  }
  for (const stick::QuestionFile& file : stick.files()) {
    const survey::PictureBytes& bytes = file.pictures.begin()->second;
    if (bytes) read += (*bytes)->size();
    if (!bytes) CHECK(bytes.error() == survey::PictureTrouble::no_room);
  }
  CHECK(read == 2 * survey::most_picture_bytes);
}
