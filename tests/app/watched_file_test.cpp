#include "kiosk/app/watched_file.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/support/temp_folder.h"

namespace kiosk::watched_file_test {

using namespace kiosk;
using namespace std::chrono_literals;
using kiosk::tests::TempFolder;

namespace {

void save(const std::filesystem::path& file, const std::string& words) { std::ofstream{file} << words; }

/// As many editors do: beside it, then in its place.
void put_in_place(const std::filesystem::path& file, const std::string& words) {
  save(file.string() + "~", words);
  std::filesystem::rename(file.string() + "~", file);
}

}  // namespace

TEST_CASE("each time a file is saved it has changed once, however the editor does it") {
  const TempFolder temp;
  const auto file = temp / "lobby.toml";
  save(file, "one");
  app::WatchedFile watched{file};
  CHECK_FALSE(watched.has_changed(0ms));
  save(file, "one and more");
  CHECK(watched.has_changed(1000ms));
  CHECK_FALSE(watched.has_changed(2000ms));
  put_in_place(file, "one and MORE");
  CHECK(watched.has_changed(3000ms));
  CHECK_FALSE(watched.has_changed(4000ms));
}

TEST_CASE("while an editor changes places the file has not changed, and one that comes has") {
  const TempFolder temp;
  const auto file = temp / "lobby.toml";
  app::WatchedFile watched{file};
  CHECK_FALSE(watched.has_changed(0ms));
  save(file, "one");
  CHECK(watched.has_changed(1000ms));
  std::filesystem::remove(file);
  CHECK_FALSE(watched.has_changed(2000ms));
  save(file, "two, longer");
  CHECK(watched.has_changed(3000ms));
}

TEST_CASE("a file is looked at no more often than a person looks up") {
  const TempFolder temp;
  const auto file = temp / "lobby.toml";
  save(file, "one");
  app::WatchedFile watched{file};
  CHECK_FALSE(watched.has_changed(1000ms));
  save(file, "one and more");
  CHECK_FALSE(watched.has_changed(1100ms));
  CHECK(watched.due() == 1300ms);
  CHECK(watched.has_changed(watched.due()));
}

TEST_CASE("a picture that comes, changes or goes is a change of the set that shows it") {
  const TempFolder temp;
  const auto file = temp / "lobby.toml";
  const auto picture = temp / "map.png";
  save(file, "one");
  app::WatchedFile watched{file};
  watched.look_also_at({picture});
  CHECK_FALSE(watched.has_changed(0ms));
  save(picture, "a map");
  CHECK(watched.has_changed(1000ms));
  CHECK_FALSE(watched.has_changed(2000ms));
  put_in_place(picture, "a MAP");
  CHECK(watched.has_changed(3000ms));
  std::filesystem::remove(picture);
  CHECK(watched.has_changed(4000ms));
  save(file, "one and more");
  watched.look_also_at({});  // and does not lose sight of that change
  CHECK(watched.has_changed(5000ms));
  save(picture, "a map again");
  CHECK_FALSE(watched.has_changed(6000ms));
}

}  // namespace kiosk::watched_file_test
