#include "kiosk/app/run.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <utility>

#include "kiosk/app/exporter.h"
#include "kiosk/app/glass.h"
#include "kiosk/app/port_events.h"
#include "kiosk/app/question_sets.h"
#include "kiosk/app/session.h"
#include "kiosk/app/share.h"
#include "kiosk/app/worker.h"
#include "kiosk/base/overloaded.h"
#include "kiosk/sdl/arrivals.h"
#include "kiosk/sdl/keys.h"
#include "kiosk/sdl/library.h"
#include "kiosk/stick/folder_port.h"
#include "kiosk/system/power.h"
#include "kiosk/system/udisks_port.h"
#include "kiosk/ui/chord.h"

namespace kiosk::app {

namespace {

Time now() { return Time{static_cast<Time::rep>(SDL_GetTicks64())}; }

void complain(const std::string& what) { fmt::print(stderr, "kiosk: {}\n", what); }

/// Wakes the loop from the worker's thread: the one call of SDL that other threads may make.
void wake_loop(Uint32 event_type) {
  SDL_Event event{};
  event.type = event_type;
  SDL_PushEvent(&event);
}

/// The loop: draws, waits for the next finger, answer of the disk or moment that is due, and moves on.
class Loop {
 public:
  Loop(Session& session, Glass& glass, Worker* worker, Exporter* exporter, const sdl::KeyBindings& keys,
       Random luck, Uint32 wake_event)
      : session_{session},
        glass_{glass},
        worker_{worker},
        exporter_{exporter},
        keys_{keys},
        luck_{luck},
        wake_event_{wake_event} {}

  /// How staff ended the program; nothing where something else did.
  std::optional<visit::Ending> ending() const { return ending_; }

  /// Did it end because another question set comes into use?
  bool has_new_set() const { return new_set_; }

  /// Returns the exit status.
  int run() {
    while (!ended_) {
      if (const auto due = session_.due(); due && now() >= *due) handle(visit::Ticked{});
      if (chord_.tick(now())) handle(visit::StaffEvent{visit::StaffCalled{}});
      show();
      // Fingers that came before it are read first: they may say that what is due was a palm.
      const bool fingers_wait = SDL_HasEvents(SDL_FINGERDOWN, SDL_FINGERUP) == SDL_TRUE;
      if (const auto due = glass_.due(); due && now() >= *due && !fingers_wait) {
        if (const auto held = glass_.tick(now())) handle(*held);
        continue;  // what else is due reads the frame that this leads to
      }
      SDL_Event event;
      if (wait(event)) on(event);
    }
    return status_;
  }

 private:
  void show() {
    if (SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT) == SDL_FALSE) arrivals_.all_done();
    const Time since = now();
    glass_.show(session_, since);
    SDL_PumpEvents();
    arrivals_.blind(since, now());
  }

  std::optional<Time> due() const {
    std::optional<Time> first = worker_ == nullptr ? std::nullopt : session_.due();
    for (const std::optional<Time> other : {glass_.due(), glass_.next_frame(), chord_.due()}) {
      if (other && (!first || *other < *first)) first = other;
    }
    return first;
  }

  bool wait(SDL_Event& event) const {
    const std::optional<Time> next = due();
    if (!next) return SDL_WaitEvent(&event) == 1;
    const Time left = std::max(*next - now(), Time{0});
    return SDL_WaitEventTimeout(&event, static_cast<int>(left.count())) == 1;
  }

  void on(const SDL_Event& event) {
    if (event.type == SDL_QUIT) ended_ = true;
    if (event.type == SDL_WINDOWEVENT) on_window(event.window);
    if (event.type == SDL_RENDER_TARGETS_RESET || event.type == SDL_RENDER_DEVICE_RESET) renew();
    if (event.type == wake_event_ && worker_ != nullptr) {
      while (const std::optional<visit::Event> outcome = worker_->take()) handle(*outcome);
      while (const std::optional<Exporter::Event> outcome = exporter_->take()) on_export(*outcome);
    }
    if (event.type == SDL_KEYDOWN || event.type == SDL_KEYUP) on_key(event.key);
    if (const auto contact = glass_.contact_in(event, now())) on_contact(*contact);
  }

  /// Without anything to draw on there is no kiosk: it ends, and is started again.
  void renew() {
    const auto renewed = glass_.renew();
    if (renewed) return;
    complain(renewed.error().text);
    status_ = 1;
    ended_ = true;
  }

