#include <catch2/catch.hpp>

#include "tests/support/program.h"

// Where the program looks for what belongs to it, asked of the program itself.

using namespace kiosk;

namespace {

/// The question set that ships, as far as the program at `kiosk` knows.
std::string shipped_set(const std::filesystem::path& kiosk) {
  const tests::TempFolder elsewhere;
  const tests::Ended ended = tests::run_to_end({kiosk.string(), "check"}, elsewhere.path());
  INFO(ended.err);
  CHECK(ended.status == 0);
  return ended.out.substr(0, ended.out.find(": good"));
}

/// Where it would keep answers, in an environment of nothing but `environment`.
std::string default_store(const std::vector<std::string>& environment) {
  const tests::TempFolder folder;
  const std::string help =
      tests::run_to_end({KIOSK_PROGRAM, "run", "--help"}, folder.path(), environment).out;
  const std::size_t from = help.find("--store TEXT=") + 13;
  return help.substr(from, help.find_first_of(" \n", from) - from);
}

}  // namespace

TEST_CASE(
    "fonts and settings are those beside the program where it is installed, else those it was built from") {
  const std::filesystem::path source = KIOSK_SOURCE_DIR;
  const tests::TempFolder place;
  std::filesystem::create_directory(place / "bin");
  const std::filesystem::path installed = place / "bin/kiosk";
  std::filesystem::copy_file(KIOSK_PROGRAM, installed);
  CHECK(shipped_set(installed) == source / "config/questions/omgevingswet.toml");

  const std::filesystem::path share = place / "share/kiosk";
  std::filesystem::create_directories(share);
  for (const char* part : {"fonts", "config"})
    std::filesystem::copy(source / part, share / part, std::filesystem::copy_options::recursive);
  CHECK(shipped_set(installed) == share / "config/questions/omgevingswet.toml");

  const std::filesystem::path link = place / "link";  // as in /usr/local/bin
  std::filesystem::create_symlink(installed, link);
  CHECK(shipped_set(link) == share / "config/questions/omgevingswet.toml");
}

TEST_CASE("answers are kept in the person's own data folder") {
  CHECK(default_store({"HOME=/home/ans"}) == "/home/ans/.local/share/kiosk");
  CHECK(default_store({"HOME=/home/ans", "XDG_DATA_HOME=/data"}) == "/data/kiosk");
  CHECK(default_store({"HOME=/home/ans", "XDG_DATA_HOME="}) == "/home/ans/.local/share/kiosk");
}
