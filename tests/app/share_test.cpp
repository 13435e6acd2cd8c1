#include <catch2/catch.hpp>

#include "tests/support/program.h"

namespace kiosk::share_test {

// Where the program looks for what belongs to it, asked of the program itself.

using namespace kiosk;

namespace {

/// What the program at `kiosk` says about the question set that ships.
tests::Ended check_shipped(const std::filesystem::path& kiosk) {
  const tests::TempFolder elsewhere;
  std::ofstream{elsewhere / "station.toml"} << "languages = [\"nl\"]\n";  // one is enough to find its files
  return tests::run_to_end({kiosk.string(), "check", "--panel", "1080x1920@24", "--station", "station.toml"},
                           elsewhere.path());
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
    "fonts and settings are those beside the program where it is installed, else those it was built from",
    "[long]") {
  const std::filesystem::path source = KIOSK_SOURCE_DIR;
  const tests::TempFolder place;
  std::filesystem::create_directory(place / "bin");
  const std::filesystem::path installed = place / "bin/kiosk";
  std::filesystem::copy_file(KIOSK_PROGRAM, installed);
  const std::string shipped = "config/questions/omgevingswet.toml";
  CHECK(check_shipped(installed).out.find((source / shipped).string() + ": good") == 0);

  // A program that was installed by half names the place where it looks.
  std::filesystem::create_directories(place / "share/kiosk");
  std::filesystem::copy(source / "fonts", place / "share/kiosk/fonts");
  const std::string complaint =
      "kiosk: could not open " + (place / "share/kiosk" / shipped).string() + ": No such file or directory\n";
  CHECK(check_shipped(installed).err == complaint);

  const std::filesystem::path link = place / "link";  // as in /usr/local/bin
  std::filesystem::create_symlink(installed, link);
  CHECK(check_shipped(link).err == complaint);
}

TEST_CASE("answers are kept in the person's own data folder") {
  CHECK(default_store({"HOME=/home/ans"}) == "/home/ans/.local/share/kiosk");
  CHECK(default_store({"HOME=/home/ans", "XDG_DATA_HOME=/data"}) == "/data/kiosk");
  CHECK(default_store({"HOME=/home/ans", "XDG_DATA_HOME="}) == "/home/ans/.local/share/kiosk");
}

}  // namespace kiosk::share_test
