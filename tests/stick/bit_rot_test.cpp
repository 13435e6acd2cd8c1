#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>

#include "kiosk/base/file.h"
#include "kiosk/batch/verify.h"
#include "kiosk/stick/export.h"
#include "tests/stick/given.h"

// Bits of the store's file turn over. LMDB has no checksums of its own and trusts its pages, so each rotten
// store is looked at in a process of its own: it may refuse, leave out and say so, even crash; it may not
// give out anything else than was sealed as if nothing had happened.

using namespace kiosk;
using namespace kiosk::stick;
using namespace kiosk::stick::given;
using tests::TempFolder;

namespace {

std::string content(const std::filesystem::path& path) {
  const auto read = read_file(path, std::size_t{1} << 26U);
  return read ? *read : "(not there)";
}

enum class Outcome { same, found, wrong, crashed };

struct Sealed {
  FilledStore filled;
  std::string table;
  std::string batch;
  std::string file;

  Sealed() {
    for (unsigned i = 0; i < 40; ++i)
      filled.save(store::given::chosen(1 + i % 7, i % 4 == 0 ? "woorden" : ""));
    const auto sealed = filled.seal();
    REQUIRE(*filled.store->reseal());
    batch = "feedback/batches/UTR-01-" + hex(sealed.batches.at(0).batch) + ".jsonl";
    const TempFolder stick{TempFolder::in_memory()};
    REQUIRE(copy_out(*filled.store, read_small, filled.key(), stick.path()));
    table = content(stick / "feedback/antwoorden.csv");
    file = content(stick / batch);
    filled.store.reset();
  }

  /// What an export from this rotten file comes to.
  Outcome judge(const std::string& rotten) {
    const TempFolder folder{TempFolder::in_memory()};
    const TempFolder stick{TempFolder::in_memory()};
    std::ofstream{folder / "answers.mdb", std::ios::binary} << rotten;
    const pid_t process = ::fork();
    if (process == 0) {
      for (const int signal : {SIGSEGV, SIGBUS, SIGABRT}) std::signal(signal, SIG_DFL);
      ::alarm(10);
      std::_Exit(static_cast<int>(export_from(folder, stick)));
    }
    int status = 0;
    ::waitpid(process, &status, 0);
    return WIFEXITED(status) ? static_cast<Outcome>(WEXITSTATUS(status)) : Outcome::crashed;
  }

 private:
  Outcome export_from(const TempFolder& folder, const TempFolder& stick) {
    auto store = store::Store::open(folder.path());
    if (!store) return Outcome::found;
    const auto exported = copy_out(*store, read_small, filled.key(), stick.path());
    if (!exported) return Outcome::found;
    const std::string told = content(stick / batch);
    const bool same = told == file && content(stick / "feedback/antwoorden.csv") == table;
    if (same) return Outcome::same;
    const bool forged = told != file && batch::verify(told).kind == batch::Verdict::Kind::good;
    return exported->left_out > 0 && !forged ? Outcome::found : Outcome::wrong;
  }
};

/// The one bit in each of LMDB's two first pages that makes the older the newer without a trace: see
/// store/meta_pages.h. What was last saved is missing then, and nothing in the file can tell.
bool turns_a_page_back(std::uint64_t bit) {
  constexpr std::uint64_t transaction_at = 144;
  constexpr std::uint64_t page = 4096;
  return bit == 8 * transaction_at + 1 || bit == 8 * (page + transaction_at) + 1;
}

std::uint64_t flips_wanted() {
  const char* wanted = std::getenv("KIOSK_FLIPS");
  return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 1500;
}

}  // namespace

TEST_CASE("whichever bit of the store turns over, an export is right, or says what is missing", "[long]") {
  Sealed sealed;
  const std::string sound = content(sealed.filled.folder / "answers.mdb");
  REQUIRE(sealed.judge(sound) == Outcome::same);
  // The same bits each time, so that what is green stays green; others where somebody asks for a number of
  // them.
  const auto seed = std::getenv("KIOSK_FLIPS") == nullptr ? 1 : Random::system().below(1'000'000);
  INFO("seed " << seed);
  Random random = Random::seeded(seed);
  std::uint64_t found = 0;
  std::uint64_t crashed = 0;
  for (std::uint64_t i = 0; i < flips_wanted(); ++i) {
    const auto bit = random.below(8 * sound.size());
    std::string rotten = sound;
    rotten[bit / 8] = static_cast<char>(rotten[bit / 8] ^ (1 << (bit % 8)));
    const Outcome outcome = sealed.judge(rotten);
    INFO("bit " << bit % 8 << " of byte " << bit / 8);
    if (turns_a_page_back(bit)) continue;
    REQUIRE(outcome != Outcome::wrong);
    found += outcome == Outcome::found ? 1U : 0U;
    crashed += outcome == Outcome::crashed ? 1U : 0U;
  }
  CHECK(found > 0);
  CHECK(crashed <= flips_wanted() / 100);
  WARN(found << " found, " << crashed << " crashed");
}

TEST_CASE(
    "a store whose first pages were turned back is refused, and does not show fewer answers in silence") {
  Sealed sealed;
  const std::string sound = content(sealed.filled.folder / "answers.mdb");
  constexpr std::uint64_t transaction_at = 144;
  for (const std::uint64_t page : {0U, 4096U}) {
    for (std::uint64_t bit = 0; bit < 64; ++bit) {
      const std::uint64_t flipped = 8 * (page + transaction_at) + bit;
      std::string rotten = sound;
      rotten[flipped / 8] = static_cast<char>(rotten[flipped / 8] ^ (1 << (flipped % 8)));
      INFO("bit " << bit << " of page " << page / 4096);
      CHECK(sealed.judge(rotten) == Outcome::found);
    }
  }
}
