#include "kiosk/app/simulate.h"

#include <fmt/core.h>

#include <chrono>
#include <cstdio>

#include "kiosk/app/perform.h"
#include "kiosk/app/share.h"
#include "kiosk/app/simulated_visitor.h"
#include "kiosk/sdl/fonts.h"
#include "kiosk/sdl/library.h"
#include "kiosk/store/status.h"

namespace kiosk::app {

namespace {

/// How many answers a store holds, whichever question set they were given under.
std::uint64_t answers_in(store::Store& store) {
  const auto status = store::status_of(store, [](const store::KeptSet&) { return std::nullopt; });
  return status ? status->answers : 0;
}

std::uint64_t answers_before(const std::filesystem::path& folder, survey::Stage stage) {
  auto store = store::Store::open_to_read(folder, {.file = store::file_for(stage)});
  return store ? answers_in(*store) : 0;
}

}  // namespace

int simulate(const SimulateOptions& options) {
  const auto loaded = load(options.files);
  if (!loaded) {
    fmt::print(stderr, "{}", loaded.error().text);
    return 1;
  }
  const auto library = sdl::TextLibrary::start();
  if (!library) {
    fmt::print(stderr, "kiosk: {}\n", library.error().text);
    return 1;
  }
  const auto fonts = sdl::Fonts::open(share_folder() / "fonts");
  if (!fonts) {
    fmt::print(stderr, "kiosk: {}\n", fonts.error().text);
    return 1;
  }

  const std::uint64_t before = answers_before(options.store, loaded->survey.stage);
  Performer performer{options.store, loaded->survey, loaded->station};
  if (const visit::Event opened = performer.open();
      const auto* failed = std::get_if<visit::StoreFailed>(&opened)) {
    fmt::print(stderr, "kiosk: {}\n", failed->reason);
    return 1;
  }

  const ui::Panel panel = ui::panel_of({1080, 1920}, loaded->station.diagonal_inch);
  Session session{*loaded, visit::Doing{visit::Attract{}}};
  Random dice = Random::seeded(options.seed);
  std::string trouble;
  SimulatedVisitor visitor{session, **fonts, panel, dice, [&](const visit::Effect& effect) {
                             auto outcome = performer.perform(effect);
                             if (!outcome) return outcome;
                             if (const auto* failed = std::get_if<visit::StoreFailed>(&*outcome))
                               trouble = failed->reason;
                             return outcome;
                           }};
  const auto start = std::chrono::steady_clock::now();
  for (std::uint64_t i = 0; i < options.visits; ++i) {
    if (visitor.visit()) continue;
    fmt::print(stderr, "kiosk: out of order after {} visits: {}\n", i, trouble);
    return 1;
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  fmt::print("{} visits, {} answers, {:.2f} s\n", options.visits,
             answers_before(options.store, loaded->survey.stage) - before, took.count());
  return 0;
}

}  // namespace kiosk::app
