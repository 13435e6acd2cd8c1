#include "kiosk/stick/question_files.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "kiosk/stick/folder_port.h"
#include "kiosk/survey/toml_document.h"
#include "tests/support/temp_folder.h"

using namespace kiosk;
using kiosk::tests::TempFolder;

namespace {

/// A stick in the port, as somebody filled it.
class Filled {
 public:
  Filled() { std::filesystem::create_directories(path() / "vragen"); }

  void put(const std::string& name, const std::string& text) const { std::ofstream{path() / name} << text; }
  std::filesystem::path path() const { return temp_ / "stick"; }
  std::vector<std::string> names() {
    stick::FolderPort port{path()};
    const auto files = read_question_files(port);
    REQUIRE(files);
    std::vector<std::string> names;
    for (const stick::QuestionFile& file : *files) names.push_back(file.name + "=" + file.text);
    return names;
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
