#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <fstream>

#include "kiosk/store/store.h"
#include "tests/store/given.h"
#include "tests/support/small_files.h"
#include "tests/support/temp_folder.h"

namespace kiosk::full_disk_test {

using namespace kiosk;
using namespace kiosk::store;
using namespace kiosk::store::given;

namespace {

/// Saves answers until one is refused; returns how many were not, and the refusal.
std::pair<std::size_t, std::optional<StoreError>> fill(Store& store, const SetId& set, Random& random) {
  const std::string words(300, 'x');
  for (std::size_t saved = 0; saved < 20'000; ++saved) {
    const auto done = store.save(set, wrote(words), {}, draw_receipt(wrote(words), random));
    if (!done) return {saved, done.error()};
  }
  return {20'000, std::nullopt};
}

/// A disk of `bytes` in memory at `where`, for this process alone. Only root can make one.
bool mount_small_disk(const std::filesystem::path& where, const std::string& bytes) {
  return ::geteuid() == 0 && ::unshare(CLONE_NEWNS) == 0 &&
         ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
         ::mount("tmpfs", where.c_str(), "tmpfs", 0, ("size=" + bytes).c_str()) == 0;
}

}  // namespace

TEST_CASE(
    "when the store's file cannot grow, answers are refused, none is lost, and later they are taken again") {
  const tests::TempFolder folder;
  Random random = Random::seeded(3);
  auto store = Store::open(folder.path());
  REQUIRE(store);
  const auto set = store->keep_set(small_survey());
  REQUIRE(set);
  std::size_t before = 0;
  {
    const tests::SmallFiles half_a_mebibyte{std::size_t{1} << 19U};
    const auto [saved, refusal] = fill(*store, *set, random);
    REQUIRE(refusal);
    // A limit on files cuts the write short while the disk has room: to LMDB that is EIO.
    CHECK((refusal->kind == StoreError::Kind::disk_full || refusal->kind == StoreError::Kind::io));
    CHECK(saved > 100);
    CHECK(held(*store).size() == saved);
    before = saved;
  }
  CHECK(store->check());
  REQUIRE(store->save(*set, chosen(1), {}, draw_receipt(chosen(1), random)));
  CHECK(held(*store).size() == before + 1);
}

TEST_CASE(
    "when the disk is full, answers are refused, none is lost, and once there is room they are taken again") {
  const tests::TempFolder folder;
  if (!mount_small_disk(folder.path(), "1048576")) {
    WARN("not root, or no mounting here: the test with a small file stands for this one");
    return;
  }
  Random random = Random::seeded(3);
  std::ofstream{folder / "something else"} << std::string(100'000, 'x');
  std::size_t before = 0;
  {
    auto store = Store::open(folder / "store");
    REQUIRE(store);
    const auto set = store->keep_set(small_survey());
    REQUIRE(set);
    const auto [saved, refusal] = fill(*store, *set, random);
    REQUIRE(refusal);
    CHECK(refusal->kind == StoreError::Kind::disk_full);
    CHECK(refusal->text() == "could not save an answer in " + (folder / "store").string() +
                                 ": the disk is full; make room on the disk; nothing that was saved is lost");
    CHECK(saved > 100);
    CHECK(held(*store).size() == saved);
    std::filesystem::remove(folder / "something else");
    CHECK(store->check());
    REQUIRE(store->save(*set, chosen(1), {}, draw_receipt(chosen(1), random)));
    before = saved + 1;
  }
  {
    auto again = Store::open(folder / "store");
    REQUIRE(again);
    CHECK(held(*again).size() == before);
  }
  ::umount(folder.path().c_str());
}

}  // namespace kiosk::full_disk_test
