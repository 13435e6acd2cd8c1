#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "kiosk/store/store.h"
#include "tests/store/given.h"

// planted_texts STORE plant FROM TO MARK   saves the texts "planted-FROM-MARK" to "planted-TO-MARK"
// planted_texts STORE erase                erases every text, open and sealed, as staff would
// planted_texts STORE reseal               writes the store anew
// For erased_texts_test.sh, which looks for them on the disk under the store.

using namespace kiosk;
using namespace kiosk::store;
using namespace kiosk::store::given;

namespace {

int fail(const StoreError& error) {
  std::fprintf(stderr, "%s\n", error.text().c_str());
  return 1;
}

/// `number` in four digits: no text is a part of another.
std::string planted(int number, const std::string& mark) {
  return "planted-" + std::to_string(10'000 + number).substr(1) + "-" + mark;
}

int plant(Store& store, int from, int to, const std::string& mark) {
  const std::string source =
      "id = \"small\"\nstage = \"live\"\nlanguages = [\"nl\"]\ntitle.nl = \"S\"\n"
      "[[question]]\nid = \"keep\"\nkind = \"open\"\ntag.nl = \"T\"\ntext.nl = \"Q\"\n"
      "[[question]]\nid = \"role\"\nkind = \"open\"\ntag.nl = \"T\"\ntext.nl = \"Q\"\n";
  const auto set = store.keep_set(small_survey(source));
  if (!set) return fail(set.error());
  Random random = Random::system();
  for (int number = from; number <= to; ++number) {
    const auto answer = wrote(planted(number, mark));
    const auto saved = store.save(*set, answer, {}, draw_receipt(answer, random));
    if (!saved) return fail(saved.error());
  }
  return 0;
}

Result<std::vector<Id>, StoreError> all_texts(Store& store) {
  auto snapshot = store.snapshot();
  if (!snapshot) return snapshot.error();
  std::vector<Id> ids;
  const auto take = [&ids](const OwnWords& text) {
    ids.push_back(text.id);
    return true;
  };
  if (const auto seen = snapshot->each_text(take); !seen) return seen.error();
  const auto seals = snapshot->seals();
  if (!seals) return seals.error();
  for (const Seal& seal : *seals) {
    if (const auto seen = snapshot->each_sealed_text(seal.batch, take); !seen) return seen.error();
  }
  return ids;
}

int erase(Store& store) {
  const auto texts = all_texts(store);
  if (!texts) return fail(texts.error());
  for (const Id& id : *texts) {
    const auto erased = store.decide(id, TextState::erased, TextReason::request);
    if (!erased) return fail(erased.error());
  }
  std::printf("%zu erased\n", texts->size());
  return 0;
}

int reseal(Store& store) {
  const auto resealed = store.reseal();
  if (!resealed) return fail(resealed.error());
  return *resealed ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> given{argv + 1, argv + argc};
  const bool plants = given.size() == 5 && given[1] == "plant";
  if (!plants && (given.size() != 2 || (given[1] != "erase" && given[1] != "reseal"))) return 2;
  auto store = Store::open(given[0]);
  if (!store) return fail(store.error());
  if (plants) return plant(*store, std::atoi(given[2].c_str()), std::atoi(given[3].c_str()), given[4]);
  return given[1] == "erase" ? erase(*store) : reseal(*store);
}
