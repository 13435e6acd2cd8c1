#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/problem.h"
#include "kiosk/base/result.h"
#include "kiosk/sdl/keys.h"
#include "kiosk/survey/survey.h"
#include "kiosk/ui/mounting.h"
#include "kiosk/visit/timings.h"

namespace kiosk::app {

/// What is particular about this one kiosk: read from kiosk.toml, never changed afterwards.
struct Station {
  std::string id = "UTR-01";  ///< stands in the names of exported files
  double diagonal_inch = 24;  ///< of the panel: makes millimetres out of pixels
  ui::Mounting mounting;      ///< of the panel and of what feels fingers
  double bottom_mm = 750;     ///< from the floor to the panel's lower edge: says what can be reached
  std::vector<survey::Language> languages{"nl", "en", "de", "fr",
                                          "tr", "uk", "ar"};  ///< to choose from; the first comes by itself
  bool show_results = true;  ///< may a visitor who answered see what others chose?
  sdl::KeyBindings keys = sdl::default_keys();
  visit::Timings timings;
};

/// Reads a station's file. Everything may be left out. `file` is its name in messages: nothing is opened, so
/// that a language may be named here that the kiosk does not speak. Fails with everything that is wrong with
/// it.
Result<Station, std::vector<Problem>> read_station(std::string_view text, const std::string& file);

}  // namespace kiosk::app
