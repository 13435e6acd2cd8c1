#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>

#include "kiosk/batch/sealing.h"
#include "kiosk/stick/export.h"
#include "kiosk/stick/verify_folder.h"
#include "tests/stick/given.h"
#include "tests/support/amount.h"

// Memory, writes and syncs fail: the n-th one alone, or that and all after it, for every n until a whole day
// at the kiosk comes to its end. The day is lived by a process of its own, which the calls below fail; then
// the store is opened in peace. Whatever failed, a visitor who was thanked has an answer there, once, and an
// export that called itself done is whole.

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MALLOC_IS_TAKEN  // by the sanitizer: then only operator new fails
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define MALLOC_IS_TAKEN
#endif

namespace {

enum Resource { memory, writes, syncs };

// Reached from the calls below, which have no other way to it.
struct Trouble {
  bool on = false;
  Resource what = memory;
  long until = 0;  // so many calls go well
  bool for_good = false;
  long calls = 0;
} trouble;

bool fails(Resource what) {
  if (!trouble.on || trouble.what != what) return false;
  const long call = trouble.calls++;
  return call == trouble.until || (trouble.for_good && call > trouble.until);
}

int io_error() {
  errno = EIO;
  return -1;
}

}  // namespace

extern "C" int fdatasync(int file) {
  return fails(syncs) ? io_error() : static_cast<int>(::syscall(SYS_fdatasync, file));
}
extern "C" int fsync(int file) {
  return fails(syncs) ? io_error() : static_cast<int>(::syscall(SYS_fsync, file));
}
extern "C" ssize_t write(int file, const void* bytes, size_t count) {
  return fails(writes) ? io_error() : ::syscall(SYS_write, file, bytes, count);
}
extern "C" ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  return fails(writes) ? io_error() : ::syscall(SYS_pwrite64, file, bytes, count, at);
}
extern "C" ssize_t writev(int file, const iovec* pieces, int count) {
  return fails(writes) ? io_error() : ::syscall(SYS_writev, file, pieces, count);
}
extern "C" ssize_t pwritev(int file, const iovec* pieces, int count, off_t at) {
  return fails(writes) ? io_error() : ::syscall(SYS_pwritev, file, pieces, count, at, 0);
}
#ifdef MALLOC_IS_TAKEN
void* operator new(std::size_t bytes) {
  void* const taken = fails(memory) ? nullptr : std::malloc(bytes);
  if (taken == nullptr) throw std::bad_alloc{};
  return taken;
}
extern "C" const char* sanitizer_options() __asm__("__asan_default_options");
const char* sanitizer_options() {
  return "alloc_dealloc_mismatch=0";
}  // what is taken above is given back as ever
#else
extern "C" void* real_malloc(size_t bytes) __asm__("__libc_malloc");
extern "C" void* real_calloc(size_t count, size_t bytes) __asm__("__libc_calloc");
extern "C" void* real_realloc(void* before, size_t bytes) __asm__("__libc_realloc");
// Not for the libraries of a spreadsheet: without memory they fall over (libxlsxwriter 1.1.4, minizip 1.1),
// which ends the kiosk too, by a signal.
bool falls_over_without(void* caller) {
  Dl_info asked_by{};
  if (::dladdr(caller, &asked_by) == 0) return false;
  const std::string_view library = asked_by.dli_fname;
  return library.find("/libxlsxwriter.") != library.npos || library.find("/libminizip.") != library.npos;
}
bool gets_none(void* caller) {
  if (!fails(memory) || falls_over_without(caller)) return false;
  errno = ENOMEM;
  return true;
}
extern "C" void* malloc(size_t bytes) noexcept {
  return gets_none(__builtin_return_address(0)) ? nullptr : real_malloc(bytes);
}
extern "C" void* calloc(size_t count, size_t bytes) noexcept {
  return gets_none(__builtin_return_address(0)) ? nullptr : real_calloc(count, bytes);
}
extern "C" void* realloc(void* before, size_t bytes) noexcept {
  return gets_none(__builtin_return_address(0)) ? nullptr : real_realloc(before, bytes);
}
#endif

