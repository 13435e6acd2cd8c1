#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "kiosk/base/file.h"
#include "tests/support/holds.h"
#include "tests/support/program.h"

namespace kiosk::work_forms_test {

// The work forms that ship, from the visitors to the tables that an organiser takes home.

using namespace kiosk;
using tests::holds;

namespace {

const std::filesystem::path forms = std::filesystem::path{KIOSK_SOURCE_DIR} / "config" / "questions";

/// A form at which simulated visitors sat, and what was exported of it.
class Table {
 public:
  Table(const std::string& form, int visitors) {
    auto text = read_file(forms / (form + ".toml"), std::size_t{1} << 20U);
    REQUIRE(text);
    const std::string draft = "stage = \"draft\"";
    REQUIRE(holds(*text, draft));
    std::ofstream{folder_ / "form.toml"}
        << text->replace(text->find(draft), draft.size(), "stage = \"live\"");
    for (const auto& file : std::filesystem::directory_iterator{forms}) {
      if (file.path().extension() == ".png") std::filesystem::copy(file.path(), folder_.path());
    }
    std::filesystem::create_directory(folder_ / "stick");
    run({"simulate", "--visits", std::to_string(visitors), "--seed", "3", "--set", "form.toml", "--store",
         "store"});
    run({"seal", "--store", "store", "--close-event"});
    run({"export", "--store", "store", "--stick", "stick"});
    run({"verify", "stick"});
  }

  std::string exported(const std::string& name) const {
    const auto text = read_file(folder_ / "stick" / "feedback" / name, std::size_t{64} << 20U);
    REQUIRE(text);
    return *text;
  }

 private:
  void run(std::vector<std::string> words) {
    words.insert(words.begin(), KIOSK_PROGRAM);
    const auto ended = tests::run_to_end(words, folder_.path());
    INFO(ended.out << ended.err);
    REQUIRE(ended.status == 0);
  }

  tests::TempFolder folder_;
};

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

/// How many answers to each question carry this group, as rows of the table say.
std::map<std::string, int> answers_that_carry(const std::string& rows, const std::string& group) {
  std::map<std::string, int> carried;
  std::istringstream lines{rows};
  for (std::string line; std::getline(lines, line);) {
    if (!line.ends_with(";\"" + group + "\"\r")) continue;
    const std::size_t from = line.find(";\"") + 2;
    ++carried[line.substr(from, line.find('"', from) - from)];
  }
  return carried;
}

}  // namespace

TEST_CASE("no form that ships gives an error or a warning, on an upright panel", "[long]") {
  const tests::TempFolder folder;
  for (const char* form : {"omgevingswet.toml", "buit.toml", "prip.toml"}) {
    const auto ended = tests::run_to_end(
        {KIOSK_PROGRAM, "check", "--quiet", "--panel", "1080x1920@24", (forms / form).string()},
        folder.path());
    INFO(form << ": " << ended.out << ended.err);
    CHECK(ended.status == 0);
    CHECK(ended.err.empty());
  }
}

TEST_CASE("a table of twelve programmes tells of each whether it should stand alone, and what it touches",
          "[long]") {
  const Table table{"buit", 200};
  const std::string codebook = table.exported("codeboek.csv");
  CHECK(times(codebook, "\"programma\";\"choice\";") == 2 * (12 + 1));  // in two languages, the question too
  const std::string rows = table.exported("antwoorden.csv");
  const std::string report = table.exported("rapport.html");
  int told = 0;
  for (const char* programme : {"energietransitie", "mobiliteit", "wonen", "water", "natuur", "landbouw",
                                "klimaat", "economie", "cultuur", "recreatie", "gezond", "bodemdaling"}) {
    INFO(programme);
    const std::map<std::string, int> carried = answers_that_carry(rows, programme);
    for (const auto& [question, answers] : carried) CHECK(answers >= 5);  // fewer are told of nobody
    told += carried.count("zelfstandig") == 1 ? 1 : 0;
  }
  CHECK(told >= 9);                                 // as many sat at each of twelve as chance had it
  CHECK(times(report, "<h3>Per groep</h3>") == 2);  // of what it touches, and whether it stands alone
  CHECK(times(report, "<th scope=\"row\">Landbouw</th>") >= 3);
}

TEST_CASE("an hour of partners tells what weighs how much, for all and by partner", "[long]") {
  const Table table{"prip", 120};
  const std::string rows = table.exported("antwoorden.csv");
  CHECK(holds(rows, ";\"waterschap\"\r\n"));
  const std::string report = table.exported("rapport.html");
  CHECK(holds(report, "Elke bezoeker verdeelde 10 punten."));
  CHECK(times(report, "<h3>Per groep</h3>") == 3);  // interests, outcome and conditions
  CHECK(holds(table.exported("codeboek.csv"), "\"wegen\";\"weigh\";\"natuur\";\"nl\";"));
}

}  // namespace kiosk::work_forms_test
