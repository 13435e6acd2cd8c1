#include "kiosk/app/glass.h"
#include "kiosk/app/share.h"
#include "kiosk/sdl/library.h"
#include "tests/bench/given_store.h"
#include "tests/bench/timing.h"

// redraws N: the first question, from the state of the visit to the glass, N times: layout, drawing, handing
// over. All texts were drawn before. Prints "median p99", in ms.

using namespace kiosk;
using namespace kiosk::bench;

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto text = must(sdl::TextLibrary::start());
  const auto video = must(sdl::VideoLibrary::start());
  const app::Setup setup = must(app::load({}));
  app::Session session{setup, visit::Doing{visit::Attract{}}};
  session.handle(visit::Began{survey::asked_from(setup.survey, 0).front()}, {Time{1000}, 1});
  app::Glass glass{must(sdl::KioskWindow::open(ui::Size{1080, 1920}, ui::Turn::none)),
                   must(sdl::Fonts::open(app::share_folder() / "fonts")), setup, std::nullopt};
  std::vector<double> taken;
  for (int i = -1; i < std::atoi(argv[1]); ++i) {
    glass.lose();
    const double ms = timed([&] { glass.show(session, Time{2000 + i}); });
    if (i >= 0) taken.push_back(ms);
  }
  std::printf("%.2f %.2f\n", median(taken), quantile(taken, 0.99));
  return 0;
}
