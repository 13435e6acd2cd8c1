#include "kiosk/base/boot_clock.h"

#include <algorithm>
#include <ctime>

#include "kiosk/base/file.h"
#include "kiosk/base/signature.h"

namespace kiosk {

namespace {

std::chrono::nanoseconds now_by(clockid_t clock) {
  timespec at{};
  ::clock_gettime(clock, &at);
  return std::chrono::seconds{at.tv_sec} + std::chrono::nanoseconds{at.tv_nsec};
}

}  // namespace

BootTime boot_time() {
  BootTime now;
  now.seconds = static_cast<std::uint64_t>(up_time().count());
  constexpr std::size_t most_bytes = 64;
  auto name = read_file("/proc/sys/kernel/random/boot_id", most_bytes);
  if (!name) return now;
  std::erase_if(*name, [](char letter) { return letter == '-' || letter == '\n'; });
  if (const auto boot = from_hex<16>(*name)) now.boot = *boot;
  return now;
}

std::chrono::seconds up_time() { return std::chrono::floor<std::chrono::seconds>(now_by(CLOCK_BOOTTIME)); }

std::chrono::milliseconds wall_lead() {
  return std::chrono::round<std::chrono::milliseconds>(now_by(CLOCK_REALTIME) - now_by(CLOCK_BOOTTIME));
}

}  // namespace kiosk
