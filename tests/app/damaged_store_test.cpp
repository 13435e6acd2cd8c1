#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "kiosk/base/file.h"
#include "kiosk/base/random.h"
#include "tests/support/program.h"

namespace kiosk::damaged_store_test {

// The store's file is damaged while the kiosk is off. It is started, may fall over the damage once, is
// started again as the system would, and then visitors answer; the damaged file is kept, byte for byte.

using namespace kiosk;
using tests::TempFolder;

namespace {

constexpr std::size_t page = 4096;
constexpr std::size_t magic_at = 16;  // behind the page's header, in both of the first two pages

std::string content(const std::filesystem::path& path) {
  const auto read = read_file(path, std::size_t{1} << 26U);
  return read ? *read : "(not there)";
}

/// A kiosk that goes on and off, and who comes by.
struct Place {
  TempFolder folder{TempFolder::in_memory()};
  std::filesystem::path file = folder / "store/answers.mdb";

  tests::Ended run(std::vector<std::string> words) const {
    words.insert(words.begin(), KIOSK_PROGRAM);
    return tests::run_to_end(words, folder.path());
  }

  /// Visitors come by; a kiosk that ends before they are done is started again, once.
  tests::Ended visitors(int how_many) const {
    const std::vector<std::string> words{"simulate", "--visits", std::to_string(how_many), "--store",
                                         "store"};
    auto ended = run(words);
    if (ended.status != 0) ended = run(words);
    return ended;
  }

  nlohmann::json status() const {
    const auto told = run({"status", "--store", "store", "--json"});
    INFO(told.err);
    REQUIRE(told.status == 0);
    return nlohmann::json::parse(told.out);
  }

  void write(const std::string& bytes) const { std::ofstream{file, std::ios::binary} << bytes; }
};

std::string with_noise(std::string bytes, std::size_t from, std::size_t count) {
  Random random = Random::seeded(from);
  for (std::size_t at = from; at < std::min(from + count, bytes.size()); ++at)
    bytes[at] = static_cast<char>(random.below(256));
  return bytes;
}

}  // namespace

TEST_CASE("a damaged store is set aside, and the next visitors are heard", "[long]") {
  const Place place;
  REQUIRE(place.visitors(12).status == 0);
  const std::string sound = content(place.file);
  REQUIRE(sound.size() > 6 * page);

  struct Case {
    const char* what;
    std::string bytes;
  };
  const auto [what, damaged] =
      GENERATE_REF(Case{"cut to nothing", ""}, Case{"cut to a part of a page", sound.substr(0, 1000)},
                   Case{"cut to its first two pages", sound.substr(0, 2 * page)},
                   Case{"another magic number", with_noise(sound, magic_at, 4)},
                   Case{"every page but the first two is noise", with_noise(sound, 2 * page, sound.size())});
  INFO(what);
  const auto look = [&] {
    return place.run({"examine", "--store", "store", "--file", "answers.mdb"}).status;
  };
  CHECK(look() == 0);
  place.write(damaged);
  if (!damaged.empty()) CHECK(look() != 0);  // it is damage, and whoever looks sees it or falls over it
  place.write(damaged);
  const auto ended = place.visitors(3);
  INFO(ended.err);
  REQUIRE(ended.status == 0);

  const auto status = place.status();
  CHECK(status["set_aside"] == nlohmann::json{"answers.damaged-1.mdb"});
  CHECK(status["healthy"] == false);
  CHECK(status["answers"] > 0);
  CHECK(place.run({"status", "--store", "store"}).out.find("answers.damaged-1.mdb") != std::string::npos);
  const std::string kept = content(place.folder / "store/answers.damaged-1.mdb");
  CHECK(kept.substr(0, damaged.size()) == damaged);  // zeros may stand behind it
}

TEST_CASE("a store that ends the kiosk itself ends it once", "[long]") {
  // LMDB falls over some damaged pages: whichever page it is, the second start does not do so again.
  const Place place;
  REQUIRE(place.visitors(12).status == 0);
  const std::string sound = content(place.file);
  const std::size_t pages = sound.size() / page;
  const std::size_t which = GENERATE_COPY(range<std::size_t>(2, 10));
  INFO("page " << which);
  place.write(with_noise(sound, (which % pages) * page, 64));
  const auto ended = place.visitors(2);
  INFO(ended.err);
  CHECK(ended.status == 0);
  CHECK(place.visitors(2).status == 0);  // and so it stays
}

TEST_CASE("bits that LMDB itself would fall over are told in words, and visitors go on", "[long]") {
  // The heads of pages, where nodes stand, and how long they are: found by turning over every bit.
  const Place place;
  REQUIRE(place.visitors(12).status == 0);
  const std::string sound = content(place.file);
  std::size_t told = 0;
  for (std::size_t which = 2; which * page < sound.size(); ++which) {
    for (const auto& [byte, bit] : {std::pair{11, 7}, std::pair{12, 5}, std::pair{13, 6}, std::pair{17, 6}}) {
      std::string rotten = sound;
      auto& turned = rotten[which * page + static_cast<std::size_t>(byte)];
      turned = static_cast<char>(turned ^ (1 << bit));
      place.write(rotten);
      const auto status = place.run({"status", "--store", "store"});
      INFO("bit " << bit << " of byte " << byte << " of page " << which << "\n" << status.err);
      REQUIRE((status.status == 0 || status.status == 1));  // no signal
      if (status.status == 0) continue;                     // a page that is in use no more
      CHECK(status.err.find("the store is damaged") != std::string::npos);
      if (told++ % 8 != 0) continue;
      const auto ended = place.run({"simulate", "--visits", "1", "--store", "store"});
      CHECK(ended.status == 0);
    }
  }
  CHECK(told > 8);
}

}  // namespace kiosk::damaged_store_test
