#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <set>
#include <sstream>

#include "kiosk/base/random.h"
#include "kiosk/store/store.h"
#include "tests/store/given.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

namespace kiosk::kill_test {

// The death of a process, not of the machine. What a process wrote stays in the system's memory when it is
// killed, so with MDB_NOSYNC in place of full sync nothing here would change: this shows that every change is
// whole or absent, that thanks come after it and never before, and that a new process finds its way. It
// proves nothing about a power cut.

using namespace kiosk;
using namespace kiosk::store;

namespace {

using Ids = std::set<std::string>;

/// A change of the store as answering_visitors tells it: "?", then what comes and goes.
struct Change {
  std::size_t choices = 0;
  std::size_t words = 0;
  Ids goes;
};

std::vector<std::string> parts_of(const std::string& line) {
  std::vector<std::string> parts;
  std::istringstream stream{line};
  for (std::string part; std::getline(stream, part, '\t');) parts.push_back(part);
  return parts;
}

Change change_in(const std::string& line) {
  Change change;
  for (const std::string& part : parts_of(line)) {
    if (part == "choice") ++change.choices;
    if (part == "words") ++change.words;
    if (part[0] == '-') change.goes.insert(part.substr(1));
  }
  return change;
}

Ids without(const Ids& ids, const Ids& gone) {
  Ids left;
  std::set_difference(ids.begin(), ids.end(), gone.begin(), gone.end(), std::inserter(left, left.end()));
  return left;
}

/// What the visitors were thanked for, the change that nobody was thanked for, and how much happened.
struct Promised {
  Ids there;
  std::optional<Change> in_flight;
  std::uint64_t saved = 0;
  std::uint64_t replaced = 0;
  std::uint64_t withdrawn = 0;
  std::uint64_t evenings = 0;  // on which what was open was sealed
  bool closing = false;        // when the kiosk was killed

  void hear(const std::vector<std::string>& lines) {
    in_flight.reset();
    closing = false;
    for (const std::string& line : lines) {
      if (line[0] == '?') in_flight = change_in(line);
      if (line[0] == '!' && in_flight) keep(parts_of(line));
      if (line[0] == '=') closing = !closing;
      if (line[0] == '=' && !closing) ++evenings;
    }
  }

 private:
  void keep(const std::vector<std::string>& parts) {
    there = without(there, in_flight->goes);
    there.insert(parts.begin() + 1, parts.end());
    const bool comes = parts.size() > 1;
    ++(!comes ? withdrawn : in_flight->goes.empty() ? saved : replaced);
    in_flight.reset();
  }
};

/// The ids of all that a store holds. Checks that each stands there once and that the counts say the same.
Ids ids_in(Store& store) {
  const auto found = store::given::contents(store);
  REQUIRE(found);
  CHECK(found->damaged == 0);
  CHECK(found->counts_match);
  Ids ids;
  for (const auto& [id, answer] : found->by_id) ids.insert(id);
  auto snapshot = store.snapshot();
  REQUIRE(snapshot);
  const auto stored = snapshot->stored();
  REQUIRE(stored);
  CHECK(stored->open + stored->sealed == ids.size());
  return ids;
}

/// Of `ids`, those of own words.
std::size_t texts_among(const Ids& ids, Store& store) {
  std::size_t texts = 0;
  const auto seen = store.snapshot()->each_text([&](const OwnWords& text) {
    texts += ids.count(hex(text.id));
    return true;
  });
  REQUIRE(seen);
  return texts;
}

/// The store holds more or less than was promised: only by the one change that was under way, and that as a
/// whole.
void check_unthanked(const Promised& promised, const Ids& found, Store& store) {
  REQUIRE(promised.in_flight);
  const Ids kept = without(promised.there, promised.in_flight->goes);
  const Ids fresh = without(found, kept);
  CHECK(without(kept, found).empty());
  const std::size_t texts = texts_among(fresh, store);
  CHECK(texts == promised.in_flight->words);
  CHECK(fresh.size() - texts == promised.in_flight->choices);
}

/// When to kill: while the program starts (the first store is being made then), anywhere, or, most of the
/// time, right in a change of the store.
tests::TalkingProgram::Told kill_at_random(tests::TalkingProgram& visitors, Random& random) {
  const std::uint64_t die = random.below(8);
  const auto within = [&](std::uint64_t most) { return std::chrono::microseconds{random.below(most)}; };
  if (die == 0) return visitors.kill_after(0, within(60'000));
  const std::size_t changes = random.below(5);
  if (die == 1) return visitors.kill_after(2 * changes, within(60'000));
  return visitors.kill_after(2 * changes + 1, within(die < 5 ? 500 : 8'000));  // the last line is "?" or "="
}

std::uint64_t kills_wanted() {
  const char* wanted = std::getenv("KIOSK_KILLS");
  return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 200;
}

}  // namespace

TEST_CASE("whenever the kiosk is killed, every answer that a visitor was thanked for is there once",
          "[long]") {
  // On a disk: in memory a change is over before the signal comes, and nothing is killed halfway.
  const tests::TempFolder temp;
  const auto seed = Random::system().below(1'000'000);
  INFO("seed " << seed);
  Random random = Random::seeded(seed);
  Promised promised;
  std::uint64_t half_done = 0;
  std::uint64_t unthanked = 0;
  std::uint64_t closing = 0;

  const std::uint64_t kills = kills_wanted();
  for (std::uint64_t round = 0; round < kills; ++round) {
    // A new store now and then: a store is also killed while it is being made, and a small one is soon read.
    const auto folder = temp / std::to_string(round / 50);
    if (round % 50 == 0) promised.there.clear();

    tests::TalkingProgram visitors{{ANSWERING_VISITORS, folder.string(), std::to_string(random.number())}};
    const auto told = kill_at_random(visitors, random);
    INFO("round " << round << ", last told: " << (told.lines.empty() ? "nothing" : told.lines.back()));
    REQUIRE_FALSE(told.ended_by_itself);
    promised.hear(told.lines);
    if (promised.in_flight) ++half_done;
    if (promised.closing) ++closing;

    auto store = Store::open(folder);
    REQUIRE(store);
    const Ids found = ids_in(*store);
    if (found != promised.there) {
      ++unthanked;
      check_unthanked(promised, found, *store);
      promised.there = found;
    }
    CHECK(store->check());
  }
  WARN(kills << " kills, " << half_done << " of them in a change, " << closing << " while sealing, "
             << unthanked << " of these done unthanked; " << promised.saved << " answers saved, "
             << promised.replaced << " replaced, " << promised.withdrawn << " withdrawn, "
             << promised.evenings << " times sealed");
  // Else too little happened to mean anything.
  CHECK(promised.saved > kills);
  CHECK(half_done > kills / 20);
  CHECK(closing > 0);
  CHECK(promised.evenings > kills / 50);
}

}  // namespace kiosk::kill_test
