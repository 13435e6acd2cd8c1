#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "kiosk/app/incidents.h"
#include "kiosk/base/clock.h"
#include "tests/support/program.h"

namespace kiosk::commands_test {

// The contract of the command line: a failure is one line on stderr and exit status 1, wrong usage is 2. What
// needs a window is in tests/journey/.

using namespace kiosk;

namespace {

struct Case {
  std::vector<std::string> words;
  int status;
  std::string err;
};

/// A folder with nothing of a kiosk in it but what the cases name.
struct Desk {
  tests::TempFolder folder;

  Desk() {
    std::filesystem::create_directory(folder / "empty");
    std::filesystem::create_directories(folder / "not-ours/feedback");
    std::ofstream{folder / "file"} << "in the way";
    run({"simulate", "--visits", "1", "--store", "store"});
  }

  tests::Ended run(std::vector<std::string> words) const {
    words.insert(words.begin(), KIOSK_PROGRAM);
    auto environment = tests::own_environment();
    environment.emplace_back("SDL_VIDEODRIVER=dummy");  // the last one counts
    return tests::run_to_end(words, folder.path(), environment);
  }
};

}  // namespace

TEST_CASE("wrong usage is told in one line and with status 2", "[long]") {
  const std::string ending = "; --help tells what there is\n";
  const std::vector<Case> cases{
      {{}, 2, "kiosk: A subcommand is required" + ending},
      {{"dance"}, 2, "kiosk: A subcommand is required" + ending},
      {{"run", "--loud"}, 2, "kiosk: The following argument was not expected: --loud" + ending},
      {{"run", "--window", "1080"}, 2, "kiosk: --window: must look like 1080x1920" + ending},
      {{"run", "--window", "0x1920"}, 2, "kiosk: --window: must look like 1080x1920" + ending},
      {{"run", "--window", "1080x1920x2"}, 2, "kiosk: --window: must look like 1080x1920" + ending},
      {{"run", "--seed", "-1"}, 2, "kiosk: --seed: must be a whole number of at most 18 digits" + ending},
      {{"check", "--panel", "1080x1920"}, 2, "kiosk: --panel: must look like 1080x1920@24" + ending},
      {{"check", "--panel", "1080x1920@0"}, 2, "kiosk: --panel: must look like 1080x1920@24" + ending},
      {{"check", "--panel", "1080x1920@x"}, 2, "kiosk: --panel: must look like 1080x1920@24" + ending},
      {{"simulate", "--store", "s"}, 2, "kiosk: --visits is required" + ending},
      {{"simulate", "--visits", "2"}, 2, "kiosk: --store is required" + ending},
      {{"simulate", "--store", "s", "--visits", "many"},
       2,
       "kiosk: --visits: must be a whole number of at most 18 digits" + ending},
      {{"simulate", "--store", "s", "--visits", "-3"},
       2,
       "kiosk: --visits: must be a whole number of at most 18 digits" + ending},
      {{"simulate", "--store", "s", "--visits", "99999999999999999999"},
       2,
       "kiosk: --visits: must be a whole number of at most 18 digits" + ending},
      {{"status"}, 2, "kiosk: --store is required" + ending},
      {{"export", "--store", "s"}, 2, "kiosk: --stick is required" + ending},
      {{"export", "--stick", "s"}, 2, "kiosk: --store is required" + ending},
      {{"verify"}, 2, "kiosk: folder is required" + ending},
      {{"verify", "a", "b"}, 2, "kiosk: The following argument was not expected: b" + ending},
  };
  const Desk desk;
  for (const Case& one : cases) {
    const tests::Ended ended = desk.run(one.words);
    INFO("kiosk " << (one.words.empty() ? "" : one.words.front()) << " ... " << ended.err);
    CHECK(ended.status == one.status);
    CHECK(ended.err == one.err);
    CHECK(ended.out.empty());
  }
}

TEST_CASE("a failure is told in one line, says what to do, and has status 1", "[long]") {
  const std::string no_store =
      "kiosk: could not open the store in empty: there is no store here; give the folder that the kiosk "
      "stores its "
      "answers in\n";
  const std::string no_folder =
      "kiosk: could not open the store in file: Not a directory; check that the folder is there and may be "
      "written "
      "to\n";
  const std::string give_stick = "; give the stick, or a folder that was copied from one\n";
  const std::vector<Case> cases{
      {{"run", "--window", "90x160", "--frames", "empty/no/f"},
       1,
       "kiosk: could not create empty/no/f: No such file or directory\n"},
      {{"check", "none.toml"}, 1, "kiosk: could not open none.toml: No such file or directory\n"},
      {{"check", "empty"}, 1, "kiosk: could not read empty: it is not an ordinary file\n"},
      {{"simulate", "--visits", "1", "--store", "file"}, 1, no_folder},
      {{"simulate", "--visits", "1", "--store", "s", "--set", "none.toml"},
       1,
       "kiosk: could not open none.toml: No such file or directory\n"},
      {{"status", "--store", "empty"}, 1, no_store},
      {{"status", "--store", "empty", "--json"}, 1, no_store},
      {{"export", "--store", "empty", "--stick", "empty"}, 1, no_store},
      {{"export", "--store", "store", "--stick", "file"},
       1,
       "kiosk: there is no stick in file; put one in and try again\n"},
      {{"export", "--store", "store", "--stick", "none"},
       1,
       "kiosk: there is no stick in none; put one in and try again\n"},
      {{"export", "--store", "store", "--stick", "empty", "--station", "none.toml"},
       1,
       "kiosk: could not open none.toml: No such file or directory\n"},
      {{"verify", "none"},
       1,
       "kiosk: could not open the folder none: No such file or directory" + give_stick},
      {{"verify", "empty"},
       1,
       "kiosk: could not open the folder empty/feedback: No such file or directory" + give_stick},
      {{"verify", "not-ours"}, 1, "kiosk: not-ours holds no file of a kiosk; is it the right folder?\n"},
  };
  const Desk desk;
  for (const Case& one : cases) {
    const tests::Ended ended = desk.run(one.words);
    INFO("kiosk " << one.words.front() << " " << one.words.back());
    CHECK(ended.status == one.status);
    CHECK(ended.err == one.err);
    CHECK(ended.out.empty());
    CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 1);
  }
}

