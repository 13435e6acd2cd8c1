#include "kiosk/app/loop.h"

#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/app/fail.h"
#include "kiosk/app/port_events.h"
#include "kiosk/base/boot_clock.h"

namespace kiosk::app {

Time screen_time() { return Time{static_cast<Time::rep>(SDL_GetTicks64())}; }

Loop::Loop(Session& session, Glass& glass, Worker* worker, Exporter* exporter, const sdl::KeyBindings& keys,
           Pulse& pulse, Random luck, Uint32 wake_event, WatchedFile* watched, const HoursWatch* hours,
           MachineWatch* machine)
    : session_{session},
      glass_{glass},
      worker_{worker},
      exporter_{exporter},
      keys_{keys},
      pulse_{pulse},
      luck_{luck},
      wake_event_{wake_event},
      watched_{watched},
      hours_{hours},
      machine_{machine} {}

int Loop::run() {
  pulse_.begin(screen_time());
  tell_hours();  // before anything is shown
  tell_touch();
  while (!ended_) {
    if (const auto due = session_.due(); due && screen_time() >= *due) handle(visit::Ticked{});
    if (chord_.tick(screen_time())) handle(visit::StaffEvent{visit::StaffCalled{}});
    show();
    if (const auto due = pulse_.due(); due && screen_time() >= *due) beat();
    if (machine_ != nullptr) machine_->may_look(screen_time());
    // Fingers that came before it are read first: they may say that what is due was a palm.
    const bool fingers_wait = SDL_HasEvents(SDL_FINGERDOWN, SDL_FINGERUP) == SDL_TRUE;
    if (const auto due = glass_.due(); due && screen_time() >= *due && !fingers_wait) {
      if (const auto held = glass_.tick(screen_time())) handle(*held);
      continue;  // what else is due reads the frame that this leads to
    }
    SDL_Event event;
    if (wait(event)) on(event);
    if (watched_ != nullptr && watched_->has_changed(screen_time())) new_set_ = ended_ = true;
  }
  return status_;
}

void Loop::show() {
  if (SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT) == SDL_FALSE) arrivals_.all_done();
  const Time since = screen_time();
  glass_.show(session_, since);
  SDL_PumpEvents();
  arrivals_.blind(since, screen_time());
}

std::optional<Time> Loop::due() const {
  std::optional<Time> first = worker_ == nullptr ? std::nullopt : session_.due();
  const auto look = watched_ == nullptr ? std::nullopt : std::optional{watched_->due()};
  for (const std::optional<Time> other :
       {glass_.due(), glass_.next_frame(), chord_.due(), pulse_.due(), look}) {
    if (other && (!first || *other < *first)) first = other;
  }
  return first;
}

bool Loop::wait(SDL_Event& event) const {
  const std::optional<Time> next = due();
  if (!next) return SDL_WaitEvent(&event) == 1;
  const Time left = std::max(*next - screen_time(), Time{0});
  return SDL_WaitEventTimeout(&event, static_cast<int>(left.count())) == 1;
}

void Loop::beat() {
  if (!glass_.await_compositor()) {
    complain("nobody shows what the kiosk draws any more");
    status_ = 1;
    ended_ = true;
    return;
  }
  pulse_.shown();
  pulse_.tick(worker_, screen_time());
}

/// Who is answering is told by what becomes of the answer.
void Loop::on_look(const StoreLook& look) {
  pulse_.answered();
  const bool nobody = std::holds_alternative<visit::Attract>(session_.state().doing);
  if (look.failed && nobody) handle(*look.failed);
}

void Loop::on(const SDL_Event& event) {
  if (event.type == SDL_QUIT) ended_ = true;
  if (event.type == SDL_WINDOWEVENT) on_window(event.window);
  if (event.type == SDL_RENDER_TARGETS_RESET || event.type == SDL_RENDER_DEVICE_RESET) renew();
  if (event.type == wake_event_ && worker_ != nullptr) {
    while (const std::optional<visit::Event> outcome = worker_->take()) handle(*outcome);
    while (const std::optional<Exporter::Event> outcome = exporter_->take()) on_export(*outcome);
    if (const std::optional<StoreLook> look = worker_->take_look()) on_look(*look);
    tell_hours();
    tell_touch();
  }
  if (event.type == SDL_KEYDOWN || event.type == SDL_KEYUP) on_key(event.key);
  if (const auto contact = glass_.contact_in(event, screen_time())) on_contact(*contact);
}

void Loop::renew() {
  const auto renewed = glass_.renew();
  if (renewed) return;
  complain(renewed.error().text);
  status_ = 1;
  ended_ = true;
}

void Loop::on_window(const SDL_WindowEvent& event) {
  if (event.event == SDL_WINDOWEVENT_SIZE_CHANGED) renew();
  if (event.event == SDL_WINDOWEVENT_EXPOSED) glass_.lose();
}

void Loop::on_contact(sdl::Contact contact) {
  if (contact.kind == sdl::Contact::Kind::down) {
    handle(visit::Touched{});
    contact.time = arrivals_.earliest(contact.time);
  }
  if (const std::optional<visit::Event> tapped = glass_.touch(contact)) handle(*tapped);
}

