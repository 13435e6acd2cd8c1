#include <algorithm>

#include "kiosk/store/open_batch.h"
#include "tests/bench/given_store.h"

// fill_store FOLDER ANSWERS: a store with so many answers, without a commit for each.

using namespace kiosk;
using namespace kiosk::bench;

namespace {

constexpr std::size_t map_bytes = std::size_t{3} << 30U;  // as the store itself opens it

store::TagKey tag_key_of(store::Transaction& transaction, const store::Tables& tables) {
  constexpr std::string_view name = "tag key";
  const auto* bytes = reinterpret_cast<const unsigned char*>(name.data());  // the same bytes, seen unsigned
  const auto value = must(transaction.get(tables.meta, {bytes, name.size()}));
  store::TagKey key{};
  std::copy(value->begin(), value->end(), key.begin());
  return key;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::filesystem::path folder = argv[1];
  const long answers = std::atol(argv[2]);
  const survey::Survey survey = shipped_set();
  Random random = Random::seeded(1);
  const auto set = must(must(store::Store::open(folder)).keep_set(survey));

  auto environment =
      must(store::Environment::open(folder / "answers.mdb", store::Environment::Access::write, map_bytes));
  for (long i = 0; i < answers;) {
    auto transaction = must(environment.begin(store::Environment::Access::write));
    const auto tables = must(store::open_tables(transaction, store::Environment::Access::write));
    const auto key = tag_key_of(transaction, tables);
    store::OpenBatch open{transaction, tables, key, set, store::default_step};
    for (const long end = std::min(answers, i + 20'000); i < end; ++i) {
      const auto answer = choice(survey, random);
      must(open.add(answer, some_day, store::draw_receipt(answer, random)));
    }
    must(open.publish(static_cast<std::uint16_t>(survey::asked_from(survey, 0).front())));
    must(commit(std::move(transaction)));
  }
  return 0;
}
