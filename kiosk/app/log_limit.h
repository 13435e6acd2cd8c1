#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace kiosk::app {

/// Keeps what happens again and again from filling the journal: a few lines an hour are written, the rest is
/// counted. One for each kind of news, so that none hides another.
class LogLimit {
 public:
  /// Three times that something began and ended; a fault that comes more often is known by then. At worst a
  /// kind of news makes 144 lines a day, some 20 kB.
  static constexpr int lines_an_hour = 6;

  /// The line to write, at the moment `up` by a clock that nobody sets; nothing where there were enough. The
  /// last one before a pause says so, and the first one after it how many were left out.
  std::optional<std::string> line(std::string sentence, std::chrono::seconds up);

 private:
  std::optional<std::chrono::seconds> since_;
  int written_ = 0;
  std::uint64_t left_out_ = 0;
};

}  // namespace kiosk::app
