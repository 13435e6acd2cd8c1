#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <numeric>
#include <string>

#include "kiosk/store/page_file.h"
#include "tests/stick/rot.h"
#include "tests/support/amount.h"
#include "tests/support/temp_folder.h"

// Bits of the store's file turn over while the kiosk is off; then a visitor answers, and staff ask and
// export. LMDB has no checksums of its own and trusts its pages. Nothing may be otherwise than it was written
// as if nothing had happened, and LMDB may not fall over it either.

using namespace kiosk::stick::given;

namespace {

/// KIOSK_FLIPS=all: every bit there is. A number: so many, the same each time, so that what is green stays
/// green.
std::vector<std::uint64_t> bits_wanted(std::uint64_t there_are) {
  const char* wanted = std::getenv("KIOSK_FLIPS");
  const bool every = wanted != nullptr && std::string{wanted} == "all";
  const std::uint64_t some =
      wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : kiosk::tests::amount(500);
  std::vector<std::uint64_t> bits(every ? there_are : some);
  std::iota(bits.begin(), bits.end(), 0);
  kiosk::Random random = kiosk::Random::seeded(1);
  if (!every) {
    for (auto& bit : bits) bit = random.below(there_are);
  }
  return bits;
}

std::string where(std::uint64_t bit) {
  return "bit " + std::to_string(bit % 8) + " of byte " + std::to_string(bit / 8 % page_bytes) + " of page " +
         std::to_string(bit / 8 / page_bytes) + "\n";
}

}  // namespace

TEST_CASE("whichever bit of the store turns over, it is found, or nothing depends on it", "[long]") {
  RottingStore store;
  const auto bits = bits_wanted(store.bits());
  const auto outcomes = store.judge(bits);
  std::map<Outcome, std::uint64_t> how_often;
  std::string where_not;
  for (std::size_t i = 0; i < bits.size(); ++i) {
    ++how_often[outcomes[i]];
    if (outcomes[i] == Outcome::wrong || outcomes[i] == Outcome::crashed) where_not += where(bits[i]);
  }
  INFO(where_not);
  CHECK(how_often[Outcome::wrong] == 0);
  CHECK(how_often[Outcome::crashed] == 0);
  CHECK(how_often[Outcome::found] > 0);
  WARN(bits.size() << " of " << store.bits() << " bits: " << how_often[Outcome::same] << " change nothing, "
                   << how_often[Outcome::found] << " found, " << how_often[Outcome::wrong] << " unseen, "
                   << how_often[Outcome::crashed] << " crashed");
}

TEST_CASE(
    "a bit that gives free pages to another transaction, also to one to come, does no harm or is found") {
  // Turning over every bit of this store once found it: LMDB ended the kiosk over a list of free pages of the
  // transaction that was next.
  RottingStore store;
  const kiosk::tests::TempFolder folder;
  std::ofstream{folder / "sound", std::ios::binary} << store.bytes();
  const auto file = kiosk::store::pages::PageFile::open(folder / "sound");
  REQUIRE(file);
  const auto first = file->meta(0);
  const auto second = file->meta(1);
  const auto& free = (first.transaction > second.transaction ? first : second).free;
  REQUIRE(free.depth == 1);
  const auto page = file->page(free.root);
  const auto lists = kiosk::store::pages::nodes_in(page);
  REQUIRE(lists);
  std::vector<std::uint64_t> bits;
  for (const auto& list : *lists) {
    const auto at = free.root * page_bytes + static_cast<std::uint64_t>(list.key.data() - page.data());
    for (std::uint64_t bit = 0; bit < 8 * list.key.size(); ++bit) bits.push_back(8 * at + bit);
  }
  REQUIRE_FALSE(bits.empty());
  const auto outcomes = store.judge(bits);
  for (std::size_t i = 0; i < bits.size(); ++i) {
    INFO(where(bits[i]));
    CHECK((outcomes[i] == Outcome::found || outcomes[i] == Outcome::same));
  }
}

TEST_CASE("a bit that makes the last answer but one the last is found, whatever the number of the last one",
          "[long]") {
  // LMDB takes the page with the higher number for the newer. Which bits turn that round depends on the
  // number.
  RottingStore store;
  constexpr std::uint64_t transaction_at = 144;
  for (int answers = 0; answers < 8; ++answers) {
    std::vector<std::uint64_t> bits;
    for (const std::uint64_t from : {std::uint64_t{0}, std::uint64_t{page_bytes}}) {
      for (std::uint64_t bit = 0; bit < 64; ++bit) bits.push_back(8 * (from + transaction_at) + bit);
    }
    const auto outcomes = store.judge(bits);
    for (std::size_t i = 0; i < bits.size(); ++i) {
      INFO(where(bits[i]) << "after " << answers << " more");
      CHECK(outcomes[i] == Outcome::found);
    }
    store.one_more();
  }
}