  void on_window(const SDL_WindowEvent& event) {
    if (event.event == SDL_WINDOWEVENT_SIZE_CHANGED) renew();
    if (event.event == SDL_WINDOWEVENT_EXPOSED) glass_.lose();
  }

  void on_contact(sdl::Contact contact) {
    if (contact.kind == sdl::Contact::Kind::down) {
      handle(visit::Touched{});
      contact.time = arrivals_.earliest(contact.time);
    }
    if (const std::optional<visit::Event> tapped = glass_.touch(contact)) handle(*tapped);
  }

  /// Of a failed export the log has more than the screen: which file it was.
  void on_export(const Exporter::Event& event) {
    if (const auto* ended = std::get_if<Exporter::Ended>(&event); ended != nullptr && !*ended) {
      complain(ended->error().sentence);
    }
    handle(staff_event(event));
  }

  void on_key(const SDL_KeyboardEvent& event) {
    const bool down = event.type == SDL_KEYDOWN;
    // Any key is a sign of life, also one that means nothing; one that something lies on is none.
    if (down && event.repeat == 0) handle(visit::Touched{});
    const std::optional<ui::KeyAction> key = sdl::bound_to(event, keys_);
    if (key && chord_.key(*key, down, now())) return;
    const std::optional<ui::KeyAction> action = sdl::action_of(event, keys_);
    if (!action) return;
    handle(visit::UsedKeys{});
    if (const std::optional<visit::Event> chosen = glass_.press(*action)) handle(*chosen);
  }

  void handle(const visit::Event& event) {
    if (worker_ == nullptr) return;  // out of order for as long as the program runs
    if (const auto* failed = std::get_if<visit::StoreFailed>(&event)) complain(failed->reason);
    if (const auto* works = std::get_if<visit::StoreWorks>(&event);
        works != nullptr && !works->warning.empty())
      complain(works->warning);
    for (visit::Effect& effect : session_.handle(event, {now(), luck_.number()})) perform(std::move(effect));
    forget_after_visit();
    change_sets(event);
    // A touch alone changes nothing to see; drawing for it would delay the tap that it begins.
    if (!std::holds_alternative<visit::Touched>(event)) glass_.change();
  }

  /// Most of it is for the worker; the stick and the screen are at hand here.
  void perform(visit::Effect effect) {
    const auto* asked = std::get_if<visit::StaffEffect>(&effect);
    if (asked == nullptr) return worker_->perform(std::move(effect));
    if (std::holds_alternative<visit::CancelExport>(*asked)) return exporter_->cancel();
    if (std::holds_alternative<visit::TrustStick>(*asked)) return exporter_->use_anyway();
    if (std::holds_alternative<visit::FindSets>(*asked)) return find_sets();
    if (const auto* end = std::get_if<visit::End>(asked)) {
      ending_ = end->ending;
      ended_ = true;
      return;
    }
    const auto* tried = std::get_if<visit::TryOut>(asked);
    if (tried != nullptr && tried->trial == visit::Trial::letters) return try_letters();
    if (tried != nullptr && tried->trial == visit::Trial::stick) return try_stick();
    worker_->perform(std::move(effect));
  }

  void find_sets() {
    const bool begun = session_.state().stick.usable() && exporter_->find_sets();
    if (!begun) handle(visit::StaffEvent{visit::SetsFound{}});
  }

  /// Another set is in use as soon as nobody is at the screen, and no export reads the store.
  void change_sets(const visit::Event& event) {
    const auto* told = std::get_if<visit::StaffEvent>(&event);
    const auto* kept = told == nullptr ? nullptr : std::get_if<visit::SetKept>(told);
    set_waits_ = set_waits_ || (kept != nullptr && kept->kept);
    const visit::State& state = session_.state();
    const bool nobody = std::holds_alternative<visit::Attract>(state.doing) ||
                        std::holds_alternative<visit::OutOfOrder>(state.doing);
    if (!set_waits_ || !nobody || state.exporting.running) return;
    new_set_ = true;
    ended_ = true;
  }

  void try_stick() {
    const bool begun = session_.state().stick.usable() && exporter_->try_out();
    if (!begun)
      handle(visit::StaffEvent{visit::TrialEnded{visit::Trial::stick, visit::TrialResult::left_out}});
  }

  void try_letters() {
    std::string all;
    for (const screens::LanguagePack& language : session_.languages()) {
      all += language.phrases.own_name() + language.phrases.in(survey::Phrase::start);
    }
    const auto result = glass_.can_write(all) ? visit::TrialResult::passed : visit::TrialResult::failed;
    handle(visit::StaffEvent{visit::TrialEnded{visit::Trial::letters, result}});
  }

