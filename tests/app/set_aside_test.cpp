#include "kiosk/store/aside.h"

#include <fcntl.h>
#include <sys/file.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "kiosk/app/perform.h"
#include "kiosk/base/file.h"
#include "tests/store/given.h"
#include "tests/support/small_files.h"
#include "tests/support/temp_folder.h"

namespace kiosk::set_aside_test {

// What is damaged is set aside, and nothing else is: in the process of the kiosk, which has another one look.

using namespace kiosk;
using namespace kiosk::store::given;
using tests::TempFolder;

namespace {

std::string content(const std::filesystem::path& path) {
  const auto read = read_file(path, std::size_t{1} << 26U);
  return read ? *read : "(not there)";
}

}  // namespace

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

  Damaged() { std::ofstream{folder / "answers.mdb"} << std::string(3U * 4096, 'x'); }

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

}  // namespace kiosk::set_aside_test