using namespace kiosk;
using namespace kiosk::stick;
using namespace kiosk::stick::given;
using tests::TempFolder;

namespace {

constexpr int out_of_memory = 3;
constexpr std::size_t visitors = 12;
constexpr std::size_t regrets = 4;  // the number of the visitor who takes the answer back

/// What was said, in memory that the process leaves behind. Answers are numbered by their order of options.
struct Said {
  enum Answer { nothing, asked, thanked, taking_back, taken_back };
  Answer answers[visitors];
  bool sealed;
  bool exported;
  std::uint64_t rows;
  long calls;
};

/// How the kiosk treats a visitor whose answer could not be saved.
enum class Manners { honest, thanks_anyway };

bool save(store::Store& store, const store::SetId& set, std::size_t number, survey::Receipt& receipt) {
  survey::Answer answer = store::given::chosen(1, number % 3 == 0 ? "woorden" : "");
  answer.order = number;
  Random random = Random::system();
  receipt = store::draw_receipt(answer, random);
  if (store.save(set, answer, {}, receipt)) return true;
  return store.check() && store.save(set, answer, {}, receipt);
}

void live_a_day(const TempFolder& folder, const TempFolder& stick, const SigningKey& key, Said& said,
                Manners manners) {
  auto store = store::Store::open(folder.path());
  if (!store) return;
  const auto set = store->keep_set(store::given::small_survey(small_source));
  if (!set) return;
  survey::Receipt regretted;
  for (std::size_t i = 0; i < visitors; ++i) {
    said.answers[i] = Said::asked;
    survey::Receipt receipt;
    if (save(*store, *set, i, receipt) || manners == Manners::thanks_anyway) said.answers[i] = Said::thanked;
    if (i == regrets) regretted = receipt;
  }
  const bool was_thanked = said.answers[regrets] == Said::thanked;
  said.answers[regrets] = Said::taking_back;
  if (store->withdraw(*set, regretted) && was_thanked) said.answers[regrets] = Said::taken_back;
  said.sealed = static_cast<bool>(batch::seal(*store, read_small, {"UTR-01", key, 10, true}));
  static_cast<void>(store->reseal());
  auto snapshot = store->snapshot();
  if (!snapshot) return;
  FolderPort port{stick.path()};
  const auto exported =
      export_answers(std::move(*snapshot), read_small, key, port, {.scratch = folder.path()}, goes_on);
  if (!exported) return;
  said.rows = exported->answers;
  said.exported = true;
}

struct Lived {
  Said said{};
  bool crashed = false;
  std::string lie;  // empty: none
};

/// What is there, against what was said.
std::string lie_in(const Said& said, const TempFolder& folder, const TempFolder& stick) {
  auto store = store::Store::open(folder.path());
  if (!store) return "the store does not open: " + store.error().text();
  std::size_t found[visitors] = {};
  auto snapshot = store->snapshot();
  const auto count = [&](const store::Choice& choice) {
    if (choice.order < visitors) ++found[choice.order];
    return true;
  };
  const auto sets = snapshot->sets();
  const auto seals = snapshot->seals();
  if (!sets || !seals) return "the names of sets and batches cannot be read";
  for (const auto& set : *sets) {
    if (!snapshot->each_choice(set.id, count)) return "the answers cannot be read";
  }
  for (const auto& seal : *seals) {
    if (!snapshot->each_sealed_choice(seal.batch, count)) return "the sealed answers cannot be read";
  }
  for (std::size_t i = 0; i < visitors; ++i) {
    if (found[i] > 1) return "an answer is there twice";
    if (said.answers[i] == Said::thanked && found[i] == 0) return "an answer that was thanked for is lost";
    if (said.answers[i] == Said::taken_back && found[i] == 1) return "an answer that was taken back is there";
    if (said.answers[i] == Said::nothing && found[i] == 1) return "an answer that nobody gave is there";
  }
  if (snapshot->damaged()->open + snapshot->damaged()->sealed > 0) return "answers are damaged";
  if (!said.exported) return {};
  const auto files = verify_folder(stick.path());
  if (!files || !all_good(*files)) return "an export that was done is not whole";
  return {};
}

Lived day_with(Resource what, long until, bool for_good, Manners manners = Manners::honest) {
  const TempFolder folder{TempFolder::in_memory()};
  const TempFolder stick{TempFolder::in_memory()};
  const auto key = SigningKey::open_or_make(folder / "station.key");
  auto* said = static_cast<Said*>(
      ::mmap(nullptr, sizeof(Said), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  const pid_t process = ::fork();  // no store is open in this one
  if (process == 0) {
    for (const int signal : {SIGSEGV, SIGBUS, SIGABRT}) std::signal(signal, SIG_DFL);
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(nowhere, STDERR_FILENO);
    // By it, also where a destructor needs memory, the kiosk ends and is started again.
    std::set_terminate([] { std::_Exit(out_of_memory); });
    trouble = {true, what, until, for_good, 0};
    try {
      live_a_day(folder, stick, *key, *said, manners);
    } catch (const std::bad_alloc&) {
      std::_Exit(out_of_memory);
    }
    said->calls = trouble.calls;
    std::_Exit(0);
  }
  int how = 0;
  ::waitpid(process, &how, 0);
  Lived lived{
      *said,
      !WIFEXITED(how) || (WEXITSTATUS(how) != 0 && (WEXITSTATUS(how) != out_of_memory || what != memory)),
      {}};
  ::munmap(said, sizeof(Said));
  lived.lie = lie_in(lived.said, folder, stick);
  return lived;
}

/// Of the memory asked for only some, unless somebody has time for all of it.
long step_of(Resource what) {
  if (std::getenv("KIOSK_EVERY_FAILURE") != nullptr) return 1;
  return static_cast<long>(tests::one_in(what == memory ? 41 : 1));
}

}  // namespace

TEST_CASE("a day on which nothing fails is lived to its end") {
  const Lived lived = day_with(memory, -1, false);
  CHECK_FALSE(lived.crashed);
  CHECK(lived.lie == "");
  for (std::size_t i = 0; i < visitors; ++i)
    CHECK(lived.said.answers[i] == (i == regrets ? Said::taken_back : Said::thanked));
  CHECK(lived.said.sealed);
  CHECK(lived.said.exported);
  CHECK(lived.said.rows == 15);
  CHECK(lived.said.calls > 500);
}

TEST_CASE("whichever call for memory, write or sync fails, nobody is told a lie", "[long]") {
  const auto what = GENERATE(memory, writes, syncs);
  const bool for_good = GENERATE(false, true);
  const long all = day_with(what, -1, false).said.calls;
  REQUIRE(all > 30);
  long thanked = 0;
  for (long n = 0; n <= all; n += step_of(what)) {
    const Lived lived = day_with(what, n, for_good);
    INFO("resource " << what << ", call " << n << (for_good ? " and all after it" : " alone"));
    REQUIRE(lived.lie == "");
    REQUIRE_FALSE(lived.crashed);
    for (const auto answer : lived.said.answers) thanked += answer == Said::thanked ? 1 : 0;
  }
  CHECK(thanked > 0);
  WARN("resource " << what << (for_good ? ", for good" : ", once") << ": " << all << " calls, one in "
                   << step_of(what));
}

TEST_CASE("a kiosk that gives thanks whatever the disk says is found out") {
  long lies = 0;
  for (long n = 6; n < 16; ++n) lies += day_with(syncs, n, true, Manners::thanks_anyway).lie.empty() ? 0 : 1;
  CHECK(lies > 0);
}
