#include "kiosk/system/watchdog.h"

#include <systemd/sd-daemon.h>

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace kiosk::system {

namespace {

constexpr int times_in_each = 3;

// sd_watchdog_enabled() would say that not this process is meant, but the compositor that started it.
std::optional<std::chrono::microseconds> patience() {
  const char* set = std::getenv("WATCHDOG_USEC");
  if (set == nullptr) return std::nullopt;
  const std::string_view text{set};
  std::int64_t microseconds = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), microseconds);
  if (fault != std::errc{} || end != text.data() + text.size() || microseconds <= 0) return std::nullopt;
  return std::chrono::microseconds{microseconds};
}

// Where nobody listens any more there is nobody left to be told so.
void tell(const char* state) { static_cast<void>(::sd_notify(0, state)); }

}  // namespace

Watchdog::Watchdog() {
  if (const auto longest = patience()) every_ = std::chrono::floor<Time>(*longest / times_in_each);
}

void Watchdog::ready() const { tell("READY=1"); }
void Watchdog::feed() const { tell("WATCHDOG=1"); }

}  // namespace kiosk::system
