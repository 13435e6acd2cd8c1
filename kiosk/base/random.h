#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace kiosk {

/// The only source of random numbers: libsodium. A weaker one has given away the order of votes before.
class Random {
 public:
  /// Numbers that nobody can guess, from the system.
  static Random system();

  /// The same numbers at every run with the same seed, for tests and simulated visitors. Anyone can guess
  /// them.
  static Random seeded(std::uint64_t seed);

  /// Fills `bytes`. Ends the program when the system has no randomness to give: nothing it did then could be
  /// kept private.
  void fill(std::span<unsigned char> bytes);

  /// Any 64-bit number.
  std::uint64_t number();

  /// A number below `bound`, each equally likely. `bound` is at least 1.
  std::uint64_t below(std::uint64_t bound);

 private:
  struct Stream {
    std::uint64_t seed = 0;
    std::uint64_t drawn = 0;  // how often numbers were drawn: each time has a stream of its own
  };
  explicit Random(std::optional<Stream> stream);

  std::optional<Stream> stream_;
};

}  // namespace kiosk
