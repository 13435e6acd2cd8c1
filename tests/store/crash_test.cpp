#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <map>
#include <sstream>

#include "kiosk/base/file.h"
#include "kiosk/base/random.h"
#include "kiosk/store/store.h"
#include "tests/store/given.h"
#include "tests/support/amount.h"
#include "tests/support/temp_folder.h"

namespace kiosk::crash_test {

// The death of a process, not of the machine. What a process wrote stays in the system's memory when it is
// killed, so with MDB_NOSYNC in place of full sync this test would still pass: it shows that every change is
// whole or absent, in the right order, and that a new process finds its way. It proves nothing about a power
// cut.

using namespace kiosk;
using namespace kiosk::store;
using namespace std::chrono_literals;

namespace {

using Answers = std::map<std::string, std::string>;  // by random id
using Clock = std::chrono::steady_clock;

constexpr auto deadline = 30s;  // for a slow machine; nothing waits that long unless it hangs

/// What visitor_process told before it died.
struct Told {
  std::vector<std::string> lines;
  bool ended_by_itself = false;
};

/// Lets visitors answer until a random moment, and kills them there: somewhere in a change when `lines` were
/// told and `further` passed, or wherever they are after `further` alone, opening the store perhaps, when
/// `lines` is 0.
class Visitors {
 public:
  Visitors(const std::filesystem::path& folder, std::uint64_t seed) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
    told_ = Fd{ends[0]};
    const Fd telling{ends[1]};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, telling.number(), STDOUT_FILENO);
    std::string program = VISITOR_PROCESS;
    std::string where = folder.string();
    std::string number = std::to_string(seed);
    std::array<char*, 4> words{program.data(), where.data(), number.data(), nullptr};
    const int code = ::posix_spawn(&process_, program.c_str(), &actions, nullptr, words.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    REQUIRE(code == 0);
  }
  Visitors(const Visitors&) = delete;
  Visitors& operator=(const Visitors&) = delete;
  ~Visitors() {
    if (process_ > 0) kill();
  }

  Told kill_after(std::size_t lines, std::chrono::microseconds further) {
    const auto hang = Clock::now() + deadline;
    while (line_count() < lines && !ended_) read_more(hang);
    const auto moment = Clock::now() + further;
    while (Clock::now() < moment && !ended_) read_more(moment);
    const bool ended_by_itself = kill();
    while (!ended_) read_more(hang);

    Told told{{}, ended_by_itself};
    std::istringstream stream{text_};
    for (std::string line; std::getline(stream, line);) told.lines.push_back(line);
    return told;
  }

 private:
  std::size_t line_count() const {
    return static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n'));
  }

  /// Waits for more to read, until `moment` at most.
  void read_more(Clock::time_point moment) {
    const auto left = std::chrono::ceil<std::chrono::nanoseconds>(moment - Clock::now());
    if (left <= 0ns) return;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(left);
    const timespec wait{seconds.count(), (left - seconds).count()};
    pollfd readable{told_.number(), POLLIN, 0};
    if (::ppoll(&readable, 1, &wait, nullptr) <= 0) return;
    std::array<char, 65536> piece{};
    const ssize_t count = ::read(told_.number(), piece.data(), piece.size());
    if (count > 0) text_.append(piece.data(), static_cast<std::size_t>(count));
    ended_ = count <= 0;
  }

  bool kill() {
    ::kill(process_, SIGKILL);
    int how = 0;
    ::waitpid(process_, &how, 0);
    process_ = 0;
    return !WIFSIGNALED(how) || WTERMSIG(how) != SIGKILL;
  }

  pid_t process_ = 0;
  Fd told_;
  std::string text_;
  bool ended_ = false;
};

/// What there is after the change in `line` ("?", then what comes and goes).
Answers changed(Answers answers, const std::string& line) {
  std::istringstream parts{line.substr(1)};
  for (std::string part; std::getline(parts, part, '\t');) {
    if (part.empty()) continue;
    if (part[0] == '-') {
      answers.erase(part.substr(1));
    } else {
      answers[part.substr(0, part.find('='))] = part.substr(part.find('=') + 1);
    }
  }
  return answers;
}

std::uint64_t kills_wanted() {
  const char* wanted = std::getenv("KIOSK_KILLS");
  return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : tests::amount(200);
}

}  // namespace

TEST_CASE(
    "whenever the kiosk is killed, every answer that was thanked for is there once, and none that was "
    "replaced",
    "[long]") {
  const tests::TempFolder temp;
  const auto seed = Random::system().below(1'000'000);
  INFO("seed " << seed);
  Random random = Random::seeded(seed);
  Answers thanked_for;
  std::uint64_t changes = 0;

  const std::uint64_t kills = kills_wanted();
  for (std::uint64_t round = 0; round < kills; ++round) {
    // A new store now and then: a store is also killed while it is being made, and a small one is soon
    // compared.
    const auto folder = temp / std::to_string(round / 50);
    if (round % 50 == 0) thanked_for.clear();

    Visitors visitors{folder, random.number()};
    const bool early = random.below(5) == 0;
    const std::size_t lines = early ? 0 : 1 + random.below(60);
    const Told told =
        visitors.kill_after(lines, std::chrono::microseconds{random.below(early ? 20'000 : 1'000)});
    INFO("round " << round << ", last told: " << (told.lines.empty() ? "nothing" : told.lines.back()));
    REQUIRE_FALSE(told.ended_by_itself);

    std::string in_flight = "?";
    for (const std::string& line : told.lines) {
      if (line[0] == '?') in_flight = line;
      if (line[0] != '!') continue;
      thanked_for = changed(thanked_for, in_flight);
      in_flight = "?";
      ++changes;
    }

    auto store = Store::open(folder);
    REQUIRE(store);
    const auto found = given::contents(*store);
    REQUIRE(found);
    CHECK(found->damaged == 0);
    CHECK(found->counts_match);
    if (found->by_id != thanked_for) {
      // The one change that nobody was thanked for: it is there as a whole.
      CHECK(found->by_id == changed(thanked_for, in_flight));
      thanked_for = found->by_id;
    }
    CHECK(store->check());
    for (const char* left : {"answers.mdb.new", "answers.mdb.old"}) {
      CHECK_FALSE(std::filesystem::exists(folder / left));
    }
  }
  CHECK(changes > kills);  // else too little happened to mean anything
}

}  // namespace kiosk::crash_test
