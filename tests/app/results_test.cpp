#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <string>

#include "kiosk/app/known_keys.h"
#include "kiosk/app/progress.h"
#include "tests/batch/sealed.h"
#include "tests/support/holds.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

namespace kiosk::results_test {

// kiosk merge, report and verify as an organiser runs them.

using namespace kiosk;
using namespace kiosk::batch::given;
using tests::holds;
using tests::TempFolder;
using Words = std::vector<std::string>;

namespace {

class Desk {
 public:
  /// Puts a file on a stick.
  void put(const std::string& stick, const std::string& name, const std::string& bytes) const {
    const auto batches = folder_ / stick / "feedback/batches";
    std::filesystem::create_directories(batches);
    std::ofstream{batches / name, std::ios::binary} << bytes;
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream{folder_ / name} << text;
  }

  tests::Ended run(Words words) const {
    words.insert(words.begin(), KIOSK_PROGRAM);
    return tests::run_to_end(words, folder_.path());
  }

  /// All files in a folder, by their way from there.
  std::map<std::string, std::string> files(const std::string& name) const {
    std::map<std::string, std::string> all;
    for (const auto& file : std::filesystem::recursive_directory_iterator{folder_ / name}) {
      if (file.is_regular_file())
        all[std::filesystem::relative(file.path(), folder_ / name)] = *read_file(file.path(), 10'000'000);
    }
    return all;
  }

  bool is_there(const std::string& name) const { return std::filesystem::exists(folder_ / name); }

 private:
  TempFolder folder_;
};

std::vector<batch::Row> answers(int a, int b) {
  std::vector<batch::Row> rows(static_cast<std::size_t>(a), dilemma_row("a"));
  rows.insert(rows.end(), static_cast<std::size_t>(b), dilemma_row("b"));
  return rows;
}

/// Three sticks: two stations, and an older export of the first.
void put_sticks(const Desk& desk) {
  desk.put("old", "UTR-01-1.jsonl", batch_of(head_of_batch(1), answers(8, 4)));
  desk.put("old", "UTR-01-1.texts.jsonl", texts_of(head_of_batch(1), {words_row("een"), words_row("twee")}));
  desk.put("new", "UTR-01-1.jsonl", batch_of(head_of_batch(1), answers(8, 4)));
  desk.put("new", "UTR-01-1.texts.jsonl", texts_of(head_of_batch(1), {words_row("een")}, 1));
  desk.put("new", "UTR-01-2.jsonl", batch_of(head_of_batch(2), answers(3, 9)));
  desk.put("other", "AMF-02-3.jsonl", batch_of(head_of_batch(3, "AMF-02"), answers(6, 6)));
}

}  // namespace

TEST_CASE("sticks merge to the same bytes in every order and grouping, and merging again changes nothing",
          "[long]") {
  const Desk desk;
  put_sticks(desk);
  REQUIRE(desk.run({"merge", "--out", "all", "old", "new", "other"}).status == 0);
  const auto all = desk.files("all");
  CHECK(all.size() == 9);  // three batches, one file of texts, three tables, report, leaflet
  Words order{"new", "old", "other"};
  do {
    Words words{"merge", "--out", "m-" + order[0] + order[1] + order[2]};
    words.insert(words.end(), order.begin(), order.end());
    REQUIRE(desk.run(words).status == 0);
    CHECK(desk.files(words[2]) == all);
  } while (std::next_permutation(order.begin(), order.end()));
  REQUIRE(desk.run({"merge", "--out", "half", "old", "other"}).status == 0);
  REQUIRE(desk.run({"merge", "--out", "whole", "half", "new", "half"}).status == 0);
  CHECK(desk.files("whole") == all);
  REQUIRE(desk.run({"merge", "--out", "half", "new"}).status == 0);  // what is there already counts
  CHECK(desk.files("half") == all);
  REQUIRE(desk.run({"merge", "--out", "all", "all"}).status == 0);
  CHECK(desk.files("all") == all);
  CHECK(desk.run({"verify", "all"}).status == 0);
}

TEST_CASE("one batch with two contents refuses everything, and says which sticks") {
  const Desk desk;
  put_sticks(desk);
  desk.put("odd", "x.jsonl", batch_of(head_of_batch(1), answers(4, 8)));
  const auto ended = desk.run({"merge", "--out", "all", "other", "old", "odd"});
  CHECK(ended.status == 1);
  CHECK(ended.out.empty());
  CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 1);
  CHECK(holds(ended.err, "on old and "));
  CHECK(holds(ended.err, "on odd hold other answers under the name of one batch"));
  CHECK(desk.files("all").empty());
}

TEST_CASE("keys that are not known are named, and what they signed is left out") {
  const Desk desk;
  put_sticks(desk);
  const TempFolder folder;
  const auto stranger = SigningKey::open_or_make(folder / "key");
  desk.put("other", "UTR-66.jsonl", batch_of(head_of_batch(9, "UTR-66"), answers(10, 10), *stranger));
  const std::string ours = hex(station_key().public_key());
  const std::string theirs = hex(stranger->public_key());
  const auto listed = desk.run({"merge", "--out", "listed", "other"});
  CHECK(listed.status == 0);
  CHECK(holds(listed.out, ours + "  AMF-02\n"));
  CHECK(holds(listed.out, theirs + "  UTR-66\n"));
  CHECK(holds(desk.run({"verify", "other"}).out, "Signed with:\n"));

  desk.write("keys", "# ours\n\n" + ours + "  all of ours\n");
  const auto merged = desk.run({"merge", "--out", "known", "--keys", "keys", "other"});
  CHECK(merged.status == 1);
  CHECK(holds(merged.err, "1 file is left out: other/feedback/batches/UTR-66.jsonl"));
  CHECK(holds(merged.err, theirs));
  CHECK(desk.files("known")["antwoorden.csv"].find("UTR-66") == std::string::npos);
  CHECK(desk.run({"verify", "--keys", "keys", "old"}).status == 0);
  const auto verified = desk.run({"verify", "--keys", "keys", "other"});
  CHECK(verified.status == 1);
  CHECK(holds(verified.out,
              "UTR-66.jsonl: 20 answers, whole, signed, with a key that is not known: " + theirs));
  CHECK(verified.err ==
        "kiosk: not all of these files are of a known station; ask who has the key of UTR-66\n");

  desk.write("keys", "UTR-01\n");
  CHECK(holds(desk.run({"verify", "--keys", "keys", "old"}).err,
              "keys:1: this is no key; a line begins with the 64 digits that kiosk status shows\n"));
  desk.write("keys", "# none\n");
  CHECK(holds(desk.run({"merge", "--out", "none", "--keys", "keys", "old"}).err, "keys holds no key"));
}

