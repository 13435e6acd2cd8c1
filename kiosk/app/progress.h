#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>

namespace kiosk::app {

/// Tells on stderr how far long work is: a bar where that is a terminal, else a line, at most one a second.
/// Work of less than a second is done in silence.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  /// `doing` is what it does, "reading"; `what` is what it counts, "answers".
  Progress(std::string doing, std::string what) : doing_{std::move(doing)}, what_{std::move(what)} {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Takes the bar away.
  ~Progress() { clear(); }
  void clear();

  void tell(std::uint64_t done, std::uint64_t all) { tell(done, all, Clock::now()); }
  void tell(std::uint64_t done, std::uint64_t all, Clock::time_point now);

  /// The bar, or the line, without what ends it: for tests.
  static std::string bar(const std::string& doing, const std::string& what, std::uint64_t done,
                         std::uint64_t all);
  static std::string line(const std::string& doing, const std::string& what, std::uint64_t done,
                          std::uint64_t all);

  /// Is stderr a terminal? Else lines are written to `out`.
  void write_to(std::FILE* out, bool terminal) {
    out_ = out;
    terminal_ = terminal;
  }

 private:
  std::string doing_;
  std::string what_;
  std::FILE* out_ = stderr;
  bool terminal_ = is_terminal();
  bool drawn_ = false;
  Clock::time_point began_ = Clock::now();
  Clock::time_point told_ = began_;

  static bool is_terminal();
};

}  // namespace kiosk::app
