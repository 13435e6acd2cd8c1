#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "kiosk/base/file.h"
#include "kiosk/store/seal.h"
#include "kiosk/store/store.h"
#include "tests/store/given.h"
#include "tests/support/temp_folder.h"

// The power goes. A disk that takes writes and is slow to keep them has, at that moment, everything up to the
// last sync and of what came after it any part, in any order. The calls below, which LMDB finds in place of
// the system's, write down what the store asks of the disk while visitors answer; then each such disk is made
// and the store opened on it. Every answer that was thanked for must be there.

namespace {

struct Write {
  off_t at = 0;
  std::string bytes;
};

/// A disk with one file.
class Disk {
 public:
  void start(const std::filesystem::path& file) {
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0) return;
    file_ = about.st_ino;
    kept_ = *kiosk::read_file(file, std::size_t{1} << 26U);
    pending_.clear();
    on_ = true;
  }
  void stop() { on_ = false; }

  void wrote(int file, const void* bytes, std::size_t count, off_t at) {
    if (!watches(file)) return;
    Write write{at, {static_cast<const char*>(bytes), count}};
    if ((::fcntl(file, F_GETFL) & O_DSYNC) != 0) {
      put(kept_, write);  // this one is on disk when the call returns
    } else {
      pending_.push_back(std::move(write));
    }
    changed_ = true;
  }
  void synced(int file) {
    if (!watches(file)) return;
    for (const Write& write : pending_) put(kept_, write);
    pending_.clear();
    changed_ = true;
  }

  /// The file with those pending writes that `keeps` says yes to.
  template <class Keeps>
  std::string after_power_cut(Keeps keeps) const {
    std::string file = kept_;
    for (const Write& write : pending_) {
      if (keeps()) put(file, write);
    }
    return file;
  }
  bool settled() const { return pending_.empty(); }
  bool take_changed() { return std::exchange(changed_, false); }
  bool on() const { return on_; }

 private:
  bool watches(int file) const {
    struct stat about {};
    return on_ && ::fstat(file, &about) == 0 && about.st_ino == file_;
  }
  static void put(std::string& file, const Write& write) {
    const auto at = static_cast<std::size_t>(write.at);
    if (file.size() < at + write.bytes.size()) file.resize(at + write.bytes.size(), '\0');
    file.replace(at, write.bytes.size(), write.bytes);
  }

  bool on_ = false;
  bool changed_ = false;
  ino_t file_ = 0;
  std::string kept_;
  std::vector<Write> pending_;
};

// Reached from the calls below, which have no other way to it.
Disk disk;
unsigned more_flags = 0;
void (*at_every_change)() = nullptr;

void changed() {
  if (disk.take_changed() && at_every_change != nullptr) at_every_change();
}

// Two flags of LMDB with which it does not wait for the disk, by number: nobody shall copy them from here.
constexpr unsigned does_not_sync = 0x10000;
constexpr unsigned does_not_sync_the_end = 0x40000;

}  // namespace

extern "C" int fdatasync(int file) {
  const int code = static_cast<int>(::syscall(SYS_fdatasync, file));
  disk.synced(file);
  changed();
  return code;
}
extern "C" int fsync(int file) {
  const int code = static_cast<int>(::syscall(SYS_fsync, file));
  disk.synced(file);
  changed();
  return code;
}
extern "C" ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  const ssize_t done = ::syscall(SYS_pwrite64, file, bytes, count, at);
  disk.wrote(file, bytes, count, at);
  changed();
  return done;
}
extern "C" ssize_t writev(int file, const iovec* pieces, int count) {
  off_t at = ::lseek(file, 0, SEEK_CUR);
  const ssize_t done = ::syscall(SYS_writev, file, pieces, count);
  for (int i = 0; i < count; ++i) {
    disk.wrote(file, pieces[i].iov_base, pieces[i].iov_len, at);
    at += static_cast<off_t>(pieces[i].iov_len);
  }
  changed();
  return done;
}
struct MDB_env;
extern "C" int mdb_env_open(MDB_env* environment, const char* path, unsigned flags, mode_t mode) {
  using Open = int (*)(MDB_env*, const char*, unsigned, mode_t);
  static const auto real = reinterpret_cast<Open>(::dlsym(RTLD_NEXT, "mdb_env_open"));
  return real(environment, path, flags | more_flags, mode);
}

using namespace kiosk;
using namespace kiosk::store;
using namespace kiosk::store::given;
using tests::TempFolder;

namespace {

/// A disk as it was when the power went, and how many answers had been thanked for.
struct Moment {
  std::string file;
  std::size_t thanked = 0;
};

std::vector<Moment> moments;
std::size_t thanked = 0;
Random* dice = nullptr;

void remember() {
  moments.push_back({disk.after_power_cut([] { return false; }), thanked});
  if (disk.settled()) return;
  moments.push_back({disk.after_power_cut([] { return true; }), thanked});
  for (int i = 0; i < 2; ++i) {
    moments.push_back({disk.after_power_cut([] { return dice->below(2) == 0; }), thanked});
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
    const auto closed = closing.close(seal, [](const Choice&) { return true; });
    if (!closed) return closed.error();
    return true;
  }));
}

/// Lets visitors answer, and staff seal now and then, with the disk watched. Answers are numbered by their
/// order of options.
void record(Random& random, unsigned flags) {
  moments.clear();
  thanked = 0;
  dice = &random;
  const TempFolder folder{TempFolder::in_memory()};
  more_flags = 0;
  SetId set{};
  {
    auto store = Store::open(folder.path());
    REQUIRE(store);
    set = *store->keep_set(small_survey());
  }
  more_flags = flags;
  auto store = Store::open(folder.path());
  REQUIRE(store);
  disk.start(folder / "answers.mdb");
  at_every_change = remember;
  for (std::size_t i = 0; i < visitors_wanted(); ++i) {
    survey::Answer answer = chosen(1, i % 3 == 0 ? "woorden" : "");
    answer.order = i;
    REQUIRE(store->save(set, answer, {}, draw_receipt(answer, random)));
    ++thanked;
    remember();
    if (i % 10 == 9) REQUIRE(seal_all(*store, set, random));
  }
  at_every_change = nullptr;
  disk.stop();
  more_flags = 0;
}

/// Does a store open on this disk, with each answer that was thanked for in it once?
bool nothing_lost(const Moment& moment, const TempFolder& folder) {
  std::ofstream{folder / "answers.mdb", std::ios::binary} << moment.file;
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
  for (const Moment& moment : moments) lost += nothing_lost_from_afar(moment) ? 0U : 1U;
  return lost;
}

}  // namespace

TEST_CASE("whenever the power goes, the store opens with every answer that was thanked for") {
  const auto seed = Random::system().below(1'000'000);
  INFO("seed " << seed);
  Random random = Random::seeded(seed);
  record(random, 0);
  CHECK(moments.size() >= 300);
  CHECK(lost_of_all() == 0);
}

TEST_CASE("a store that does not wait for the disk is found out") {
  Random random = Random::seeded(1);
  const unsigned flags = GENERATE(does_not_sync, does_not_sync_the_end);
  record(random, flags);
  CHECK(lost_of_all() > 0);
}
