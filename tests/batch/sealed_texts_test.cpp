#include "kiosk/batch/sealed_texts.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "kiosk/base/program.h"
#include "kiosk/batch/gather.h"
#include "kiosk/batch/merged.h"
#include "kiosk/batch/tables.h"
#include "kiosk/batch/verify.h"
#include "tests/batch/sealed.h"
#include "tests/support/holds.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

using namespace kiosk;
using namespace kiosk::batch;
using namespace kiosk::batch::given;
using tests::holds;
using tests::TempFolder;

namespace {

/// A key of an organisation, made by age itself.
struct Organisation {
  TempFolder folder;
  std::filesystem::path identity = folder / "sleutel.txt";
  std::string recipient;

  Organisation() {
    const auto made = tests::run_to_end({"/usr/bin/age-keygen", "-o", identity.string()}, folder.path());
    const std::string text = *read_file(identity, 10'000);
    recipient = text.substr(text.find("age1"), 62);
  }
};

const std::string texts = texts_of(head_of_batch(1), {words_row("geheim woord"), words_row("=1+1")}, 3);

/// A stick with one batch and its words sealed to `recipients`.
void put_sealed(const std::filesystem::path& stick, const std::vector<std::string>& recipients,
                const std::string& words = texts) {
  const auto sealed = seal_texts(words, recipients, station_key());
  REQUIRE(sealed);
  const std::string stem = stem_of("UTR-01", head_of_batch(1).batch);
  std::filesystem::create_directories(stick);
  std::ofstream{stick / (stem + ".jsonl"), std::ios::binary}
      << batch_of(head_of_batch(1), {dilemma_row("a")});
  std::ofstream{stick / (stem + ".texts.jsonl.age"), std::ios::binary} << sealed->age;
  std::ofstream{stick / (stem + ".sealed.jsonl"), std::ios::binary} << sealed->note;
}

/// All that tables and report say, in one text; or why there are none.
std::string results_of(const std::filesystem::path& stick,
                       const std::optional<std::filesystem::path>& identity) {
  const auto folder = Folder::open(stick);
  GatherOptions options;
  options.identity = identity;
  const auto gathered = gather({{&*folder, "stick"}}, options, nobody);
  REQUIRE(gathered);
  const TempFolder made;
  const auto to = Folder::open(made.path());
  PlainFolder out{*to};
  const TempFolder scratch;
  REQUIRE(write_tables(*gathered, out, {scratch.path(), {}}, nobody));
  std::string all;
  for (const char* name : {"antwoorden.csv", "rapport.html"}) all += *read_file(made / name, 10'000'000);
  all += tests::run_to_end({"/usr/bin/unzip", "-p", "antwoorden.xlsx"}, made.path()).out;
  for (const LeftOut& file : gathered->left_out) all += "left out: " + file.why;
  return all;
}

}  // namespace

TEST_CASE("a public key of age is known by its form and its checksum") {
  const Organisation organisation;
  const std::string good = organisation.recipient;
  INFO(good);
  CHECK(is_recipient(good));
  for (std::size_t at = 4; at < good.size(); ++at) {
    std::string other = good;
    other[at] = other[at] == 'q' ? 'p' : 'q';
    CHECK_FALSE(is_recipient(other));
  }
  for (const std::string& other :
       {std::string{}, std::string{"age1"}, good + "q", good.substr(1), "-" + good.substr(1)})
    CHECK_FALSE(is_recipient(other));
}

TEST_CASE("sealed words are opened by the key of the organisation, and by age itself") {
  const Organisation organisation;
  const auto sealed = seal_texts(texts, {organisation.recipient}, station_key());
  REQUIRE(sealed);
  CHECK_FALSE(holds(sealed->age, "geheim"));
  CHECK_FALSE(holds(sealed->note, "geheim"));
  CHECK(*open_texts(sealed->age, organisation.identity) == texts);
  const auto note = note_in(sealed->note);
  REQUIRE(note);
  CHECK(note->answers == 2);
  CHECK(note->erased == 3);
  CHECK(verify(sealed->note).kind == Verdict::Kind::good);
  const Organisation stranger;
  CHECK_FALSE(open_texts(sealed->age, stranger.identity));
  for (std::size_t at = 0; at < sealed->note.size(); at += 3) {
    std::string turned = sealed->note;
    turned[at] = static_cast<char>(turned[at] ^ 1);
    CHECK_FALSE(note_in(turned));
  }
}

TEST_CASE("without the key tables and report hold no word, and say that there are words") {
  const Organisation organisation;
  const TempFolder stick;
  put_sealed(stick.path(), {organisation.recipient});
  const std::string closed = results_of(stick.path(), {});
  CHECK_FALSE(holds(closed, "geheim"));
  CHECK(holds(closed, "\"sealed\";\"\";\"\";\"2 reacties in eigen woorden: verzegeld, niet in deze tabel."));
  CHECK(holds(closed, "Eigen woorden zijn verzegeld en staan hier niet in"));
  CHECK(holds(closed, "<t>sealed</t>"));
  const std::string opened = results_of(stick.path(), organisation.identity);
  CHECK(holds(opened, "geheim woord"));
  CHECK_FALSE(holds(opened, "Eigen woorden zijn verzegeld"));
}

TEST_CASE("words that were sealed to somebody else are named, and nothing is made up") {
  const Organisation organisation;
  const Organisation other;
  const TempFolder stick;
  put_sealed(stick.path(), {other.recipient});
  CHECK(holds(results_of(stick.path(), organisation.identity), "left out: it cannot be opened: "));
}

TEST_CASE("sealed words that are cut short or exchanged are named") {
  const Organisation organisation;
  const TempFolder stick;
  put_sealed(stick.path(), {organisation.recipient});
  const auto age = stick / (stem_of("UTR-01", head_of_batch(1).batch) + ".texts.jsonl.age");
  const std::string whole = *read_file(age, 10'000'000);
  for (const std::string& bytes : {whole.substr(0, whole.size() - 1), whole + "x", std::string{}}) {
    std::ofstream{age, std::ios::binary} << bytes;
    CHECK(holds(results_of(stick.path(), {}),
                "left out: " + age.filename().string() +
                    " beside it is missing, or not what was sealed; export again"));
  }
}

TEST_CASE("a text that was erased does not come back from an old stick, sealed or not") {
  const Organisation organisation;
  const TempFolder sticks;
  put_sealed(sticks / "old", {organisation.recipient});
  put_sealed(sticks / "new", {organisation.recipient}, texts_of(head_of_batch(1), {words_row("=1+1")}, 4));
  const auto old_one = Folder::open(sticks / "old");
  const auto new_one = Folder::open(sticks / "new");
  for (const bool opened : {false, true}) {
    GatherOptions options;
    if (opened) options.identity = organisation.identity;
    const auto one = gather({{&*old_one, "old"}, {&*new_one, "new"}}, options, nobody);
    const auto other = gather({{&*new_one, "new"}, {&*old_one, "old"}}, options, nobody);
    REQUIRE(one);
    REQUIRE(other);
    CHECK(one->batches.begin()->second.texts->file.head.erased == 4);
    CHECK(other->batches.begin()->second.texts->file.head.erased == 4);
    const TempFolder merged;
    const auto to = Folder::open(merged.path());
    REQUIRE(copy_batches(*one, *to));
    const std::string again = results_of(merged.path(), organisation.identity);
    CHECK_FALSE(holds(again, "geheim"));
    CHECK(holds(again, "=1+1"));
  }
}

TEST_CASE("words reach a program through a pipe alone, whatever it does with them") {
  const std::string much(3'000'000, 'x');
  const auto same = run_program({"cat"}, much, 4'000'000, std::chrono::seconds{60});
  REQUIRE(same);
  CHECK(same->out == much);
  const auto deaf = run_program({"true"}, much, 10, std::chrono::seconds{60});
  REQUIRE(deaf);
  CHECK(deaf->status == 0);
  CHECK(run_program({"false"}, "", 10, std::chrono::seconds{60})->status == 1);
  CHECK_FALSE(run_program({"cat"}, much, 100, std::chrono::seconds{60}));
  CHECK_FALSE(run_program({"sleep", "100"}, "", 100, std::chrono::seconds{1}));
  CHECK(run_program({"no-such-program"}, "", 100, std::chrono::seconds{1}).error().code == ENOENT);
}
