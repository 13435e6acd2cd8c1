#pragma once

#include <SDL.h>

#include <optional>
#include <string>

#include "kiosk/app/exporter.h"
#include "kiosk/app/glass.h"
#include "kiosk/app/hours_watch.h"
#include "kiosk/app/log_limit.h"
#include "kiosk/app/machine_watch.h"
#include "kiosk/app/pulse.h"
#include "kiosk/app/session.h"
#include "kiosk/app/watched_file.h"
#include "kiosk/app/worker.h"
#include "kiosk/base/random.h"
#include "kiosk/sdl/arrivals.h"
#include "kiosk/sdl/keys.h"
#include "kiosk/ui/chord.h"

namespace kiosk::app {

/// The time of the screen: ms since SDL began, by a clock that nobody sets.
Time screen_time();

/// The loop: draws, waits for the next finger, answer of the disk or moment that is due, and moves on.
class Loop {
 public:
  /// All of these outlive the loop, `pulse` more than one. `worker` and `exporter` are null where there is
  /// nothing to work on: then it shows what is on the screen until it ends. With `watched` it ends as with a
  /// new set when that file changes. Without `hours` it is always open, without `machine` nobody looks after
  /// that.
  Loop(Session& session, Glass& glass, Worker* worker, Exporter* exporter, const sdl::KeyBindings& keys,
       Pulse& pulse, Random luck, Uint32 wake_event, WatchedFile* watched = nullptr,
       const HoursWatch* hours = nullptr, MachineWatch* machine = nullptr);

  /// How staff ended the program; nothing where something else did.
  std::optional<visit::Ending> ending() const { return ending_; }

  /// Did it end because another question set comes into use?
  bool has_new_set() const { return new_set_; }

  /// Returns the exit status.
  int run();

 private:
  void show();
  std::optional<Time> due() const;
  bool wait(SDL_Event& event) const;

  /// Gives a sign of life, or asks for what it needs. Without anybody who shows it there is no kiosk.
  void beat();
  void on_look(const StoreLook& look);
  void on(const SDL_Event& event);

  /// Without anything to draw on there is no kiosk: it ends, and is started again.
  void renew();
  void on_window(const SDL_WindowEvent& event);
  void on_contact(sdl::Contact contact);

  /// Of a failed export the log has more than the screen: which file it was.
  void on_export(const Exporter::Event& event);
  void on_key(const SDL_KeyboardEvent& event);
  void handle(const visit::Event& event);
  void tell_hours();
  void tell_touch();

  /// One line for the log, unless there were many of late.
  void complain_of_store(const std::string& sentence);

  /// Most of it is for the worker; the stick and the screen are at hand here.
  void perform(visit::Effect effect);
  void find_sets();
  void find_packages();
  void take_package(const std::string& version);

  /// Another set is in use as soon as nobody is at the screen, and no export reads the store.
  void change_sets(const visit::Event& event);
  void try_stick();
  void try_letters();
  void forget_after_visit();

  Session& session_;
  Glass& glass_;
  Worker* worker_;      // null when there is nothing to work on
  Exporter* exporter_;  // as the worker
  const sdl::KeyBindings& keys_;
  Pulse& pulse_;
  Random luck_;
  Uint32 wake_event_;
  WatchedFile* watched_;     // null where none is
  const HoursWatch* hours_;  // null where nobody asks
  MachineWatch* machine_;    // as the hours
  sdl::Arrivals arrivals_;
  ui::Chord chord_;
  std::optional<visit::Ending> ending_;
  std::string told_;  // why the store failed, as the log has it
  LogLimit store_log_;
  bool wrote_ = false;
  bool set_waits_ = false;  // staff chose it
  bool new_set_ = false;
  bool ended_ = false;
  int status_ = 0;
};

}  // namespace kiosk::app