void Loop::on_export(const Exporter::Event& event) {
  if (const auto* ended = std::get_if<Exporter::Ended>(&event); ended != nullptr && !*ended) {
    complain(ended->error().sentence);
  }
  handle(staff_event(event));
}

void Loop::on_key(const SDL_KeyboardEvent& event) {
  const bool down = event.type == SDL_KEYDOWN;
  // Any key is a sign of life, also one that means nothing; one that something lies on is none.
  if (down && event.repeat == 0) handle(visit::Touched{});
  const std::optional<ui::KeyAction> key = sdl::bound_to(event, keys_);
  if (key && chord_.key(*key, down, screen_time())) return;
  const std::optional<ui::KeyAction> action = sdl::action_of(event, keys_);
  if (!action) return;
  handle(visit::UsedKeys{});
  if (const std::optional<visit::Event> chosen = glass_.press(*action)) handle(*chosen);
}

void Loop::handle(const visit::Event& event) {
  if (worker_ == nullptr) return;  // out of order for as long as the program runs
  // A kiosk out of order looks again and again; what it finds each time is in the log once.
  const auto* failed = std::get_if<visit::StoreFailed>(&event);
  if (failed != nullptr && std::exchange(told_, failed->reason) != failed->reason)
    complain_of_store(failed->reason);
  if (std::holds_alternative<visit::StoreWorks>(event)) told_.clear();
  if (const auto* works = std::get_if<visit::StoreWorks>(&event); works != nullptr && !works->warning.empty())
    complain_of_store(works->warning);
  const bool was_dark = session_.state().dark;
  for (visit::Effect& effect : session_.handle(event, {screen_time(), luck_.number()}))
    perform(std::move(effect));
  forget_after_visit();
  change_sets(event);
  // A touch alone changes nothing to see on a lit glass; drawing for it would delay the tap that it begins.
  if (was_dark || !std::holds_alternative<visit::Touched>(event)) glass_.change();
}

void Loop::tell_hours() {
  if (hours_ == nullptr) return;
  const visit::Hours now = hours_->now();
  if (now != session_.state().hours) handle(visit::HoursTold{now});
}

void Loop::tell_touch() {
  const bool gone = machine_ != nullptr && machine_->touch_is_gone();
  if (gone != session_.state().touch_gone) handle(visit::TouchTold{gone});
}

void Loop::complain_of_store(const std::string& sentence) {
  if (const auto line = store_log_.line(sentence, up_time())) complain(*line);
}

void Loop::perform(visit::Effect effect) {
  const auto* asked = std::get_if<visit::StaffEffect>(&effect);
  if (asked == nullptr) return worker_->perform(std::move(effect));
  if (std::holds_alternative<visit::CancelExport>(*asked)) return exporter_->cancel();
  if (std::holds_alternative<visit::TrustStick>(*asked)) return exporter_->use_anyway();
  if (std::holds_alternative<visit::FindSets>(*asked)) return find_sets();
  if (std::holds_alternative<visit::FindPackages>(*asked)) return find_packages();
  if (const auto* wanted = std::get_if<visit::TakePackage>(asked)) return take_package(wanted->version);
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

void Loop::find_sets() {
  const bool begun = session_.state().stick.usable() && exporter_->find_sets();
  if (!begun) handle(visit::StaffEvent{visit::SetsFound{}});
}

void Loop::find_packages() {
  const bool begun = session_.state().stick.usable() && exporter_->find_packages();
  if (!begun) handle(visit::StaffEvent{visit::PackagesFound{}});
}

void Loop::take_package(const std::string& version) {
  const bool begun = session_.state().stick.usable() && exporter_->take_package(version);
  if (!begun) handle(visit::StaffEvent{visit::PackageTaken{false}});
}

void Loop::change_sets(const visit::Event& event) {
  const auto* told = std::get_if<visit::StaffEvent>(&event);
  const auto* kept = told == nullptr ? nullptr : std::get_if<visit::SetKept>(told);
  set_waits_ = set_waits_ || (kept != nullptr && kept->kept);
  const visit::State& state = session_.state();
  if (!set_waits_ || !visit::nobody_is_there(state.doing) || state.exporting.running) return;
  new_set_ = true;
  ended_ = true;
}

void Loop::try_stick() {
  const bool begun = session_.state().stick.usable() && exporter_->try_out();
  if (!begun) handle(visit::StaffEvent{visit::TrialEnded{visit::Trial::stick, visit::TrialResult::left_out}});
}

void Loop::try_letters() {
  std::string all;
  for (const screens::LanguagePack& language : session_.languages()) {
    all += language.phrases.own_name() + language.phrases.in(survey::Phrase::start);
  }
  const auto result = glass_.can_write(all) ? visit::TrialResult::passed : visit::TrialResult::failed;
  handle(visit::StaffEvent{visit::TrialEnded{visit::Trial::letters, result}});
}

void Loop::forget_after_visit() {
  const bool idle = visit::nobody_is_there(session_.state().doing);
  if (const auto* asking = std::get_if<visit::Asking>(&session_.state().doing))
    wrote_ = wrote_ || asking->writing;
  if (idle && std::exchange(wrote_, false)) glass_.forget();
}

}  // namespace kiosk::app
