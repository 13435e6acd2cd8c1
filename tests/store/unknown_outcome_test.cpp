#include <sys/syscall.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>

#include "kiosk/store/store.h"
#include "tests/store/given.h"
#include "tests/support/temp_folder.h"

namespace {

enum class Fails { nothing, sync, last_write, last_write_but_it_arrives };
Fails fails = Fails::nothing;  // what the calls below, which LMDB finds in place of the system's, are to do

}  // namespace

extern "C" int fdatasync(int file) {
  if (fails == Fails::sync) {
    errno = EIO;
    return -1;
  }
  return static_cast<int>(::syscall(SYS_fdatasync, file));
}

// In a commit LMDB writes pages with pwrite or writev, and at the end with pwrite the 120 bytes that make
// them count.
extern "C" ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  const bool last = count < 4096;
  if (last && fails == Fails::last_write_but_it_arrives) ::syscall(SYS_pwrite64, file, bytes, count, at);
  if (last && (fails == Fails::last_write || fails == Fails::last_write_but_it_arrives)) {
    errno = EIO;
    return -1;
  }
  return ::syscall(SYS_pwrite64, file, bytes, count, at);
}

using namespace kiosk;
using namespace kiosk::store;
using namespace kiosk::store::given;
using Held = std::vector<std::string>;

TEST_CASE("whatever write fails, nothing that was thanked for is lost, and saving again saves once") {
  struct Case {
    const char* what;
    Fails failing;
    StoreError::Kind afterwards;  // what is said of the next save, while nothing was checked
  };
  const auto [what, failing, afterwards] = GENERATE(
      Case{"the sync", Fails::sync, StoreError::Kind::io},
      Case{"the last write", Fails::last_write, StoreError::Kind::panic},
      Case{"the last write, which arrived", Fails::last_write_but_it_arrives, StoreError::Kind::panic});
  INFO(what);

  const tests::TempFolder folder;
  Random random = Random::seeded(2);
  auto store = Store::open(folder.path());
  REQUIRE(store);
  const auto set = store->keep_set(small_survey());
  REQUIRE(set);
  const auto thanked = draw_receipt(chosen(1), random);
  REQUIRE(store->save(*set, chosen(1), {}, thanked));

  const auto receipt = draw_receipt(chosen(2, "woorden"), random);
  fails = failing;
  const auto first = store->save(*set, chosen(2, "woorden"), {}, receipt, thanked);
  const auto second = store->save(*set, chosen(2, "woorden"), {}, receipt, thanked);
  const bool checked_while_failing = static_cast<bool>(store->check());
  fails = Fails::nothing;

  REQUIRE_FALSE(first);
  CHECK(first.error().kind == StoreError::Kind::io);
  REQUIRE_FALSE(second);
  CHECK(second.error().kind == afterwards);
  CHECK_FALSE(checked_while_failing);

  REQUIRE(store->check());
  REQUIRE(store->save(*set, chosen(2, "woorden"), {}, receipt, thanked));
  CHECK(held(*store) == Held{"0 \"woorden\"", "0 2"});
}
