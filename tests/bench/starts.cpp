#include <spawn.h>
#include <sys/wait.h>

#include <csignal>
#include <sstream>
#include <string>

#include "tests/bench/timing.h"
#include "tests/bench/watched_screen.h"

// starts ROUNDS "PROGRAM ARG..." "PROGRAM ARG...": starts two programs in turns on the display, and measures
// the time until their first screen is complete. Prints the two medians, in ms.

using namespace kiosk::bench;

namespace {

constexpr int quiet_ms = 400;
constexpr int patience_ms = 10'000;

double start(WatchedScreen& screen, const std::string& command) {
  std::istringstream stream{command};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);

  screen.look(300);
  const auto since = WatchedScreen::Clock::now();
  pid_t program = 0;
  if (::posix_spawn(&program, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0) std::exit(1);
  const auto shown = screen.changes(since, quiet_ms, patience_ms);
  ::kill(program, SIGTERM);
  ::waitpid(program, nullptr, 0);
  if (!shown) {
    std::fprintf(stderr, "nothing was shown by: %s\n", command.c_str());
    std::exit(1);
  }
  return shown->last_ms;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  WatchedScreen screen{nullptr};
  std::vector<double> one;
  std::vector<double> other;
  start(screen, argv[2]);  // the first time reads files that are in memory from then on
  start(screen, argv[3]);
  for (int round = 0; round < std::atoi(argv[1]); ++round) {
    one.push_back(start(screen, argv[2]));
    other.push_back(start(screen, argv[3]));
  }
  std::printf("%.1f %.1f\n", median(one), median(other));
  return 0;
}
