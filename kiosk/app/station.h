#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/timetable.h"
#include "kiosk/base/problem.h"
#include "kiosk/base/result.h"
#include "kiosk/base/time.h"
#include "kiosk/sdl/keys.h"
#include "kiosk/store/published.h"
#include "kiosk/survey/survey.h"
#include "kiosk/ui/mounting.h"
#include "kiosk/visit/timings.h"

namespace kiosk::app {

/// What is kept of answers, and when batches of them are closed.
struct Privacy {
  KeptTime time = KeptTime::day;
  std::uint64_t least = store::default_step;  ///< answers in a batch, and steps of what is published: k
  int seal_at = 22 * 60 + 30;  ///< minutes after midnight: closing time on days without another
};

/// What is particular about this one kiosk: read from kiosk.toml, never changed afterwards.
struct Station {
  std::string id = "UTR-01";  ///< stands in the names of exported files
  double diagonal_inch = 24;  ///< of the panel: makes millimetres out of pixels
  ui::Mounting mounting;      ///< of the panel and of what feels fingers
  double bottom_mm = 750;     ///< from the floor to the panel's lower edge: says what can be reached
  std::vector<survey::Language> languages{"nl", "en", "de", "fr",
                                          "tr", "uk", "ar"};  ///< to choose from; the first comes by itself
  bool show_results = true;  ///< may a visitor who answered see what others chose?
  bool motion = true;        ///< do screens fade into each other? Off, all changes come at once
  sdl::KeyBindings keys = sdl::default_keys();
  visit::Timings timings;
  Timetable timetable;  ///< when it is open, and when dark
  Privacy privacy;
  std::optional<std::string> pin;       ///< of staff, as keep_secret() keeps it; without one nobody gets in
  std::vector<std::string> recipients;  ///< public keys of age: words leave the kiosk sealed to these, if any
};

/// Reads a station's file. Everything may be left out. `file` is its name in messages: nothing is opened, so
/// that a language may be named here that the kiosk does not speak. Fails with everything that is wrong with
/// it.
Result<Station, std::vector<Problem>> read_station(std::string_view text, const std::string& file);

}  // namespace kiosk::app
