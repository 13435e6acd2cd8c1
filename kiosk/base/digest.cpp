#include "kiosk/base/digest.h"

#include <sodium.h>

namespace kiosk {

namespace {

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());  // the C way to hand over text as bytes
}

}  // namespace

ShortDigest short_digest(std::string_view text) {
  ShortDigest digest{};
  crypto_generichash(digest.data(), digest.size(), bytes_of(text), text.size(), nullptr, 0);
  return digest;
}

Digest digest_of(std::string_view bytes) {
  Hasher hasher;
  hasher.take(bytes);
  return hasher.so_far();
}

std::string hex(std::span<const unsigned char> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes.size());
  for (const unsigned char byte : bytes) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

Hasher::Hasher() {
  [[maybe_unused]] const int ready =
      sodium_init();  // picks the fastest code for this processor; without it hashing is only slower
  crypto_generichash_init(&state_, nullptr, 0, Digest{}.size());
}

void Hasher::take(std::string_view bytes) {
  crypto_generichash_update(&state_, bytes_of(bytes), bytes.size());
}

Digest Hasher::so_far() const {
  crypto_generichash_state copy = state_;
  Digest digest{};
  crypto_generichash_final(&copy, digest.data(), digest.size());
  return digest;
}

}  // namespace kiosk
