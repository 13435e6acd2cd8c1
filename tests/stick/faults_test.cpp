#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdarg>
#include <cstdlib>
#include <iostream>

#include <catch2/catch.hpp>

#include "kiosk/batch/verify.h"
#include "kiosk/stick/leaflet.h"
#include "kiosk/stick/verify_folder.h"
#include "tests/stick/given.h"
#include "tests/support/amount.h"
#include "tests/support/faulty_stick.h"
#include "tests/support/session.h"

// A stick goes wrong at the n-th thing it is asked, for every n of an export of three batches, to an empty
// stick and to one with an older export: it fails, fails from then on, is full, takes half, holds something
// else, or is pulled out. Whatever it was, a file on it that proves itself holds what it should, the export
// calls itself done only when all is there, the store is as it was, and the next export makes all good.

namespace {

/// A kiosk that would read back through the memory of the system.
std::atomic<bool> through_the_cache = false;

}  // namespace

extern "C" int openat(int folder, const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const auto mode = va_arg(more, mode_t);
  va_end(more);
  if (through_the_cache) flags &= ~O_DIRECT;
  return static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode));
}
extern "C" int posix_fadvise(int file, off_t from, off_t bytes, int advice) {
  if (through_the_cache) return 0;
  return static_cast<int>(::syscall(SYS_fadvise64, file, from, bytes, advice));
}

using namespace kiosk;
using namespace kiosk::stick;
using namespace kiosk::stick::given;
using tests::Call;
using tests::Fault;
using tests::FaultyPort;
using tests::FaultyStick;
using tests::Left;

namespace {

using Files = std::map<std::string, std::string>;

/// A station with three sealed batches, each of more than a page; and what it writes.
struct Station {
  FilledStore filled;
  std::vector<std::string> held;
  Files older;  ///< of an export after the first batch
  Files whole;

  Station() {
    answer_and_seal();
    older = exported();
    answer_and_seal();
    answer_and_seal();
    whole = exported();
    held = store::given::held(*filled.store);
  }

  Result<Exported, ExportError> export_to(FaultyStick& stick, bool remounts = true) {
    FaultyPort port{stick, remounts};
    return filled.bring_out(port);
  }

 private:
  void answer_and_seal() {
    for (unsigned i = 0; i < 60; ++i)
      filled.save(store::given::chosen(1 + i % 7, i % 3 == 0 ? "woorden" : ""));
    filled.seal();
  }

  Files exported() {
    FaultyStick stick;
    REQUIRE(export_to(stick));
    return stick.files();
  }
};

std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// The files that prove themselves, or hold what they should, and are something else: none may.
std::string wrong_but_good(const Files& there, const Station& station) {
  for (const auto& [path, content] : there) {
    if (batch::verify(content).kind != batch::Verdict::Kind::good) continue;
    const std::string name = last_part(path);
    bool is_known = false;
    for (const Files* files : {&station.whole, &station.older}) {
      for (const auto& [known, should] : *files) {
        is_known = is_known || (name.find(last_part(known)) == 0 && content == should);
      }
    }
    if (!is_known) return path;
  }
  return {};
}

/// What of `station` is missing on a stick, or something else.
std::string missing(const Files& there, const Station& station) {
  for (const auto& [path, content] : station.whole) {
    const auto at = there.find(path);
    if (at == there.end() || at->second != content) return path;
  }
  return {};
}

/// What went against what was promised; empty: nothing.
std::string broken_promise(Station& station, FaultyStick& stick,
                           const Result<Exported, ExportError>& exported) {
  stick.put_in_again();
  if (const auto path = wrong_but_good(stick.files(), station); !path.empty())
    return path + " proves itself, and is wrong";
  if (exported) {
    if (const auto path = missing(stick.files(), station); !path.empty())
      return "the export was done without " + path;
  }
  if (store::given::held(*station.filled.store) != station.held) return "the store has changed";
  const auto again = station.export_to(stick);
  if (!again) return "the next export failed: " + again.error().sentence;
  if (const auto path = missing(stick.files(), station); !path.empty()) return "not made good: " + path;
  stick.mount();
  const auto verified = verify_folder(stick.path());
  const bool good = verified && all_good(*verified);
  stick.unmount();
  return good ? "" : "after the next export the stick does not verify";
}

bool concerns(Fault fault, Call call) {
  switch (fault) {
    case Fault::is_full:
      return call == Call::make_folder || call == Call::create || call == Call::write ||
             call == Call::rename || call == Call::sync;
    case Fault::cuts:
    case Fault::lies:
    case Fault::forgets:
      return call == Call::write || call == Call::read;
    default:
      return true;
  }
}

struct Start {
  const char* name;
  const Files* files;
};

void put(FaultyStick& stick, const Files& files) {
  for (const auto& [path, content] : files) stick.put(path, content);
}

std::vector<Call> calls_of(Station& station, const Files& start) {
  FaultyStick stick;
  put(stick, start);
  stick.goes_wrong(SIZE_MAX, Fault::none);
  REQUIRE(station.export_to(stick));
  return stick.calls();
}

/// Every call, where somebody has the time; else one in so many.
std::size_t step() { return std::getenv("KIOSK_EVERY_FAULT") != nullptr ? 1 : 23; }

}  // namespace

