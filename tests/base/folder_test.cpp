#include "kiosk/base/folder.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "tests/support/temp_folder.h"

using namespace kiosk;
using tests::TempFolder;

namespace {

std::string read_all(const Folder& folder, const std::string& name) {
  std::string whole;
  REQUIRE(folder.read_uncached(name, [&](std::string_view piece) { whole += piece; }));
  return whole;
}

}  // namespace

TEST_CASE("a file has its name only when it is finished") {
  const TempFolder temp;
  const auto folder = Folder::open(temp.path());
  REQUIRE(folder);
  auto file = folder->create("a");
  REQUIRE(file);
  REQUIRE(file->append("one "));
  REQUIRE(file->append("two"));
  CHECK_FALSE(std::filesystem::exists(temp / "a"));
  CHECK(std::filesystem::exists(temp / "a.part"));
  REQUIRE(file->finish());
  CHECK_FALSE(std::filesystem::exists(temp / "a.part"));
  CHECK(read_all(*folder, "a") == "one two");
}

TEST_CASE("a file that is given up leaves nothing") {
  const TempFolder temp;
  const auto folder = Folder::open(temp.path());
  {
    auto file = folder->create("a");
    REQUIRE(file);
    REQUIRE(file->append("one"));
  }
  CHECK(std::filesystem::is_empty(temp.path()));
}

TEST_CASE("what was left by a write that was broken off is written over") {
  const TempFolder temp;
  std::ofstream{temp / "a.part"} << "left from before, and longer";
  const auto folder = Folder::open(temp.path());
  auto file = folder->create("a");
  REQUIRE(file);
  REQUIRE(file->append("new"));
  REQUIRE(file->finish());
  CHECK(read_all(*folder, "a") == "new");
}

TEST_CASE("files of any length are read past the cache, whole") {
  const TempFolder temp;
  const auto folder = Folder::open(temp.path());
  for (const std::size_t size : {0U, 1U, 511U, 4096U, 1048576U, 1048577U, 3000000U}) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i % 251);
    REQUIRE(write_atomically(temp / "a", bytes));
    CHECK(read_all(*folder, "a") == bytes);
  }
}

TEST_CASE("a link leads nowhere, in whatever place it stands") {
  const TempFolder temp;
  const TempFolder elsewhere;
  std::ofstream{elsewhere / "secret"} << "secret";
  std::filesystem::create_symlink(elsewhere / "secret", temp / "a");
  std::filesystem::create_symlink(elsewhere / "secret", temp / "b.part");
  std::filesystem::create_directory_symlink(elsewhere.path(), temp / "folder");
  const auto folder = Folder::open(temp.path());

  const auto created = folder->create("a");
  REQUIRE_FALSE(created);
  CHECK(created.error().text() == "could not write " + (temp / "a").string() +
                                      ": something that is not an ordinary file has that name");
  const auto read = folder->read_uncached("a", [](std::string_view) { FAIL("read through a link"); });
  REQUIRE_FALSE(read);
  CHECK(read.error().text() ==
        "could not open " + (temp / "a").string() + ": it is a link, and links are not followed");
  CHECK_FALSE(folder->enter("folder"));
  CHECK_FALSE(folder->enter_or_make("folder", 0755));

  auto beside = folder->create("b");  // the link under its .part is replaced, not written through
  REQUIRE(beside);
  REQUIRE(beside->append("new"));
  REQUIRE(beside->finish());
  CHECK(*read_file(elsewhere / "secret", 100) == "secret");
}

TEST_CASE("a folder tells what it holds, by name") {
  const TempFolder temp;
  std::ofstream{temp / "b"} << "";
  std::filesystem::create_directory(temp / "a");
  std::filesystem::create_symlink("b", temp / "c");
  const auto found = Folder::open(temp.path())->list();
  REQUIRE(found);
  REQUIRE(found->size() == 3);
  CHECK((*found)[0].name == "a");
  CHECK((*found)[0].what == Folder::Holds::folder);
  CHECK((*found)[1].name == "b");
  CHECK((*found)[1].what == Folder::Holds::file);
  CHECK((*found)[2].name == "c");
  CHECK((*found)[2].what == Folder::Holds::something_else);
}
