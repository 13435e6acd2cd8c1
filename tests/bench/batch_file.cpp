#include <cstdlib>

#include "tests/bench/given_batch.h"

// batch_file STICK ANSWERS: a stick with one sealed batch of so many answers.

using namespace kiosk;
using namespace kiosk::bench;

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::filesystem::path batches = std::filesystem::path{argv[1]} / "feedback/batches";
  std::filesystem::create_directories(batches);
  const auto key = must(SigningKey::open_or_make(std::filesystem::path{argv[1]} / "station.key"));
  write_batch_file(batches / "one.jsonl", std::atol(argv[2]), key);
  return 0;
}
