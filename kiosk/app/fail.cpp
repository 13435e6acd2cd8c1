#include "kiosk/app/fail.h"

#include <fmt/core.h>

#include <cstdio>

namespace kiosk::app {

void complain(const std::string& sentence) { fmt::print(stderr, "kiosk: {}\n", sentence); }

int fail(const std::string& sentence) {
  complain(sentence);
  return 1;
}

}  // namespace kiosk::app
