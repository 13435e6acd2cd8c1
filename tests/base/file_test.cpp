#include "kiosk/base/file.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <fstream>
#include <string>

#include "tests/support/small_files.h"
#include "tests/support/temp_folder.h"

using namespace kiosk;
using tests::SmallFiles;
using tests::TempFolder;

TEST_CASE("what is written is what is read") {
  const TempFolder folder;
  const std::string bytes(200'000, 'x');
  REQUIRE(write_atomically(folder / "a", bytes));
  const auto read = read_file(folder / "a", bytes.size());
  REQUIRE(read);
  CHECK(*read == bytes);
}

TEST_CASE("a file larger than allowed is refused") {
  const TempFolder folder;
  REQUIRE(write_atomically(folder / "a", "12345"));
  CHECK(read_file(folder / "a", 5));
  const auto read = read_file(folder / "a", 4);
  REQUIRE_FALSE(read);
  CHECK(read.error().text() == "could not read " + (folder / "a").string() + ": it is larger than 4 bytes");
}

TEST_CASE("a pipe in the place of a file is refused and not waited for") {
  const TempFolder folder;
  REQUIRE(::mkfifo((folder / "a").c_str(), 0600) == 0);
  const auto read = read_file(folder / "a", 100);
  REQUIRE_FALSE(read);
  CHECK(read.error().text() == "could not read " + (folder / "a").string() + ": it is not an ordinary file");
}

TEST_CASE("a file that is not there is named") {
  const auto read = read_file("/nowhere/a", 100);
  REQUIRE_FALSE(read);
  CHECK(read.error().text() == "could not open /nowhere/a: No such file or directory");
}

TEST_CASE("when the disk fills up halfway, the old file stands and nothing half is left") {
  const TempFolder folder;
  REQUIRE(write_atomically(folder / "a", "old"));
  {
    const SmallFiles four_bytes{4};
    const auto written = write_atomically(folder / "a", "longer than four");
    REQUIRE_FALSE(written);
    CHECK(written.error().disk_full());
    CHECK(written.error().text() ==
          "could not write " + (folder / "a").string() + ": only a part of it was taken");
  }
  CHECK(*read_file(folder / "a", 100) == "old");
  CHECK_FALSE(std::filesystem::exists(folder / "a.part"));
}

TEST_CASE("a folder is made with those above it, for its owner alone") {
  const TempFolder folder;
  REQUIRE(make_folder(folder / "one/two", 0700));
  struct stat about {};
  REQUIRE(::stat((folder / "one/two").c_str(), &about) == 0);
  CHECK((about.st_mode & 0777U) == 0700U);
  CHECK(make_folder(folder / "one/two", 0700));

  REQUIRE(write_atomically(folder / "file", ""));
  const auto made = make_folder(folder / "file", 0700);
  REQUIRE_FALSE(made);
  CHECK(made.error().text() ==
        "could not make the folder " + (folder / "file").string() + ": something else has that name");
}

TEST_CASE("free space is asked of the disk that holds the folder") {
  const TempFolder folder;
  const auto free = free_space(folder.path());
  REQUIRE(free);
  CHECK(*free > 0);
  CHECK_FALSE(free_space("/nowhere"));
}
