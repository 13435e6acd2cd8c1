#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <functional>

#include "kiosk/store/seal.h"
#include "kiosk/store/store.h"
#include "tests/store/given.h"
#include "tests/support/amount.h"
#include "tests/support/temp_folder.h"

namespace kiosk::every_call_test {

// The kiosk dies before and after each single call of the system that it makes while it saves, seals, or
// writes its file anew. A process traces itself being killed there: not by chance, but at all of them.

using namespace kiosk;
using namespace kiosk::store;
using namespace kiosk::store::given;
using tests::TempFolder;
using Held = std::vector<std::string>;

namespace {

/// What a kiosk does with a store that is open; exits the process if the store refuses.
using Deed = std::function<bool(Store&, const SetId&)>;

/// Does `deed` on a copy of the store in `folder`, and dies at its call number `calls`. Tells whether it did
/// not live to tell.
bool dies_at(const std::filesystem::path& folder, const Deed& deed, long calls) {
  const pid_t process = ::fork();
  REQUIRE(process >= 0);
  if (process == 0) {
    auto store = Store::open(folder);  // after the fork: LMDB must not be carried through one
    const auto set = store ? store->keep_set(small_survey()) : Result<SetId, StoreError>{store.error()};
    if (!set || ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) std::_Exit(2);
    ::raise(SIGSTOP);
    std::_Exit(deed(*store, *set) ? 0 : 1);
  }
  int status = 0;
  ::waitpid(process, &status, 0);
  REQUIRE(WIFSTOPPED(status));
  for (long stop = 0; stop < calls && WIFSTOPPED(status); ++stop) {
    ::ptrace(PTRACE_SYSCALL, process, nullptr, nullptr);
    ::waitpid(process, &status, 0);
  }
  if (!WIFSTOPPED(status)) {
    REQUIRE(WIFEXITED(status));
    REQUIRE(WEXITSTATUS(status) == 0);
    return false;
  }
  ::kill(process, SIGKILL);
  ::waitpid(process, &status, 0);
  return true;
}

/// A store with answers, open and sealed.
void prepare(const std::filesystem::path& folder) {
  Random random = Random::seeded(1);
  auto store = Store::open(folder);
  REQUIRE(store);
  const auto set = store->keep_set(small_survey());
  for (unsigned i = 1; i <= 6; ++i) {
    const auto answer = chosen(i, i % 2 == 0 ? "woorden" : "");
    REQUIRE(store->save(*set, answer, {}, draw_receipt(answer, random)));
  }
}

const Held prepared{"0 \"woorden\"", "0 \"woorden\"", "0 \"woorden\"", "0 1", "0 2",
                    "0 3",           "0 4",           "0 5",           "0 6"};

bool seal_all(Store& store, const SetId& set) {
  Seal seal;
  seal.batch.fill(7);
  seal.set = set;
  return static_cast<bool>(store.seal(set, [&](Closing& closing) -> Result<bool, StoreError> {
    const auto closed = closing.close(seal, as_it_is);
    if (!closed) return closed.error();
    return true;
  }));
}

}  // namespace

TEST_CASE("dying at any call of a save, a seal or a reseal leaves the store as it was or as it was to be",
          "[long]") {
  struct Case {
    const char* what;
    Deed deed;
    Held after;
  };
  const auto save = [](Store& store, const SetId& set) {
    Random random = Random::seeded(9);
    return static_cast<bool>(store.save(set, chosen(7), {}, draw_receipt(chosen(7), random)));
  };
  Held with_one_more = prepared;
  with_one_more.emplace_back("0 7");
  const auto [what, deed, after] = GENERATE_COPY(
      Case{"save", save, with_one_more}, Case{"seal", seal_all, prepared},
      Case{"reseal", [](Store& store, const SetId&) { return store.reseal() && true; }, prepared});
  INFO(what);

  bool died = true;
  bool ever_before = false;
  long calls = 1;
  for (; died; calls += static_cast<long>(tests::one_in(1))) {
    const TempFolder temp{TempFolder::in_memory()};
    const auto folder = temp / "store";
    prepare(folder);
    died = dies_at(folder, deed, calls);
    INFO("died at stop " << calls);
    auto store = Store::open(folder);
    REQUIRE(store);
    const Held found = held(*store);
    if (found == prepared) ever_before = true;
    REQUIRE((found == prepared || found == after));
    if (!died) REQUIRE(found == after);
    REQUIRE(store->check());
    REQUIRE_FALSE(std::filesystem::exists(folder / "answers.mdb.new"));
    REQUIRE_FALSE(std::filesystem::exists(folder / "answers.mdb.old"));
  }
  CHECK(ever_before);
  CHECK(calls > 10);  // else nothing was traced
}

}  // namespace kiosk::every_call_test
