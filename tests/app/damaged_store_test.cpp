#include <fcntl.h>
#include <sys/file.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "kiosk/app/perform.h"
#include "kiosk/base/file.h"
#include "kiosk/store/aside.h"
#include "tests/store/given.h"
#include "tests/support/program.h"
#include "tests/support/small_files.h"

namespace kiosk::damaged_store_test {

// The store's file is damaged while the kiosk is off. It is started, may fall over the damage once, is
// started again as the system would, and then visitors answer; the damaged file is kept, byte for byte.

using namespace kiosk;
using namespace kiosk::store::given;
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

TEST_CASE("a store over which the look itself falls is set aside, however it falls") {
  const TempFolder folder;
  REQUIRE(store::Store::open(folder.path()));
  const auto [falls, damaged] = GENERATE(table<std::string, bool>({{"kill -SEGV $$", true},
                                                                   {"kill -BUS $$", true},
                                                                   {"kill -ABRT $$", true},
                                                                   {"kill -KILL $$", false},
                                                                   {"exit 4", false},
                                                                   {"exit 0", false}}));
  INFO(falls);
  const auto looks = folder / "looks";
  std::ofstream{looks} << "#!/bin/sh\nulimit -c 0\n" << falls << "\n";
  std::filesystem::permissions(looks, std::filesystem::perms::owner_all);
  const auto opened = app::open_for_visitors({folder.path(), {}, looks}, true);
  REQUIRE(opened);
  CHECK(opened->set_aside.has_value() == damaged);
}

TEST_CASE("two damaged stores are both kept") {
  const TempFolder folder;
  for (const char* bytes : {"one", "two"}) {
    std::ofstream{folder / "answers.mdb"} << bytes;
    REQUIRE(store::set_aside(folder.path(), "answers.mdb"));
  }
  CHECK(store::aside_in(folder.path()) ==
        std::vector<std::string>{"answers.damaged-1.mdb", "answers.damaged-2.mdb"});
  CHECK(content(folder / "answers.damaged-1.mdb") == "one");
  CHECK(content(folder / "answers.damaged-2.mdb") == "two");
}

TEST_CASE("what a reseal had left of a damaged store is kept with it, and its second name wipes nothing") {
  const TempFolder folder;
  const bool same = GENERATE(true, false);
  INFO(same);
  std::ofstream{folder / "answers.mdb"} << "damaged";
  if (same) std::filesystem::create_hard_link(folder / "answers.mdb", folder / "answers.mdb.old");
  if (!same) std::ofstream{folder / "answers.mdb.old"} << "before";
  REQUIRE(store::set_aside(folder.path(), "answers.mdb"));
  REQUIRE(store::Store::open(folder.path()));  // wipes leftovers
  CHECK(content(folder / "answers.damaged-1.mdb") == "damaged");
  CHECK(content(folder / "answers.damaged-1.mdb.old") == (same ? "(not there)" : "before"));
}

namespace {

struct Damaged {
  TempFolder folder;
  survey::Survey survey = small_survey();
  app::Performer performer{folder.path(), survey, {}, KIOSK_PROGRAM};

  Damaged() { std::ofstream{folder / "answers.mdb"} << std::string(3 * page, 'x'); }

  bool works() { return std::holds_alternative<visit::StoreWorks>(performer.open()); }
  bool anything_aside() const { return !store::aside_in(folder.path()).empty(); }
};

}  // namespace

TEST_CASE("a damaged store that somebody is reading waits until they are done") {
  Damaged damaged;
  {
    const Fd reader{::open((damaged.folder / "answers.lock").c_str(), O_RDONLY | O_CREAT, 0600)};
    REQUIRE(::flock(reader.number(), LOCK_SH) == 0);
    CHECK_FALSE(damaged.works());
    CHECK_FALSE(damaged.anything_aside());
  }
  CHECK(damaged.works());
  CHECK(damaged.anything_aside());
}

TEST_CASE("a sound store that cannot be opened now is not set aside") {
  const TempFolder folder;
  const survey::Survey survey = small_survey();
  const auto works = [&] {
    app::Performer performer{folder.path(), survey, {}, KIOSK_PROGRAM};
    return std::holds_alternative<visit::StoreWorks>(performer.open());
  };
  SECTION("its disk is full when it is made") {
    {
      const tests::SmallFiles no_room{1};
      CHECK_FALSE(works());
    }
    CHECK(works());
  }
  SECTION("it was made by another version") {
    {
      using Access = store::Environment::Access;
      auto older = store::Environment::open(folder / "answers.mdb", Access::write, std::size_t{1} << 20U);
      auto writing = older->begin(Access::write);
      const auto meta = writing->table("meta", store::Shape::single, store::Transaction::Missing::is_made);
      const std::string name = "format";
      const std::array<unsigned char, 1> one{1};
      REQUIRE(writing->put(*meta, {reinterpret_cast<const unsigned char*>(name.data()), name.size()}, one));
      REQUIRE(commit(std::move(*writing)));
    }
    std::ofstream{folder / "answers.in-use"} << "";  // and the kiosk was killed
    CHECK_FALSE(works());
  }
  SECTION("its folder leads nowhere") {
    std::filesystem::create_symlink(folder / "nowhere", folder / "answers.lock");
    CHECK_FALSE(works());
    std::filesystem::remove(folder / "answers.lock");
    CHECK(works());
  }
  CHECK(store::aside_in(folder.path()).empty());
}

TEST_CASE("a kiosk that was killed has its store looked at, finds it sound and goes on with it") {
  const TempFolder folder;
  const survey::Survey survey = small_survey();
  {
    app::Performer performer{folder.path(), survey, {}, KIOSK_PROGRAM};
    REQUIRE(std::holds_alternative<visit::StoreWorks>(performer.open()));
    CHECK(std::filesystem::exists(folder / "answers.in-use"));
    REQUIRE(performer.perform(visit::Save{chosen(1), {}}));
  }
  CHECK_FALSE(std::filesystem::exists(folder / "answers.in-use"));
  std::ofstream{folder / "answers.in-use"} << "";
  app::Performer performer{folder.path(), survey, {}, KIOSK_PROGRAM};
  const auto opened = performer.open();
  REQUIRE(std::holds_alternative<visit::StoreWorks>(opened));
  CHECK(std::get<visit::StoreWorks>(opened).warning.empty());
  CHECK(store::aside_in(folder.path()).empty());
}

}  // namespace kiosk::damaged_store_test
