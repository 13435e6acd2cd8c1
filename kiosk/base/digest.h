#pragma once

#include <sodium/crypto_generichash.h>

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace kiosk {

/// A BLAKE2b hash of 16 bytes: the name of a text, not a proof against a forger with 2^64 tries.
using ShortDigest = std::array<unsigned char, 16>;

/// A BLAKE2b-256 hash.
using Digest = std::array<unsigned char, 32>;

ShortDigest short_digest(std::string_view text);
Digest digest_of(std::string_view bytes);

/// Lower case.
std::string hex(std::span<const unsigned char> bytes);

/// Takes bytes piece by piece and tells the hash of all so far, as often as asked.
class Hasher {
 public:
  Hasher();
  void take(std::string_view bytes);
  Digest so_far() const;

 private:
  crypto_generichash_state state_{};
};

}  // namespace kiosk
