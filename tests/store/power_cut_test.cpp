#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "kiosk/store/seal.h"
#include "kiosk/store/store.h"
#include "tests/store/given.h"
#include "tests/store/watched_disk.h"
#include "tests/support/amount.h"
#include "tests/support/temp_folder.h"

// The power goes while visitors answer, evenings are sealed and the file is written anew. Each disk that may
// be left then is made, and the store opened on it. Every answer that was thanked for must be there, once.

using namespace kiosk;
using namespace kiosk::store;
using namespace kiosk::store::given;
using tests::TempFolder;

namespace {

/// A disk as it was when the power went, and how many answers had been thanked for.
struct Moment {
  WatchedDisk::Files files;
  std::size_t thanked = 0;
};

std::vector<Moment> moments;
std::size_t thanked = 0;
Random* dice = nullptr;

// Two flags of LMDB with which it does not wait for the disk, by number: nobody shall copy them from here.
constexpr unsigned does_not_sync = 0x10000;
constexpr unsigned does_not_sync_the_end = 0x40000;

void remember() {
  const WatchedDisk& disk = watched_disk();
  for (std::size_t names = 0; names <= disk.names_pending(); ++names) {
    moments.push_back({disk.after_power_cut(names, [] { return false; }), thanked});
    if (disk.settled()) continue;
    moments.push_back({disk.after_power_cut(names, [] { return true; }), thanked});
    moments.push_back({disk.after_power_cut(names, [] { return dice->below(2) == 0; }), thanked});
  }
}

std::size_t visitors_wanted() {
  const char* wanted = std::getenv("KIOSK_VISITORS");
  return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 40;
}

bool seal_all(Store& store, const SetId& set, Random& random) {
  Seal seal;
  random.fill(seal.batch);
  seal.set = set;
  return static_cast<bool>(store.seal(set, [&](Closing& closing) -> Result<bool, StoreError> {
    const auto closed = closing.close(seal, as_it_is);
    if (!closed) return closed.error();
    return true;
  }));
}

/// Lets visitors answer, and staff seal and write anew now and then, with the disk watched. Answers are
/// numbered by their order of options.
void record(Random& random, unsigned flags) {
  moments.clear();
  thanked = 0;
  dice = &random;
  const TempFolder folder{TempFolder::in_memory()};
  watched_disk().more_flags = 0;
  SetId set{};
  {
    auto store = Store::open(folder.path());
    REQUIRE(store);
    set = *store->keep_set(small_survey());
  }
  watched_disk().more_flags = flags;
  auto store = Store::open(folder.path());
  REQUIRE(store);
  watched_disk().start(folder.path());
  watched_disk().at_every_change = remember;
  for (std::size_t i = 0; i < visitors_wanted(); ++i) {
    survey::Answer answer = chosen(1, i % 3 == 0 ? "woorden" : "");
    answer.order = i;
    REQUIRE(store->save(set, answer, {}, draw_receipt(answer, random)));
    ++thanked;
    remember();
    if (i % 10 == 9) REQUIRE(seal_all(*store, set, random));
    if (i % 20 == 19) REQUIRE(*store->reseal());
  }
  watched_disk().at_every_change = nullptr;
  watched_disk().stop();
  watched_disk().more_flags = 0;
}

/// Does a store open on this disk, with each answer that was thanked for in it once?
bool nothing_lost(const Moment& moment, const TempFolder& folder) {
  for (const auto& [inode, file] : moment.files) {
    std::ofstream{folder / file.names.front(), std::ios::binary} << file.bytes;
    for (std::size_t i = 1; i < file.names.size(); ++i) {
      std::filesystem::create_hard_link(folder / file.names.front(), folder / file.names[i]);
    }
  }
  auto store = Store::open(folder.path());
  if (!store) return false;
  std::vector<int> found(moment.thanked + 1, 0);
  auto snapshot = store->snapshot();
  if (!snapshot) return false;
  const auto sets = snapshot->sets();
  const auto seals = snapshot->seals();
  if (!sets || !seals) return false;
  std::uint64_t damaged = 0;
  const auto take = [&](const Choice& choice) {
    if (choice.order < found.size()) ++found[choice.order];
    return true;
  };
  std::vector<Result<Seen, StoreError>> parts;
  for (const KeptSet& set : *sets) parts.push_back(snapshot->each_choice(set.id, take));
  for (const Seal& seal : *seals) parts.push_back(snapshot->each_sealed_choice(seal.batch, take));
  for (const auto& seen : parts) {
    if (!seen) return false;
    damaged += seen->damaged;
  }
  for (std::size_t i = 0; i < moment.thanked; ++i) {
    if (found[i] != 1) return false;
  }
  return damaged == 0 && found[moment.thanked] <= 1;
}

/// LMDB trusts its pages: on a disk that a careless store left it may crash, so that is looked at from a
/// distance.
bool nothing_lost_from_afar(const Moment& moment) {
  const TempFolder folder{TempFolder::in_memory()};
  const pid_t process = ::fork();
  if (process == 0) {
    for (const int signal : {SIGSEGV, SIGBUS, SIGABRT}) std::signal(signal, SIG_DFL);  // not Catch's story
    std::_Exit(nothing_lost(moment, folder) ? 0 : 1);
  }
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::size_t lost_of_all() {
  std::size_t lost = 0;
  for (std::size_t i = 0; i < moments.size(); i += tests::one_in(1)) {
    lost += nothing_lost_from_afar(moments[i]) ? 0U : 1U;
  }
  return lost;
}

}  // namespace

TEST_CASE("whenever the power goes, the store opens with every answer that was thanked for", "[long]") {
  const auto seed = Random::system().below(1'000'000);
  INFO("seed " << seed);
  Random random = Random::seeded(seed);
  record(random, 0);
  CHECK(moments.size() >= 300);
  const auto while_written_anew = [](const Moment& moment) {
    return moment.files.size() > 1 || moment.files.begin()->second.names.size() > 1;
  };
  CHECK(std::count_if(moments.begin(), moments.end(), while_written_anew) >= 20);
  CHECK(lost_of_all() == 0);
  WARN((moments.size() - 1) / tests::one_in(1) + 1 << " states of the disk");
}

TEST_CASE("a store that does not wait for the disk is found out") {
  Random random = Random::seeded(1);
  const unsigned flags = GENERATE(does_not_sync, does_not_sync_the_end);
  record(random, flags);
  const auto loses = [](const Moment& moment) { return !nothing_lost_from_afar(moment); };
  CHECK(std::any_of(moments.begin(), moments.end(), loses));
}
