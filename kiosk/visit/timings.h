#pragma once

#include "kiosk/base/time.h"

namespace kiosk::visit {

using namespace std::chrono_literals;

/// How long the kiosk waits, everywhere that it waits. The station's file may change each within its bounds.
struct Timings {
  Time slide = 8s;           ///< one question of the attract cycle
  Time idle = 60s;           ///< no touch at a question, until "are you still there?"
  Time idle_writing = 120s;  ///< the same while writing: thinking takes longer
  Time still_there = 30s;    ///< the countdown; WCAG 2.2.1 asks at least 20 s
  Time choice = 600ms;       ///< a tapped side of a dilemma stays changeable before it is saved
  Time busy = 300ms;         ///< a save that takes longer says so
  Time results = 20s;        ///< what others chose, until the next question comes by itself
  Time thanks = 6s;          ///< the thank-you, then the next visitor
  Time language = 60s;       ///< attract in another language or looks, until they are the default again
  Time store_check = 10s;    ///< between two looks at a store that failed
};

}  // namespace kiosk::visit