TEST_CASE(
    "a stick on which nothing goes wrong is unmounted, mounted again and read before it is called done") {
  Station station;
  const auto calls = calls_of(station, {});
  const auto first_unmount = std::find(calls.begin(), calls.end(), Call::unmount);
  REQUIRE(first_unmount != calls.end());
  CHECK(std::find(first_unmount, calls.end(), Call::write) == calls.end());
  CHECK(std::count(first_unmount, calls.end(), Call::mount) == 1);
  CHECK(std::count(first_unmount, calls.end(), Call::read) >= static_cast<long>(station.whole.size()));
  CHECK(calls.back() == Call::unmount);
  CHECK(std::count(calls.begin(), calls.end(), Call::write) >= static_cast<long>(station.whole.size()));
  CHECK(std::count(calls.begin(), calls.end(), Call::sync) == 2 * static_cast<long>(station.whole.size()));
  WARN(calls.size() << " calls");
}

TEST_CASE("whatever goes wrong with a stick at whichever call, nothing on it proves itself and is wrong",
          "[long]") {
  Station station;
  const Files nothing;
  long done = 0;
  long failed = 0;
  std::size_t faults = 0;
  for (const Start& start : {Start{"an empty stick", &nothing}, Start{"an older export", &station.older}}) {
    const auto calls = calls_of(station, *start.files);
    std::size_t offset = 0;
    for (const Fault fault : {Fault::fails, Fault::keeps_failing, Fault::is_full, Fault::cuts, Fault::lies,
                              Fault::forgets, Fault::pulled}) {
      for (const Left left : {Left::synced_alone, Left::names, Left::everything, Left::something}) {
        if (fault != Fault::pulled && left != Left::synced_alone) continue;
        for (std::size_t at = offset++ % step(); at < calls.size(); at += step()) {
          if (!concerns(fault, calls[at]) || faults++ % tests::one_in(1) != 0) continue;
          FaultyStick stick;
          put(stick, *start.files);
          stick.goes_wrong(at, fault);
          stick.leaves(left, at);
          const auto exported = station.export_to(stick);
          INFO(start.name << ", fault " << static_cast<int>(fault) << ", left " << static_cast<int>(left)
                          << ", call " << at << " of " << calls.size() << " (a "
                          << static_cast<int>(calls[at]) << ")");
          if (!exported) INFO(exported.error().sentence);
          REQUIRE(broken_promise(station, stick, exported) == "");
          if (fault == Fault::pulled) {
            REQUIRE_FALSE(exported);
            CHECK(exported.error().kind ==
                  (at == 0 ? ExportError::Kind::no_stick : ExportError::Kind::pulled_out));
          }
          ++(exported ? done : failed);
        }
      }
    }
  }
  CHECK(done > 0);
  CHECK(failed > 0);
  WARN(done + failed << " faults: " << failed << " were told, " << done << " did no harm");
}

TEST_CASE("a stick that holds something else than it was given is found out past the system's memory of it") {
  Station station;
  const auto calls = calls_of(station, {});
  long believed = 0;
  long wrong = 0;
  const bool cached = GENERATE(false, true);
  const bool remounts = GENERATE(false, true);
  for (std::size_t at = 0; at < calls.size(); ++at) {
    if (calls[at] != Call::write) continue;
    FaultyStick stick;
    stick.goes_wrong(at, Fault::lies);
    through_the_cache = cached;
    const auto exported = station.export_to(stick, remounts);
    through_the_cache = false;
    stick.put_in_again();
    const bool is_wrong = !missing(stick.files(), station).empty();
    wrong += is_wrong ? 1 : 0;
    believed += is_wrong && exported ? 1 : 0;
    if (!exported) CHECK(exported.error().kind == ExportError::Kind::differs);
  }
  CHECK(wrong > 5);
  // Only a kiosk that reads back through the cache, of a stick that stays mounted, believes it: this test
  // finds such a one out.
  INFO(believed << " of " << wrong << " lies were believed");
  CHECK((believed > 0) == (cached && !remounts));
}

TEST_CASE(
    "an export that is cancelled at any moment leaves a stick that verifies, and the next one is whole") {
  Station station;
  int told = 0;
  {
    FaultyStick stick;
    FaultyPort port{stick, true};
    REQUIRE(station.filled.bring_out(port, [&](const Progress&) { return ++told > 0; }));
  }
  REQUIRE(told > 20);
  for (int last = 0; last <= told; last += static_cast<int>(tests::one_in(3))) {
    FaultyStick stick;
    put(stick, station.older);
    FaultyPort port{stick, true};
    int heard = 0;
    const auto exported = station.filled.bring_out(port, [&](const Progress&) { return heard++ < last; });
    INFO("cancelled after it was told " << last << " times");
    if (!exported) CHECK(exported.error().kind == ExportError::Kind::cancelled);
    REQUIRE(stick.mount());
    const auto verified = verify_folder(stick.path());
    CHECK((verified && all_good(*verified)));
    REQUIRE(stick.unmount() == 0);
    REQUIRE(broken_promise(station, stick, exported) == "");
  }
}

int kiosk::main_of_tests(int argc, char** argv) {
  constexpr int skipped = 77;
  // Whatever is mounted goes away with this process.
  if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
    std::cout << "skipped: no mount namespace here (only root has one)\n";
    return skipped;
  }
  if (const auto missing = FaultyStick::missing_here()) {
    std::cout << "skipped: " << *missing << "\n";
    return skipped;
  }
  return run_tests(argc, argv);
}