TEST_CASE("a damaged file is named in one line, and the rest becomes results") {
  const Desk desk;
  put_sticks(desk);
  const std::string whole = batch_of(head_of_batch(5), answers(10, 0));
  desk.put("old", "UTR-01-5.jsonl", whole.substr(0, whole.size() - 9));
  const auto ended = desk.run({"merge", "--out", "all", "old", "other"});
  CHECK(ended.status == 1);
  CHECK(ended.err ==
        "kiosk: 1 file is left out: old/feedback/batches/UTR-01-5.jsonl (cut short; export again)\n");
  CHECK(holds(ended.out, "26 answers in 2 batches are in all.\n"));
}

TEST_CASE("a report alone is one file, in the language that is asked for") {
  const Desk desk;
  put_sticks(desk);
  const auto ended = desk.run({"report", "--out", "r.html", "--language", "en", "old", "new", "other"});
  CHECK(ended.status == 0);
  CHECK(holds(ended.out, "The report of 37 answers in 3 batches is r.html.\n"));
  REQUIRE(desk.run({"merge", "--out", "all", "--language", "en", "old", "new", "other"}).status == 0);
  REQUIRE(desk.run({"report", "--out", "all/again.html", "--language", "en", "all"}).status == 0);
  CHECK(desk.files("all")["again.html"] == desk.files("all")["rapport.html"]);
  CHECK(holds(desk.files("all")["rapport.html"], "In short"));
}

TEST_CASE("what is no stick is told in one line, and nothing is made") {
  const Desk desk;
  desk.write("file", "x");
  for (const Words& words : {Words{"merge", "--out", "all", "none"},
                             {"report", "--out", "all", "none"},
                             {"merge", "--out", "all", "file"}}) {
    const auto ended = desk.run(words);
    CHECK(ended.status == 1);
    CHECK(ended.out.empty());
    CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 1);
    CHECK(holds(ended.err, "give a stick, a folder copied from one, or one that kiosk merge made"));
    CHECK_FALSE(desk.is_there("all"));
  }
  CHECK(desk.run({"merge", "--out", "all"}).status == 2);
  CHECK(desk.run({"report", "x"}).status == 2);
}

TEST_CASE(
    "long work tells how far it is: a bar on a terminal, else a line a second, and nothing below a second") {
  using app::Progress;
  const TempFolder folder;
  const auto told = [&](bool terminal, const std::vector<int>& at_ms) {
    std::FILE* file = std::fopen((folder / "told").c_str(), "w");
    {
      Progress progress{"reading", "answers"};
      progress.write_to(file, terminal);
      const auto began = Progress::Clock::now();
      for (const int ms : at_ms)
        progress.tell(static_cast<std::uint64_t>(ms), 4000, began + std::chrono::milliseconds{ms});
    }
    std::fclose(file);
    return *read_file(folder / "told", 10'000);
  };
  CHECK(told(false, {0, 300, 900}).empty());
  CHECK(told(true, {0, 300, 900}).empty());
  CHECK(told(false, {500, 1100, 1500, 2200, 2300}) ==
        "reading: 27%, 1100 of 4000 answers\nreading: 55%, 2200 of 4000 answers\n");
  CHECK(told(true, {1100, 1150, 2000}) ==
        "\rreading  [########......................]  27%  1100 of 4000 answers\x1b[K"
        "\rreading  [###############...............]  50%  2000 of 4000 answers\x1b[K\r\x1b[K");
}

TEST_CASE("check warns that words on a stick can be read by anyone, unless there is a key for them",
          "[long]") {
  const Desk desk;
  desk.write("set.toml", set_source);
  desk.write("open.toml", "languages = [\"nl\"]\n");
  const auto warned = desk.run({"check", "--panel", "1080x1920@24", "--station", "open.toml", "set.toml"});
  CHECK(warned.status == 0);
  CHECK(holds(warned.err,
              "open.toml: warning: without recipients in [export] a stick holds words of visitors that "
              "anyone can read"));
  desk.write("sealed.toml",
             "languages = [\"nl\"]\n[export]\nrecipients = "
             "[\"age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj\"]\n");
  const auto sealed = desk.run({"check", "--panel", "1080x1920@24", "--station", "sealed.toml", "set.toml"});
  CHECK(sealed.status == 0);
  CHECK(sealed.err.find("warning") == std::string::npos);
  desk.write("wrong.toml", "[export]\nrecipients = [\"age1x\"]\n");
  CHECK(holds(
      desk.run({"check", "--station", "wrong.toml"}).err,
      "wrong.toml:2:15: error: 'age1x' is no public key of age; copy the whole line that begins with age1"));
}

}  // namespace kiosk::results_test
