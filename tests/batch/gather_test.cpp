#include "kiosk/batch/gather.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <string>

#include "kiosk/batch/tables.h"
#include "kiosk/batch/verify.h"
#include "tests/batch/sealed.h"
#include "tests/support/temp_folder.h"

using namespace kiosk;
using namespace kiosk::batch;
using namespace kiosk::batch::given;
using tests::TempFolder;

namespace {

/// Sticks with batch files on them.
class Sticks {
 public:
  void put(const std::string& stick, const std::string& name, const std::string& bytes) {
    std::filesystem::create_directories(place_ / stick);
    std::ofstream{place_ / stick / name, std::ios::binary} << bytes;
  }

  std::vector<BatchFolder> folders(const std::vector<std::string>& sticks) {
    std::vector<BatchFolder> all;
    for (const std::string& stick : sticks) {
      auto opened = Folder::open(place_ / stick);
      if (open_.count(stick) == 0) open_.emplace(stick, std::move(*opened));
      all.push_back({&open_.at(stick), stick});
    }
    return all;
  }

  /// The tables of these sticks, by name; or why there are none.
  std::map<std::string, std::string> tables(const std::vector<std::string>& sticks) {
    const auto gathered = gather(folders(sticks), {}, nobody);
    if (!gathered) return {{"error", gathered.error().sentence}};
    const TempFolder made;
    const auto folder = Folder::open(made.path());
    PlainFolder out{*folder};
    const TempFolder scratch;
    const auto tables = write_tables(*gathered, out, {scratch.path(), {}}, nobody);
    if (!tables) return {{"error", tables.error().sentence}};
    std::map<std::string, std::string> all;
    for (const auto& file : std::filesystem::directory_iterator{made.path()})
      all[file.path().filename()] = *read_file(file.path(), 10'000'000);
    return all;
  }

 private:
  TempFolder place_;
  std::map<std::string, Folder> open_;
};

Row judged(std::string_view words, std::string_view state) {
  Row row = words_row(words);
  row.state = state;
  return row;
}

}  // namespace

TEST_CASE("sticks of several stations become one table, without doubles") {
  Sticks sticks;
  sticks.put("one", "x.jsonl", batch_of(head_of_batch(2), {dilemma_row("b")}));
  sticks.put("two", "x.jsonl", batch_of(head_of_batch(2), {dilemma_row("b")}));
  sticks.put("two", "y.jsonl", batch_of(head_of_batch(1, "AMF-02"), {dilemma_row("a")}));
  const std::string table = sticks.tables({"one", "two"})["antwoorden.csv"];
  const Verdict verdict = verify(table);
  CHECK(verdict.kind == Verdict::Kind::good);
  CHECK(verdict.answers == 2);
  CHECK(table.find("\"AMF-02\"") < table.find("\"UTR-01\""));
  CHECK(table.find("\"Meer vrijheid\"") != std::string::npos);
}

TEST_CASE("in whatever order sticks come, and in however many steps, the results are the same bytes") {
  Sticks sticks;
  sticks.put("a", "1.jsonl", batch_of(head_of_batch(1), {dilemma_row("b"), choice_row()}));
  sticks.put("a", "1.texts.jsonl", texts_of(head_of_batch(1), {words_row("een"), words_row("twee")}));
  sticks.put("b", "1.jsonl", batch_of(head_of_batch(1), {dilemma_row("b"), choice_row()}));
  sticks.put("b", "1.texts.jsonl", texts_of(head_of_batch(1), {judged("een", "hidden")}, 1));
  sticks.put("c", "2.jsonl", batch_of(head_of_batch(2, "AMF-02"), {dilemma_row("a")}));
  std::vector<std::string> order{"a", "b", "c"};
  const auto first = sticks.tables(order);
  REQUIRE(first.count("error") == 0);
  CHECK(first.at("antwoorden.csv").find("\"een\"") != std::string::npos);
  CHECK(first.at("antwoorden.csv").find("\"twee\"") == std::string::npos);
  while (std::next_permutation(order.begin(), order.end())) CHECK(sticks.tables(order) == first);
  CHECK(sticks.tables({"a", "a", "b", "c", "b"}) == first);
}

TEST_CASE("a text that staff erased does not come back from an old stick") {
  Sticks sticks;
  sticks.put("old", "t.jsonl",
             texts_of(head_of_batch(1), {judged("mijn naam is X", "shown"), judged("goed", "shown")}));
  sticks.put("new", "t.jsonl", texts_of(head_of_batch(1), {words_row("goed")}, 1));
  for (const auto& order : {std::vector<std::string>{"old", "new"}, {"new", "old"}}) {
    const std::string table = sticks.tables(order)["antwoorden.csv"];
    CHECK(table.find("mijn naam") == std::string::npos);
    CHECK(table.find("goed") != std::string::npos);
  }
}

TEST_CASE("what was decided later about a text holds, and hidden rather than shown") {
  Sticks sticks;
  sticks.put("unread", "t.jsonl", texts_of(head_of_batch(1), {words_row("zo")}));
  sticks.put("shown", "t.jsonl", texts_of(head_of_batch(1), {judged("zo", "shown")}));
  sticks.put("hidden", "t.jsonl", texts_of(head_of_batch(1), {judged("zo", "hidden")}));
  const auto state = [&](const std::vector<std::string>& order) {
    const auto gathered = gather(sticks.folders(order), {}, nobody);
    REQUIRE(gathered);
    const ReadFile& file = gathered->batches.begin()->second.texts->file;
    return std::to_string(file.decided) + std::to_string(file.hidden);
  };
  CHECK(state({"unread", "shown"}) == "10");
  CHECK(state({"shown", "unread"}) == "10");
  CHECK(state({"hidden", "shown", "unread"}) == "11");
  CHECK(state({"unread", "shown", "hidden"}) == "11");
}

