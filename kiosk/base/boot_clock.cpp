#include "kiosk/base/boot_clock.h"

#include <algorithm>
#include <ctime>

#include "kiosk/base/file.h"
#include "kiosk/base/signature.h"

namespace kiosk {

BootTime boot_time() {
  BootTime now;
  timespec since{};
  if (::clock_gettime(CLOCK_BOOTTIME, &since) == 0) now.seconds = static_cast<std::uint64_t>(since.tv_sec);
  constexpr std::size_t most_bytes = 64;
  auto name = read_file("/proc/sys/kernel/random/boot_id", most_bytes);
  if (!name) return now;
  std::erase_if(*name, [](char letter) { return letter == '-' || letter == '\n'; });
  if (const auto boot = from_hex<16>(*name)) now.boot = *boot;
  return now;
}

std::chrono::milliseconds wall_lead() {
  const auto now = [](clockid_t clock) {
    timespec at{};
    ::clock_gettime(clock, &at);
    return std::chrono::seconds{at.tv_sec} + std::chrono::nanoseconds{at.tv_nsec};
  };
  return std::chrono::round<std::chrono::milliseconds>(now(CLOCK_REALTIME) - now(CLOCK_BOOTTIME));
}

}  // namespace kiosk
