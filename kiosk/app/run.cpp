#include "kiosk/app/run.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "kiosk/app/glass.h"
#include "kiosk/app/session.h"
#include "kiosk/app/share.h"
#include "kiosk/app/worker.h"
#include "kiosk/base/overloaded.h"
#include "kiosk/sdl/arrivals.h"
#include "kiosk/sdl/keys.h"
#include "kiosk/sdl/library.h"

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
  Loop(Session& session, Glass& glass, Worker* worker, const sdl::KeyBindings& keys, Random luck,
       Uint32 wake_event)
      : session_{session},
        glass_{glass},
        worker_{worker},
        keys_{keys},
        luck_{luck},
        wake_event_{wake_event} {}

  /// Returns the exit status.
  int run() {
    while (!ended_) {
      if (const auto due = session_.due(); due && now() >= *due) handle(visit::Ticked{});
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
    for (const std::optional<Time> other : {glass_.due(), glass_.next_frame()}) {
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
    }
    if (event.type == SDL_KEYDOWN) on_key(event.key);
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
    if (event.event == SDL_WINDOWEVENT_EXPOSED) glass_.change();
  }

  void on_contact(sdl::Contact contact) {
    if (contact.kind == sdl::Contact::Kind::down) {
      handle(visit::Touched{});
      contact.time = arrivals_.earliest(contact.time);
    }
    if (const std::optional<visit::Event> tapped = glass_.touch(contact)) handle(*tapped);
  }

  void on_key(const SDL_KeyboardEvent& event) {
    // Any key is a sign of life, also one that means nothing; one that something lies on is none.
    if (event.repeat == 0) handle(visit::Touched{});
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
    for (visit::Effect& effect : session_.handle(event, {now(), luck_.number()}))
      worker_->perform(std::move(effect));
    forget_after_visit();
    // A touch alone changes nothing to see; drawing for it would delay the tap that it begins.
    if (!std::holds_alternative<visit::Touched>(event)) glass_.change();
  }

  void forget_after_visit() {
    const bool idle = std::holds_alternative<visit::Attract>(session_.state().doing);
    if (const auto* asking = std::get_if<visit::Asking>(&session_.state().doing))
      wrote_ = wrote_ || asking->writing;
    if (idle && std::exchange(wrote_, false)) glass_.forget();
  }

  Session& session_;
  Glass& glass_;
  Worker* worker_;  // null when there is nothing to work on
  const sdl::KeyBindings& keys_;
  Random luck_;
  Uint32 wake_event_;
  sdl::Arrivals arrivals_;
  bool wrote_ = false;
  bool ended_ = false;
  int status_ = 0;
};

visit::State first_state(const visit::Event& opened) {
  visit::State state;
  if (const auto* failed = std::get_if<visit::StoreFailed>(&opened)) {
    complain(failed->reason);
    state.doing = visit::OutOfOrder{.reason = failed->reason, .since = now()};
    return state;
  }
  state.doing = visit::Attract{.since = now()};
  if (const auto* works = std::get_if<visit::StoreWorks>(&opened)) {
    if (!works->warning.empty()) complain(works->warning);
    state.published = works->published;
  }
  return state;
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
  const Result<Setup, SetupError> loaded = load(options.files);
  if (!loaded) fmt::print(stderr, "{}", loaded.error().text);
  const bool usable = fonts && loaded;
  const Setup setup = loaded ? *loaded : stand_in();
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
    Loop{session, glass, nullptr, setup.station.keys, luck, wake_event}.run();
    return 1;
  }
  Performer performer{options.store, setup.survey, setup.station};
  Session session{setup, first_state(performer.open())};
  Worker worker{std::move(performer), [wake_event] { wake_loop(wake_event); }};
  return Loop{session, glass, &worker, setup.station.keys, luck, wake_event}.run();
}

}  // namespace kiosk::app
