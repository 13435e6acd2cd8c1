#include "kiosk/app/log_limit.h"

#include <fmt/format.h>

#include <utility>

namespace kiosk::app {

std::optional<std::string> LogLimit::line(std::string sentence, std::chrono::seconds up) {
  if (!since_ || up >= *since_ + std::chrono::hours{1}) {
    since_ = up;
    written_ = 0;
  }
  if (written_ == lines_an_hour) {
    ++left_out_;
    return std::nullopt;
  }
  ++written_;
  if (const auto left_out = std::exchange(left_out_, 0); left_out > 0) {
    sentence += fmt::format(" (before this, {} such lines were left out)", left_out);
  }
  if (written_ == lines_an_hour) sentence += " (too often: the next such line in an hour at most)";
  return sentence;
}

}  // namespace kiosk::app
