#include <condition_variable>
#include <mutex>

#include "kiosk/app/worker.h"
#include "tests/bench/bare_lmdb.h"
#include "tests/bench/given_store.h"
#include "tests/bench/timing.h"

// confirms FOLDER ROUNDS: from the moment in which a visitor confirms an answer to the moment in which the
// loop is told that it is on disk: hand over to the worker's thread, save, what is published, and back; in
// turns with bare LMDB in one thread. Prints "kiosk lmdb", in ms.

using namespace kiosk;
using namespace kiosk::bench;

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::filesystem::path folder = argv[1];
  const int rounds = std::atoi(argv[2]);
  const survey::Survey survey = shipped_set();
  Random random = Random::system();
  BareLmdb lmdb{folder / "bare.mdb"};

  app::Performer performer{folder / "store", survey};
  performer.open();
  std::mutex mutex;
  std::condition_variable woken;
  bool is_woken = false;
  app::Worker worker{std::move(performer), [&] {
                       {
                         const std::lock_guard lock{mutex};
                         is_woken = true;
                       }
                       woken.notify_one();
                     }};

  std::vector<double> by_kiosk;
  std::vector<double> by_lmdb;
  for (int i = 0; i < rounds; ++i) {
    visit::Save save;
    save.answer = choice(survey, random);
    by_kiosk.push_back(timed([&] {
      is_woken = false;
      worker.perform(save);
      std::unique_lock lock{mutex};
      woken.wait(lock, [&] { return is_woken; });
    }));
    const auto outcome = worker.take();
    if (!outcome || !std::holds_alternative<visit::Saved>(*outcome)) return 1;
    std::array<unsigned char, 64> bytes{};
    random.fill(bytes);
    by_lmdb.push_back(timed([&] { lmdb.commit(bytes.data(), bytes.size()); }));
  }
  std::printf("%.3f %.3f\n", median(by_kiosk), median(by_lmdb));
  return 0;
}
