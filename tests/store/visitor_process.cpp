// Visitors who answer as fast as the store takes it, until the program is killed: the other half of
// crash_test.cpp.
//
//   visitor_process FOLDER SEED
//
// Before each change of the store it prints what it is about to do, after it what was done:
//
//   ? 1f…=0 5 ab…=0 "w" -77… -c2…    these two come to stand, those two are removed; tabs between
//   !                                the store said that it is done

#include <unistd.h>

#include <cstdlib>
#include <string>

#include "kiosk/base/digest.h"
#include "kiosk/base/random.h"
#include "kiosk/store/seal.h"
#include "kiosk/store/store.h"
#include "tests/store/given.h"

using namespace kiosk;
using namespace kiosk::store;
using kiosk::survey::Answer;
using kiosk::survey::Receipt;

namespace {

/// In one piece and past every buffer: what is printed is out, whatever happens next.
void print(const std::string& line) {
  const std::string whole = line + "\n";
  if (::write(STDOUT_FILENO, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) std::_Exit(3);
}

[[noreturn]] void give_up(const StoreError& error) {
  print("# " + error.text());
  std::_Exit(4);
}

Answer draw_answer(Random& random) {
  Answer answer;
  if (random.below(4) == 0) {
    answer.question = 1;
  } else {
    answer.options = random.below(8);
    answer.dont_know = answer.options == 0;
  }
  const bool must_write = answer.question == 1;
  if (must_write || random.below(3) == 0) answer.words = std::string(1 + random.below(280), 'w');
  return answer;
}

std::string coming(const Answer& answer, const Receipt& receipt) {
  std::string told;
  const std::string question = std::to_string(answer.question);
  if (receipt.choice) {
    told += "\t" + hex(*receipt.choice) + "=" + question + " " +
            (answer.dont_know ? "dont_know" : std::to_string(answer.options));
  }
  if (receipt.words) told += "\t" + hex(*receipt.words) + "=" + question + " \"" + answer.words + "\"";
  return told;
}

std::string going(const Receipt& receipt) {
  std::string told;
  if (receipt.choice) told += "\t-" + hex(*receipt.choice);
  if (receipt.words) told += "\t-" + hex(*receipt.words);
  return told;
}

/// One visitor: answers, and now and then goes back to answer otherwise, takes it back, or goes past a
/// question.
void visit(Store& store, const SetId& set, Random& random) {
  const Answer answer = draw_answer(random);
  const Receipt receipt = draw_receipt(answer, random);
  print("?" + coming(answer, receipt));
  if (const auto saved = store.save(set, answer, {{20780}, 0}, receipt); !saved) give_up(saved.error());
  print("!");

  switch (random.below(5)) {
    case 0: {
      Answer other = draw_answer(random);
      const Receipt replacing = draw_receipt(other, random);
      print("?" + coming(other, replacing) + going(receipt));
      if (const auto saved = store.save(set, other, {{20780}, 0}, replacing, receipt); !saved)
        give_up(saved.error());
      print("!");
      return;
    }
    case 1:
      print("?" + going(receipt));
      if (const auto taken_back = store.withdraw(set, receipt); !taken_back) give_up(taken_back.error());
      print("!");
      return;
    case 2: {
      const std::uint16_t question = 1;
      if (const auto counted = store.count_skips(set, {&question, 1}); !counted) give_up(counted.error());
      return;
    }
    default:
      return;
  }
}

/// Staff close over what is open, and the file is written anew: what is there stays the same.
void close(Store& store, const SetId& set, Random& random) {
  Seal seal;
  random.fill(seal.batch);
  seal.set = set;
  const auto sealed = store.seal(set, [&](Closing& closing) -> Result<bool, StoreError> {
    const auto closed = closing.close(seal, as_it_is);
    if (!closed) return closed.error();
    return true;
  });
  if (!sealed) give_up(sealed.error());
  const auto resealed = store.reseal();
  if (!resealed) give_up(resealed.error());
  if (!*resealed) give_up({StoreError::Kind::busy, 0, "be alone with the store", store.folder()});
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 2;
  auto store = Store::open(words[1]);
  if (!store) give_up(store.error());
  const auto set = store->keep_set(given::small_survey());
  if (!set) give_up(set.error());
  Random random = Random::seeded(std::strtoull(words[2], nullptr, 10));
  while (true) {
    visit(*store, *set, random);
    if (random.below(8) == 0) close(*store, *set, random);
  }
}
