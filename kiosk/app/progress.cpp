#include "kiosk/app/progress.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>

namespace kiosk::app {

namespace {

constexpr std::chrono::seconds silence{1};
constexpr std::chrono::milliseconds between_bars{100};
constexpr std::chrono::seconds between_lines{1};
constexpr std::size_t bar_width = 30;

std::uint64_t percent_of(std::uint64_t done, std::uint64_t all) {
  return all == 0 ? 0 : std::min<std::uint64_t>(100, 100 * done / all);
}

}  // namespace

void Progress::clear() {
  if (drawn_) fmt::print(out_, "\r\x1b[K");
  drawn_ = false;
}

bool Progress::is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

void Progress::tell(std::uint64_t done, std::uint64_t all, Clock::time_point now) {
  const bool first = told_ == began_;
  if (first && now - began_ < silence) return;
  if (!first && now - told_ < (terminal_ ? Clock::duration{between_bars} : Clock::duration{between_lines}))
    return;
  told_ = now;
  if (terminal_) {
    fmt::print(out_, "\r{}\x1b[K", bar(doing_, what_, done, all));
    drawn_ = true;
  } else {
    fmt::print(out_, "{}\n", line(doing_, what_, done, all));
  }
  std::fflush(out_);
}

std::string Progress::bar(const std::string& doing, const std::string& what, std::uint64_t done,
                          std::uint64_t all) {
  const std::uint64_t percent = percent_of(done, all);
  const std::size_t full = bar_width * percent / 100;
  return fmt::format("{:<9}[{}{}] {:>3}%  {} of {} {}", doing, std::string(full, '#'),
                     std::string(bar_width - full, '.'), percent, std::min(done, all), all, what);
}

std::string Progress::line(const std::string& doing, const std::string& what, std::uint64_t done,
                           std::uint64_t all) {
  return fmt::format("{}: {}%, {} of {} {}", doing, percent_of(done, all), std::min(done, all), all, what);
}

}  // namespace kiosk::app
