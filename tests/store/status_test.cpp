#include "kiosk/store/status.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "kiosk/base/file.h"
#include "tests/store/given.h"
#include "tests/support/temp_folder.h"

namespace kiosk::status_test {

using namespace kiosk;
using namespace kiosk::store;
using namespace kiosk::store::given;

namespace {

std::optional<survey::Survey> read_small(const KeptSet& set) { return small_survey(set.source); }

/// A store with one choice with words beside it, one "don't know" and one skip.
Store used_store(const tests::TempFolder& folder) {
  Random random = Random::seeded(5);
  auto store = Store::open(folder.path());
  REQUIRE(store);
  const auto set = store->keep_set(small_survey());
  REQUIRE(set);
  for (const auto& answer : {chosen(1, "geheim"), dont_know()}) {
    REQUIRE(store->save(*set, answer, {}, draw_receipt(answer, random)));
  }
  REQUIRE(store->count_skips(*set, std::vector<std::uint16_t>{1}));
  return std::move(*store);
}

}  // namespace

TEST_CASE("a host sees how many answers there are, and not one of them") {
  const tests::TempFolder folder;
  Store store = used_store(folder);
  auto status = status_of(store, read_small);
  REQUIRE(status);
  CHECK(status->healthy());
  status->disk_free_bytes = 5'000'000'000;
  status->disk_used_percent = 12;
  CHECK(
      nlohmann::ordered_json::parse(as_json(*status)).dump() ==
      R"({"store":")" + folder.path().string() + R"(","sets":[{"set":"small","hash":")" +
          hex(short_digest(small_survey().source)) +
          R"(","questions":[{"id":"keep","answers":3,"choices":1,"dont_know":1,"texts":1,"skipped":0,"marked":0},)"
          R"({"id":"role","answers":0,"choices":0,"dont_know":0,"texts":0,"skipped":1,"marked":0}]}],)"
          R"("answers":3,"open":3,"sealed":0,"sealed_batches":0,"batches":[],"damaged":0,"set_aside":[],"map_used_percent":0,"disk_used_percent":12,)"
          R"("disk_free_bytes":5000000000,"takes_answers":true,)"
          R"("healthy":true,"problems":[],"incidents":[]})");
  CHECK(as_text(*status).find("geheim") == std::string::npos);
}

TEST_CASE("what happened to the machine is told beside, and makes no store unhealthy") {
  const tests::TempFolder folder;
  Store store = used_store(folder);
  auto status = status_of(store, read_small);
  REQUIRE(status);
  status->incidents.push_back({"touch_gone", 20'784, "the touch panel was gone. Last on"});
  CHECK(status->healthy());
  CHECK(nlohmann::json::parse(as_json(*status))["incidents"].dump() ==
        R"([{"day":"2026-11-27","what":"touch_gone"}])");
  CHECK(as_text(*status).find("\nincident: the touch panel was gone. Last on 2026-11-27\n") !=
        std::string::npos);
}

TEST_CASE("a host without a program to read JSON gets the same in lines") {
  const tests::TempFolder folder;
  Store store = used_store(folder);
  auto status = status_of(store, read_small);
  REQUIRE(status);
  status->folder = "/store";
  status->disk_free_bytes = std::uint64_t{500} << 20U;
  status->sets[0].hash = "cafe";
  CHECK(as_text(*status) ==
        "store      /store\n"
        "answers    3 (3 open, 0 sealed batches)\n"
        "room       0 % of the store used, 500 MiB free on the disk\n"
        "\n"
        "set        small cafe\n"
        "  question                   answers   choices dont_know     texts   skipped    marked\n"
        "  keep                             3         1         1         1         0         0\n"
        "  role                             0         0         0         0         1         0\n"
        "\n"
        "healthy\n");
}

TEST_CASE("a question set that cannot be read any more is a problem, its answers are counted all the same") {
  const tests::TempFolder folder;
  Store store = used_store(folder);
  const auto status = status_of(store, [](const KeptSet&) { return std::nullopt; });
  REQUIRE(status);
  CHECK_FALSE(status->healthy());
  REQUIRE(status->problems.size() == 1);
  CHECK(status->problems[0] == "the text of question set " + status->sets[0].hash +
                                   " cannot be read; use the version of the kiosk that it was stored with");
  CHECK(status->answers == 3);
  CHECK(status->sets[0].questions[0].id == "#1");
}

TEST_CASE("a store that is getting full says so before it is") {
  const tests::TempFolder folder;
  Random random = Random::seeded(6);
  auto store = Store::open(folder.path(), {.map_bytes = std::size_t{1} << 18U});
  REQUIRE(store);
  const auto set = store->keep_set(small_survey());
  REQUIRE(set);
  while (store->used_percent() < 70)
    REQUIRE(store->save(*set, chosen(1), {}, draw_receipt(chosen(1), random)));
  const auto status = status_of(*store, read_small);
  REQUIRE(status);
  REQUIRE(status->problems.size() == 1);
  CHECK(status->problems[0] ==
        "the store is " + std::to_string(store->used_percent()) +
            " % full and takes no more at 80 %; export the answers and start a new store");
  CHECK(status->takes_answers);

  while (store->save(*set, chosen(1), {}, draw_receipt(chosen(1), random))) continue;
  const auto full = status_of(*store, read_small);
  REQUIRE(full);
  CHECK_FALSE(full->takes_answers);
  REQUIRE(full->problems.size() == 1);
  CHECK(full->problems[0] == "the store is " + std::to_string(store->used_percent()) +
                                 " % full and takes no more answers; export them and start a new store");
  // The mark that shows that the store can be written to would still find room: an answer would not.
  const auto works = store->check();
  REQUIRE_FALSE(works);
  CHECK(works.error().kind == StoreError::Kind::full);
}

TEST_CASE("a host hears how many answers are damaged, and what was set aside") {
  const tests::TempFolder folder;
  { Store store = used_store(folder); }
  // A bit of the one choice turns over.
  std::string bytes = *read_file(folder / "answers.mdb", std::size_t{1} << 24U);
  const std::string first_option{"nl\0\0\0\0\0\0\1\0\0\0\0\0\0\0", 16};
  std::size_t turned = 0;
  for (std::size_t at = bytes.find(first_option); at != std::string::npos;
       at = bytes.find(first_option, at + 1)) {
    bytes[at + 8] = 5;  // and another one
    ++turned;
  }
  REQUIRE(turned > 0);
  std::ofstream{folder / "answers.mdb", std::ios::binary} << bytes;
  std::ofstream{folder / "answers.damaged-1.mdb"} << "what once was";
  auto store = Store::open_to_read(folder.path());
  REQUIRE(store);
  const auto status = status_of(*store, read_small);
  REQUIRE(status);
  CHECK(status->answers == 3);
  CHECK(status->damaged == 1);
  CHECK(status->set_aside == std::vector<std::string>{"answers.damaged-1.mdb"});
  REQUIRE(status->problems.size() == 2);
  CHECK(
      status->problems[0] ==
      "1 of the answers are damaged; they stay in the store and out of every export: keep the file and have "
      "somebody look at it");
  CHECK(status->problems[1] ==
        "a damaged store was set aside as answers.damaged-1.mdb; keep the file and have somebody look at it");
}

}  // namespace kiosk::status_test
