#include "kiosk/app/hours_watch.h"

#include <algorithm>
#include <utility>

namespace kiosk::app {

using Clock = std::chrono::system_clock;

HoursWatch::HoursWatch(const Timetable& timetable, std::function<void()> wake, WallTimer timer)
    : timetable_{timetable}, wake_{std::move(wake)}, timer_{std::move(timer)} {
  if (next_change(timetable_, Clock::now())) thread_ = std::thread{[this] { watch(); }};
}

HoursWatch::~HoursWatch() {
  timer_.stop();
  if (thread_.joinable()) thread_.join();
}

visit::Hours HoursWatch::now() const { return hours_at(timetable_, wall_time(Clock::now())); }

void HoursWatch::watch() const {
  constexpr std::chrono::hours one{1};  // no timer tells that the machine was put into another time zone
  while (true) {
    const auto now = Clock::now();
    const auto change = next_change(timetable_, now);
    if (!timer_.wait(change ? std::min(*change, now + one) : now + one)) return;
    wake_();
  }
}

}  // namespace kiosk::app
