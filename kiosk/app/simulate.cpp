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
std::uint64_t answers_in(const std::filesystem::path& folder, survey::Stage stage) {
  auto store = store::Store::open_to_read(folder, {.file = store::file_for(stage)});
  if (!store) return 0;
  const auto counts = store->snapshot()->counts();
  std::uint64_t answers = 0;
  if (!counts) return 0;
  for (const store::QuestionCounts& question : *counts) answers += question.counts.answers();
  return answers;
}

/// Tells what is wrong, or was.
bool opens(Performer& performer) {
  const visit::Event opened = performer.open();
  if (const auto* works = std::get_if<visit::StoreWorks>(&opened)) {
    if (!works->warning.empty()) fmt::print(stderr, "kiosk: {}\n", works->warning);
    return true;
  }
  if (const auto* failed = std::get_if<visit::StoreFailed>(&opened))
    fmt::print(stderr, "kiosk: {}\n", failed->reason);
  return false;
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

  // Opened once before it is looked at: a damaged store is set aside then.
  std::optional<Performer> performer;
  performer.emplace(options.store, loaded->survey, loaded->station);
  if (!opens(*performer)) return 1;
  performer.reset();
  const std::uint64_t before = answers_in(options.store, loaded->survey.stage);
  performer.emplace(options.store, loaded->survey, loaded->station);
  if (!opens(*performer)) return 1;

  const ui::Panel panel = ui::panel_of({1080, 1920}, loaded->station.diagonal_inch);
  Session session{*loaded, visit::Doing{visit::Attract{}}};
  Random dice = Random::seeded(options.seed);
  std::string trouble;
  SimulatedVisitor visitor{session, **fonts, panel, dice, [&](const visit::Effect& effect) {
                             auto outcome = performer->perform(effect);
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
  performer.reset();
  fmt::print("{} visits, {} answers, {:.2f} s\n", options.visits,
             answers_in(options.store, loaded->survey.stage) - before, took.count());
  return 0;
}

}  // namespace kiosk::app
