#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>

#include "kiosk/base/file.h"
#include "tests/support/program.h"

namespace kiosk::preview_test {

using namespace kiosk;

namespace {

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

/// The pictures in a folder, by name.
std::map<std::string, std::string> pictures_in(const std::filesystem::path& folder) {
  std::map<std::string, std::string> pictures;
  for (const auto& file : std::filesystem::directory_iterator{folder}) {
    const auto bytes = read_file(file.path(), 64U << 20U);
    REQUIRE(bytes);
    pictures[file.path().stem().string()] = *bytes;
  }
  return pictures;
}

}  // namespace

TEST_CASE("an organiser sees each screen once, also as it looks under a finger", "[long]") {
  const tests::TempFolder folder;
  const tests::Ended ended = tests::run_to_end({KIOSK_PROGRAM, "preview", "--out", "pictures", "--panel",
                                                "360x640@24", "--language", "nl", "--size", "XL"},
                                               folder.path(), tests::own_environment());
  INFO(ended.err);
  REQUIRE(ended.status == 0);
  const auto pictures = pictures_in(folder / "pictures/360x640-nl-XL-normal");
  std::set<std::string> different;
  for (const auto& [name, bytes] : pictures) different.insert(bytes);
  CHECK(different.size() == pictures.size());
  CHECK(pictures.size() > 50);
  CHECK(pictures.count("behouden") == 1);
  CHECK(pictures.count("behouden-page-2") == 1);
  CHECK(pictures.count("behouden-page-6") == 0);  // six themes never need six pages: that is the first again
  CHECK(pictures.count("behouden-pressed") == 1);
  const auto index = read_file(folder / "pictures/index.html", 1U << 20U);
  REQUIRE(index);
  CHECK(times(*index, "<img ") == pictures.size());
}

}  // namespace kiosk::preview_test
