#include "tests/bench/given_store.h"
#include "tests/bench/timing.h"

// saves FEW MANY ROUNDS: what it takes to save an answer and to know what to show after it, in turns in a
// store that holds few answers and in one that holds many. Prints "few many", in ms.

using namespace kiosk;
using namespace kiosk::bench;

namespace {

class Station {
 public:
  Station(const std::filesystem::path& folder, const survey::Survey& survey)
      : survey_{survey}, store_{must(store::Store::open(folder))}, set_{must(store_.keep_set(survey))} {}

  double save() {
    const auto answer = choice(survey_, random_);
    const auto receipt = store::draw_receipt(answer, random_);
    return timed([&] {
      must(store_.save(set_, answer, some_day, receipt));
      must(store_.published(set_, survey_));
    });
  }

 private:
  const survey::Survey& survey_;
  store::Store store_;
  store::SetId set_;
  Random random_ = Random::system();
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const survey::Survey survey = shipped_set();
  Station few{argv[1], survey};
  Station many{argv[2], survey};
  std::vector<double> by_few;
  std::vector<double> by_many;
  for (int i = 0; i < std::atoi(argv[3]); ++i) {
    by_few.push_back(few.save());
    by_many.push_back(many.save());
  }
  std::printf("%.3f %.3f\n", median(by_few), median(by_many));
  return 0;
}