TEST_CASE("two histories of one station, in which other texts were erased, are not mixed") {
  Sticks sticks;
  sticks.put("a", "t.jsonl", texts_of(head_of_batch(1), {words_row("een")}, 1));
  sticks.put("b", "t.jsonl", texts_of(head_of_batch(1), {words_row("twee")}, 1));
  const std::string error = sticks.tables({"a", "b"})["error"];
  CHECK(error.find("from which other texts were erased") != std::string::npos);
}

TEST_CASE("one batch with two contents refuses everything, and says on which sticks") {
  Sticks sticks;
  sticks.put("good", "1.jsonl", batch_of(head_of_batch(1), {dilemma_row("a")}));
  sticks.put("good", "2.jsonl", batch_of(head_of_batch(2), {dilemma_row("a")}));
  sticks.put("odd", "x.jsonl", batch_of(head_of_batch(1), {dilemma_row("b")}));
  for (const auto& order : {std::vector<std::string>{"good", "odd"}, {"odd", "good"}}) {
    const auto tables = sticks.tables(order);
    REQUIRE(tables.count("error") == 1);
    CHECK(tables.size() == 1);
    CHECK(tables.at("error").find("on good") != std::string::npos);
    CHECK(tables.at("error").find("on odd") != std::string::npos);
  }
}

TEST_CASE("a file that is no good is named, and the others do not suffer from it") {
  Sticks sticks;
  const std::string whole = batch_of(head_of_batch(1), {dilemma_row("a")});
  sticks.put("a", "1.jsonl", whole.substr(0, whole.size() - 1));
  sticks.put("a", "2.jsonl", batch_of(head_of_batch(2), {dilemma_row("b")}));
  sticks.put("a", "3.jsonl", "melk");
  sticks.put("a", ".DS_Store", "melk");
  sticks.put("a", "cut short under another name", whole.substr(0, whole.size() - 1));
  const auto gathered = gather(sticks.folders({"a"}), {}, nobody);
  REQUIRE(gathered);
  CHECK(gathered->batches.size() == 1);
  std::vector<std::string> said;
  for (const LeftOut& file : gathered->left_out)
    said.push_back(std::filesystem::path{file.path}.filename().string() + ": " + file.why);
  CHECK(said == std::vector<std::string>{"1.jsonl: cut short; export again",
                                         "3.jsonl: not written by a kiosk",
                                         "cut short under another name: cut short; export again"});
}

TEST_CASE("only stations whose keys are known are taken, where keys are given") {
  const TempFolder folder;
  const auto stranger = SigningKey::open_or_make(folder / "key");
  Sticks sticks;
  sticks.put("a", "1.jsonl", batch_of(head_of_batch(1), {dilemma_row("a")}));
  sticks.put("a", "2.jsonl", batch_of(head_of_batch(2, "UTR-66"), {dilemma_row("b")}, *stranger));
  GatherOptions options;
  CHECK(gather(sticks.folders({"a"}), options, nobody)->keys.size() == 2);
  options.known_keys = {station_key().public_key()};
  const auto gathered = gather(sticks.folders({"a"}), options, nobody);
  REQUIRE(gathered);
  CHECK(gathered->batches.size() == 1);
  REQUIRE(gathered->left_out.size() == 1);
  CHECK(gathered->left_out[0].why.find(hex(stranger->public_key())) != std::string::npos);
  CHECK(gathered->unknown_keys.at(stranger->public_key()) == std::set<std::string>{"UTR-66"});
}

TEST_CASE("a batch that changes between two readings gives no results") {
  Sticks sticks;
  sticks.put("a", "1.jsonl", batch_of(head_of_batch(1), {dilemma_row("a")}));
  const auto gathered = gather(sticks.folders({"a"}), {}, nobody);
  sticks.put("a", "1.jsonl", batch_of(head_of_batch(1), {dilemma_row("b")}));
  const TempFolder made;
  const auto folder = Folder::open(made.path());
  PlainFolder out{*folder};
  const auto tables = write_tables(*gathered, out, {made.path(), {}}, nobody);
  REQUIRE_FALSE(tables);
  CHECK(tables.error().sentence.find("changed while it was read") != std::string::npos);
  CHECK(std::filesystem::is_empty(made.path()));
}

TEST_CASE("whoever waits hears how far it is, and can end it; then nothing was made") {
  Sticks sticks;
  sticks.put("a", "1.jsonl", batch_of(head_of_batch(1), std::vector<Row>(10'000, dilemma_row("a"))));
  std::vector<std::uint64_t> heard;
  const auto tell = [&](std::uint64_t done, std::uint64_t all) {
    CHECK(all == 10'000);
    heard.push_back(done);
    return true;
  };
  const auto gathered = gather(sticks.folders({"a"}), {}, tell);
  REQUIRE(gathered);
  CHECK(heard == std::vector<std::uint64_t>{0, 4096, 8192, 10'000});
  const TempFolder made;
  const auto folder = Folder::open(made.path());
  PlainFolder out{*folder};
  const auto stop = [](std::uint64_t done, std::uint64_t) { return done < 5000; };
  const auto tables = write_tables(*gathered, out, {made.path(), {}}, stop);
  REQUIRE_FALSE(tables);
  CHECK(tables.error().kind == GatherError::Kind::cancelled);
  CHECK(std::filesystem::is_empty(made.path()));
  CHECK(gather(sticks.folders({"a"}), {}, stop).error().kind == GatherError::Kind::cancelled);
}
