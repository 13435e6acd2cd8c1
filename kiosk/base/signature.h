#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

#include "kiosk/base/digest.h"
#include "kiosk/base/file.h"
#include "kiosk/base/result.h"

namespace kiosk {

using PublicKey = std::array<unsigned char, 32>;
using Signature = std::array<unsigned char, 64>;

/// An Ed25519 key that signs. Its secret is wiped from memory when it ends.
class SigningKey {
 public:
  /// The key in the file `path`, which only its owner may read (0600); a new one is made where there is no
  /// file. Waits for the disk when it makes one. Fails when the file cannot be read or made, or is no key.
  static Result<SigningKey, IoError> open_or_make(const std::filesystem::path& path);

  SigningKey(SigningKey&& other) noexcept;
  SigningKey& operator=(SigningKey&&) = delete;
  ~SigningKey();

  const PublicKey& public_key() const { return public_; }
  Signature sign(std::span<const unsigned char> message) const;

  /// A hash of `text` that only the owner of this key can make (BLAKE2b-256, keyed): it tells nobody else
  /// whether the text is one that they guess.
  Digest fingerprint(std::string_view text) const;

 private:
  using Seed = std::array<unsigned char, 32>;
  explicit SigningKey(Seed& seed);

  std::array<unsigned char, 64> secret_{};
  PublicKey public_{};
};

/// Did the owner of `key` sign `message`?
bool is_signed(std::span<const unsigned char> message, const Signature& signature, const PublicKey& key);

/// The bytes that `text` tells in hex, lower case; nothing where it is not exactly that.
template <std::size_t Size>
std::optional<std::array<unsigned char, Size>> from_hex(std::string_view text) {
  if (text.size() != 2 * Size) return std::nullopt;
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<unsigned char, Size> bytes{};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t digit = digits.find(text[i]);
    if (digit == std::string_view::npos) return std::nullopt;
    bytes[i / 2] = static_cast<unsigned char>(std::size_t{bytes[i / 2]} << 4U | digit);
  }
  return bytes;
}

}  // namespace kiosk
