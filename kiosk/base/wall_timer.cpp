#include "kiosk/base/wall_timer.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <utility>

namespace kiosk {

WallTimer::WallTimer(Fd timer, Fd stopped) : timer_{std::move(timer)}, stopped_{std::move(stopped)} {}

Result<WallTimer, IoError> WallTimer::make() {
  Fd timer{::timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK)};
  if (!timer) return IoError{errno, "make", "a timer", {}};
  Fd stopped{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
  if (!stopped) return IoError{errno, "make", "a timer", {}};
  return WallTimer{std::move(timer), std::move(stopped)};
}

bool WallTimer::wait(std::chrono::system_clock::time_point moment) const {
  itimerspec until{};
  until.it_value.tv_sec = std::chrono::system_clock::to_time_t(moment);
  const int flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;
  if (::timerfd_settime(timer_.number(), flags, &until, nullptr) != 0)
    return true;  // set since the last wait
  std::array<pollfd, 2> either{{{timer_.number(), POLLIN, 0}, {stopped_.number(), POLLIN, 0}}};
  while (::poll(either.data(), either.size(), -1) < 0 && errno == EINTR) {
  }
  std::uint64_t times = 0;
  (void)!::read(timer_.number(), &times, sizeof times);  // ECANCELED: the clock was set
  return either[1].revents == 0;
}

void WallTimer::stop() const {
  const std::uint64_t once = 1;
  (void)!::write(stopped_.number(), &once, sizeof once);
}

}  // namespace kiosk