TEST_CASE("help is no failure, and names every command") {
  const Desk desk;
  const tests::Ended ended = desk.run({"--help"});
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  for (const char* command : {"run", "check", "simulate", "status", "export", "verify"}) {
    CHECK(ended.out.find(std::string{"\n  "} + command + " ") != std::string::npos);
    CHECK(desk.run({command, "--help"}).status == 0);
  }
}

TEST_CASE("a store in order is shown, exported and verified, with status 0") {
  const Desk desk;
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"status", "--store", "store"},
           {"status", "--store", "store", "--json"},
           {"export", "--store", "store", "--stick", "empty"},
           {"verify", "empty"},
       }) {
    const tests::Ended ended = desk.run(words);
    INFO(words.front());
    CHECK(ended.status == 0);
    CHECK_FALSE(ended.out.empty());
    CHECK(ended.err.empty());
  }
}

TEST_CASE("kiosk status tells what happened to the machine of late, and to which day") {
  const Desk desk;
  app::Incidents{desk.folder / "store"}.note(visit::Incident::Kind::too_hot, today());
  const tests::Ended ended = desk.run({"status", "--store", "store"});
  CHECK(ended.status == 0);
  CHECK(ended.out.find("healthy\n") != std::string::npos);
  CHECK(
      ended.out.find("\nincident: the machine was close to its critical temperature; give it air. Last on " +
                     iso_date(today()) + "\n") != std::string::npos);
}

TEST_CASE("a theme with letters too pale to read is refused by check, with the pair and its ratio",
          "[long]") {
  const Desk desk;
  const auto own = desk.folder / "own";
  std::filesystem::create_directory(own);
  std::ofstream{own / "kiosk.toml"} << "languages = [\"nl\"]\n";
  std::ofstream{own / "theme.toml"} << "[normal]\nmuted = \"#CC0000\"\n";
  const auto checked = desk.run({"check", "--station", "own/kiosk.toml", "--panel", "1080x1920@24"});
  CHECK(checked.status == 1);
  CHECK(checked.err ==
        "own/theme.toml:2:9: error: 'muted' #CC0000 on 'paper' #FAF8F4 is 5.54 to 1, and text needs 7 to 1; "
        "make one of the two darker or lighter\n  muted = \"#CC0000\"\n          ^\n");
}

}  // namespace kiosk::commands_test
