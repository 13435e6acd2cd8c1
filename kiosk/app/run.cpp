#include "kiosk/app/run.h"

#include <fmt/core.h>

#include <cstdio>
#include <functional>
#include <memory>
#include <utility>

#include "kiosk/app/exporter.h"
#include "kiosk/app/fail.h"
#include "kiosk/app/glass.h"
#include "kiosk/app/incidents.h"
#include "kiosk/app/loop.h"
#include "kiosk/app/machine_watch.h"
#include "kiosk/app/missing_panel.h"
#include "kiosk/app/pictures.h"
#include "kiosk/app/port_events.h"
#include "kiosk/app/pulse.h"
#include "kiosk/app/question_sets.h"
#include "kiosk/app/session.h"
#include "kiosk/app/share.h"
#include "kiosk/app/upgrades.h"
#include "kiosk/app/worker.h"
#include "kiosk/sdl/library.h"
#include "kiosk/stick/folder_port.h"
#include "kiosk/system/power.h"
#include "kiosk/system/udisks_port.h"

namespace kiosk::app {

namespace {

/// Wakes the loop from the worker's thread: the one call of SDL that other threads may make.
void wake_loop(Uint32 event_type) {
  SDL_Event event{};
  event.type = event_type;
  SDL_PushEvent(&event);
}

visit::State first_state(const visit::Event& opened, bool closed, const stick::InPort& in_port) {
  visit::State state{.stick = stick_in(in_port)};
  if (const auto* failed = std::get_if<visit::StoreFailed>(&opened)) {
    complain(failed->reason);
    state.doing = visit::OutOfOrder{.reason = failed->reason, .by_staff = closed, .since = screen_time()};
    return state;
  }
  state.doing = visit::Attract{.since = screen_time()};
  if (closed) state.doing = visit::OutOfOrder{.by_staff = true, .since = screen_time()};
  if (const auto* works = std::get_if<visit::StoreWorks>(&opened)) {
    if (!works->warning.empty()) complain(works->warning);
    state.published = works->published;
  }
  return state;
}

std::unique_ptr<stick::Port> port_of(const RunOptions& options) {
  if (options.stick) return std::make_unique<stick::FolderPort>(*options.stick);
  return std::make_unique<system::UdisksPort>();
}

/// How serving visitors came to its end.
struct Served {
  int status = 0;
  bool new_set = false;  ///< staff chose another question set: it goes on with that
};

/// What the kiosk is shown on and driven by, whichever set is in use.
struct Stage {
  Glass& glass;
  Random luck;
  Uint32 wake_event;
  Pulse& pulse;
  WatchedFile* watched;  ///< null where none is
  MachineWatch& machine;
};

bool is_open(const Timetable& timetable) {
  return hours_at(timetable, wall_time(std::chrono::system_clock::now())).open();
}

/// In a window the machine is somebody's desk: what is plugged into it, or no more, is theirs.
MachineWatch::Look look_of(const RunOptions& options, const Timetable& timetable) {
  return [in_window = options.window.has_value(), timetable] {
    MachineSight sight = look_at_machine();
    sight.open = is_open(timetable);
    if (in_window) {
      sight.touchscreens.reset();
      sight.picture.reset();
    }
    return sight;
  };
}

/// Staff hear of it where it was at an hour at which people wanted to answer: at night it may be switched
/// off.
void note_missing_panel(const RunOptions& options) {
  const auto station = load_station(options.files.station);
  if (!station || is_open(station->timetable))
    Incidents{options.store}.note(visit::Incident::Kind::picture_gone, today());
}

/// Whoever writes a set wants to see it, at whatever hour.
void keep_hours(std::optional<HoursWatch>& watch, const RunOptions& options, const Timetable& timetable,
                const std::function<void()>& wake) {
  if (options.watch) return;
  auto timer = WallTimer::make();
  if (!timer) return complain(timer.error().text() + "; the kiosk is open at all hours");
  watch.emplace(timetable, wake, std::move(*timer));
}

/// Opens the store and lets visitors in, until it ends.
Served serve(const RunOptions& options, const Setup& setup, const Stage& stage) {
  const auto wake = [event = stage.wake_event] { wake_loop(event); };
  Served served;
  std::optional<visit::Ending> ending;
  {
    std::unique_ptr<Exporter> exporter;
    Performer performer{options.store,
                        setup.survey,
                        setup.station,
                        this_program(),
                        [&exporter](ExportOrder order) { return exporter->start(std::move(order)); },
                        QuestionSets{options.store, options.files, this_program(), stage.glass.panel()}};
    const visit::Event opened = performer.open();
    const bool closed = performer.is_closed();
    Worker worker{std::move(performer), wake};
    exporter = std::make_unique<Exporter>(port_of(options), wake, inbox_of(options.store));
    Session session{setup, first_state(opened, closed, exporter->now())};
    std::optional<HoursWatch> hours;
    keep_hours(hours, options, setup.station.timetable, wake);
    Loop loop{session,       stage.glass, &worker,          exporter.get(), setup.station.keys,
              stage.pulse,   stage.luck,  stage.wake_event, stage.watched,  hours ? &*hours : nullptr,
              &stage.machine};
    served = {loop.run(), loop.has_new_set()};
    ending = loop.ending();
    worker.end();      // it hands the exporter what is to be exported
    exporter.reset();  // which reads the store that ends with the worker
  }
  if (ending == visit::Ending::power_off && !system::switch_off())
    complain("the machine cannot be switched off");
  if (ending == visit::Ending::restart && !system::restart()) complain("the machine cannot be restarted");
  return served;
}

/// Shows that nothing can be asked, until it ends; whoever writes the set reads why.
Served tell(const std::string& fault, const Setup& setup, const Stage& stage) {
  Session session{setup, visit::Doing{visit::OutOfOrder{.reason = fault}}};
  Loop loop{session,     stage.glass, nullptr,          nullptr,      setup.station.keys,
            stage.pulse, stage.luck,  stage.wake_event, stage.watched};
  (void)loop.run();
  return {.status = 1, .new_set = loop.has_new_set()};
}

/// The set that staff brought, where it can be read; the station's own otherwise: then visitors can answer at
/// least that.
Result<Setup, SetupError> load_in_use(const RunOptions& options) {
  if (options.watch) return load(options.files);  // whoever writes a set wants to see that one
  const auto brought = QuestionSets{options.store, options.files, this_program()}.brought();
  if (!brought) return load(options.files);
  auto loaded = load({.set = brought, .station = options.files.station});
  if (loaded) return loaded;
  fmt::print(stderr, "{}", loaded.error().text);
  complain("the questions that staff brought cannot be used; the station's own are in their place");
  return load(options.files);
}

/// Whoever writes a set also draws its pictures. Before they are read: a change meanwhile is seen.
void look_at_pictures(const RunOptions& options, WatchedFile* watched) {
  if (watched != nullptr) watched->look_also_at(picture_files(*options.files.set));
}

/// Goes on from one set to the next, as staff bring them, or as the one that somebody writes is saved.
/// `fault` says why nothing can be asked at first, if so. Returns the exit status.
int serve_sets(const RunOptions& options, Setup& setup, std::optional<std::string> fault,
               const Stage& stage) {
  while (true) {
    const Served served = fault ? tell(*fault, setup, stage) : serve(options, setup, stage);
    if (!served.new_set) return served.status;
    look_at_pictures(options, stage.watched);
    auto another = load_in_use(options);
    if (!another) fmt::print(stderr, "{}", another.error().text);
    // Visitors keep the questions that they have; whoever writes a set is told what is wrong with it.
    if (another || options.watch) fault.reset();
    if (!another && options.watch) fault = another.error().text;
    if (another) {
      setup.survey = std::move(another->survey);
      setup.languages = std::move(another->languages);  // at first there may have been none to read
      setup.staff = std::move(another->staff);
    }
    stage.glass.lose();
  }
}

}  // namespace

int run(const RunOptions& options) {
  std::optional<WatchedFile> watched;  // from before it is read: a change meanwhile is seen
  if (options.watch) look_at_pictures(options, &watched.emplace(*options.files.set));
  const auto text = sdl::TextLibrary::start();
  const auto video = sdl::VideoLibrary::start();
  const system::Watchdog watchdog;
  if (!video && await_panel(watchdog, panel_wait([&] { note_missing_panel(options); }))) return 1;
  if (!text || !video) {
    complain((text ? video.error() : text.error()).text +
             "; the kiosk needs a screen: start it in a graphical session");
    return 1;
  }
  auto fonts = sdl::Fonts::open(share_folder() / "fonts");
  if (!fonts) complain(fonts.error().text);
  const Result<Setup, SetupError> loaded = load_in_use(options);
  if (!loaded) fmt::print(stderr, "{}", loaded.error().text);
  const bool fonts_there = static_cast<bool>(fonts);
  Setup setup = loaded ? *loaded : stand_in();
  setup.tells_faults = options.watch;
  setup.has_power = !options.window && system::can_switch_off();
  if (takes_upgrades(inbox_of(options.store), told_by_installer)) setup.upgrades_from = version();
  fmt::print(stderr, "{}", setup.theme_trouble);

  std::optional<AppendFile> frames;
  if (options.frames) {
    auto created = AppendFile::create(*options.frames);
    if (!created) {
      complain(created.error().text());
      return 1;
    }
    frames = std::move(*created);
  }
  auto window = sdl::KioskWindow::open(options.window, setup.station.mounting.picture);
  if (!window) {
    complain(window.error().text);
    return 1;
  }
  Glass glass{std::move(*window), fonts ? std::move(*fonts) : nullptr, setup, std::move(frames)};

  const Uint32 wake_event = SDL_RegisterEvents(1);
  const Random luck = options.seed ? Random::seeded(*options.seed) : Random::system();
  std::optional<std::string> fault;
  if (!loaded) fault = loaded.error().text;
  if (!fonts_there) {
    fault.emplace();  // which nobody could read
    watched.reset();
  }
  Pulse pulse{watchdog};
  MachineWatch machine{MachineMonitor{options.store}, look_of(options, setup.station.timetable),
                       [wake_event] { wake_loop(wake_event); }};
  const Stage stage{glass, luck, wake_event, pulse, watched ? &*watched : nullptr, machine};
  return serve_sets(options, setup, std::move(fault), stage);
}

}  // namespace kiosk::app