  void forget_after_visit() {
    const bool idle = std::holds_alternative<visit::Attract>(session_.state().doing);
    if (const auto* asking = std::get_if<visit::Asking>(&session_.state().doing))
      wrote_ = wrote_ || asking->writing;
    if (idle && std::exchange(wrote_, false)) glass_.forget();
  }

  Session& session_;
  Glass& glass_;
  Worker* worker_;      // null when there is nothing to work on
  Exporter* exporter_;  // as the worker
  const sdl::KeyBindings& keys_;
  Random luck_;
  Uint32 wake_event_;
  sdl::Arrivals arrivals_;
  ui::Chord chord_;
  std::optional<visit::Ending> ending_;
  bool wrote_ = false;
  bool set_waits_ = false;  // staff chose it
  bool new_set_ = false;
  bool ended_ = false;
  int status_ = 0;
};

visit::State first_state(const visit::Event& opened, bool closed, const stick::InPort& in_port) {
  visit::State state{.stick = stick_in(in_port)};
  if (const auto* failed = std::get_if<visit::StoreFailed>(&opened)) {
    complain(failed->reason);
    state.doing = visit::OutOfOrder{.reason = failed->reason, .by_staff = closed, .since = now()};
    return state;
  }
  state.doing = visit::Attract{.since = now()};
  if (closed) state.doing = visit::OutOfOrder{.by_staff = true, .since = now()};
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

/// Opens the store and lets visitors in, until it ends.
Served serve(const RunOptions& options, const Setup& setup, Glass& glass, Random luck, Uint32 wake_event) {
  const auto wake = [wake_event] { wake_loop(wake_event); };
  Served served;
  std::optional<visit::Ending> ending;
  {
    std::unique_ptr<Exporter> exporter;
    Performer performer{options.store,
                        setup.survey,
                        setup.station,
                        this_program(),
                        [&exporter](ExportOrder order) { return exporter->start(std::move(order)); },
                        QuestionSets{options.store, options.files, this_program(), glass.panel()}};
    const visit::Event opened = performer.open();
    const bool closed = performer.is_closed();
    Worker worker{std::move(performer), wake};
    exporter = std::make_unique<Exporter>(port_of(options), wake);
    Session session{setup, first_state(opened, closed, exporter->now())};
    Loop loop{session, glass, &worker, exporter.get(), setup.station.keys, luck, wake_event};
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

/// The set that staff brought, where it can be read; the station's own otherwise: then visitors can answer at
/// least that.
Result<Setup, SetupError> load_in_use(const RunOptions& options) {
  const auto brought = QuestionSets{options.store, options.files, this_program()}.brought();
  if (!brought) return load(options.files);
  auto loaded = load({.set = brought, .station = options.files.station});
  if (loaded) return loaded;
  fmt::print(stderr, "{}", loaded.error().text);
  complain("the questions that staff brought cannot be used; the station's own are in their place");
  return load(options.files);
}

}  // namespace

int run(const RunOptions& options) {
  const auto text = sdl::TextLibrary::start();
  const auto video = sdl::VideoLibrary::start();
  if (!text || !video) {
    complain((text ? video.error() : text.error()).text +
             "; the kiosk needs a screen: start it in a graphical session");
    return 1;
  }
  auto fonts = sdl::Fonts::open(share_folder() / "fonts");
  if (!fonts) complain(fonts.error().text);
  const Result<Setup, SetupError> loaded = load_in_use(options);
  if (!loaded) fmt::print(stderr, "{}", loaded.error().text);
  const bool usable = fonts && loaded;
  Setup setup = loaded ? *loaded : stand_in();
  setup.has_power = !options.window && system::can_switch_off();
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
  Random luck = options.seed ? Random::seeded(*options.seed) : Random::system();
  if (!usable) {
    Session session{setup, visit::Doing{visit::OutOfOrder{}}};
    Loop{session, glass, nullptr, nullptr, setup.station.keys, luck, wake_event}.run();
    return 1;
  }
  Served served = serve(options, setup, glass, luck, wake_event);
  while (served.new_set) {
    if (auto another = load_in_use(options)) setup.survey = std::move(another->survey);
    glass.lose();
    served = serve(options, setup, glass, luck, wake_event);
  }
  return served.status;
}

}  // namespace kiosk::app
