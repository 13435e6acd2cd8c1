#include "kiosk/app/pin.h"

#include <utility>

#include "kiosk/base/password.h"

namespace kiosk::app {

using visit::PinJudged;
using Says = visit::PinJudged::Says;

PinGuard::PinGuard(std::filesystem::path tries, std::optional<std::string> kept, PinTries::Clock clock)
    : file_{std::move(tries)}, kept_{std::move(kept)}, clock_{std::move(clock)} {}

std::optional<PinJudged> PinGuard::hindrance() {
  if (!kept_) return PinJudged{.says = Says::none_set};
  if (!tries_) {
    auto opened = PinTries::open(file_, clock_);
    if (!opened) return PinJudged{.says = Says::cannot_count};
    tries_ = std::move(*opened);
  }
  const auto locked = tries_->locked_for();
  if (!locked) return PinJudged{.says = Says::cannot_count};
  if (*locked == 0) return std::nullopt;
  return PinJudged{.says = Says::locked, .tries_left = 0, .locked_seconds = static_cast<int>(*locked)};
}

PinJudged PinGuard::ask() {
  const auto hindered = hindrance();
  return hindered ? *hindered : PinJudged{.says = Says::may_try, .tries_left = tries_->free_tries()};
}

PinJudged PinGuard::judge(const std::string& digits) {
  if (const auto hindered = hindrance()) return *hindered;
  if (!tries_->count()) return {.says = Says::cannot_count};
  if (is_kept(digits, *kept_)) {
    // Where that cannot be written the next try meets a lock, perhaps; whoever knows the PIN is in.
    (void)tries_->forgive();
    return {.says = Says::right};
  }
  if (const auto locked = hindrance()) return *locked;
  return {.says = Says::wrong, .tries_left = tries_->free_tries()};
}

}  // namespace kiosk::app
