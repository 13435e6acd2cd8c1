#pragma once

#include <functional>
#include <thread>

#include "kiosk/app/timetable.h"
#include "kiosk/base/wall_timer.h"

namespace kiosk::app {

/// Knows the hours of a station by the clock on the wall, and has a thread that sleeps until they change, or
/// somebody sets that clock.
class HoursWatch {
 public:
  /// `wake` is called from that thread whenever now() may be something else.
  HoursWatch(const Timetable& timetable, std::function<void()> wake, WallTimer timer);
  ~HoursWatch();
  HoursWatch(const HoursWatch&) = delete;
  HoursWatch& operator=(const HoursWatch&) = delete;

  /// What the hours are here and now.
  visit::Hours now() const;

 private:
  void watch() const;

  Timetable timetable_;
  std::function<void()> wake_;
  WallTimer timer_;
  std::thread thread_;
};

}  // namespace kiosk::app
