#include "kiosk/app/fail.h"

#include <fmt/core.h>

#include <cstdio>

namespace kiosk::app {

int fail(const std::string& sentence) {
  fmt::print(stderr, "kiosk: {}\n", sentence);
  return 1;
}

}  // namespace kiosk::app
