#include "kiosk/base/random.h"

#include <sodium.h>

#include <cassert>
#include <cstdlib>
#include <cstring>

namespace kiosk {

Random::Random(std::optional<Stream> stream) : stream_{stream} {
  if (sodium_init() < 0) std::abort();  // no randomness in the whole system
}

Random Random::system() { return Random{std::nullopt}; }

Random Random::seeded(std::uint64_t seed) { return Random{Stream{seed, 0}}; }

void Random::fill(std::span<unsigned char> bytes) {
  if (!stream_) {
    randombytes_buf(bytes.data(), bytes.size());
    return;
  }
  std::array<unsigned char, 16> place{};
  std::memcpy(place.data(), &stream_->seed, 8);
  std::memcpy(place.data() + 8, &stream_->drawn, 8);
  ++stream_->drawn;
  std::array<unsigned char, randombytes_SEEDBYTES> seed{};
  crypto_generichash(seed.data(), seed.size(), place.data(), place.size(), nullptr, 0);
  randombytes_buf_deterministic(bytes.data(), bytes.size(), seed.data());
}

std::uint64_t Random::number() {
  std::array<unsigned char, 8> bytes{};
  fill(bytes);
  std::uint64_t number = 0;
  std::memcpy(&number, bytes.data(), bytes.size());
  return number;
}

std::uint64_t Random::below(std::uint64_t bound) {
  assert(bound > 0);
  // The lowest 2^64 mod bound numbers are thrown away: with them the first remainders would come up too
  // often.
  const std::uint64_t too_low = (0 - bound) % bound;
  std::uint64_t drawn = number();
  while (drawn < too_low) drawn = number();
  return drawn % bound;
}

}  // namespace kiosk
