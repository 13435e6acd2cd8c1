#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "tests/bench/timing.h"
#include "tests/bench/watched_screen.h"

// taps ROUNDS DISPLAY STROKES DISPLAY STROKES: taps at two programs in turns, each on a screen of its own,
// and measures when the screens change. STROKES holds lines "x y name"; the name "-" is not measured. Prints
// for each name and each of the two "name side press press_p99 done done_p99": ms from the press to the first
// change, from the release to the last one before it is quiet.

using namespace kiosk::bench;

namespace {

constexpr int a_moment_ms = 700;  // the kiosk takes no tap in the first half second of a screen
constexpr int a_start_ms = 2000;  // both programs may only just have been started
constexpr int quiet_ms = 150;
constexpr int patience_ms = 3000;

struct Stroke {
  int x = 0;
  int y = 0;
  std::string name;
};

struct Times {
  std::vector<double> press;
  std::vector<double> done;
};

std::vector<Stroke> read(const char* file) {
  std::vector<Stroke> strokes;
  std::ifstream stream{file};
  for (Stroke stroke; stream >> stroke.x >> stroke.y >> stroke.name;) strokes.push_back(stroke);
  return strokes;
}

void tap(WatchedScreen& screen, const Stroke& stroke, Times& times) {
  screen.point(stroke.x, stroke.y);
  screen.look(a_moment_ms);
  auto since = WatchedScreen::Clock::now();
  screen.press();
  const auto pressed = screen.changes(since, quiet_ms, patience_ms);
  since = WatchedScreen::Clock::now();
  screen.release();
  const auto done = screen.changes(since, quiet_ms, patience_ms);
  if (!pressed || !done) {
    std::fprintf(stderr, "nothing changed at a tap on %d,%d (%s)\n", stroke.x, stroke.y, stroke.name.c_str());
    std::exit(1);
  }
  times.press.push_back(pressed->first_ms);
  times.done.push_back(done->last_ms);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) return 2;
  WatchedScreen screens[]{WatchedScreen{argv[2]}, WatchedScreen{argv[4]}};
  const std::vector<Stroke> strokes[]{read(argv[3]), read(argv[5])};
  for (WatchedScreen& screen : screens) screen.look(a_start_ms);
  std::map<std::string, Times> times[2];
  for (int round = 0; round < std::atoi(argv[1]); ++round) {
    for (std::size_t side = 0; side < 2; ++side) {
      for (const Stroke& stroke : strokes[side]) tap(screens[side], stroke, times[side][stroke.name]);
    }
  }
  for (std::size_t side = 0; side < 2; ++side) {
    for (const auto& [name, taken] : times[side]) {
      if (name == "-") continue;
      std::printf("%s %zu %.2f %.2f %.2f %.2f\n", name.c_str(), side, median(taken.press),
                  quantile(taken.press, 0.99), median(taken.done), quantile(taken.done, 0.99));
    }
  }
  return 0;
}
