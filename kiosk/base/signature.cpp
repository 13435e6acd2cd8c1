#include "kiosk/base/signature.h"

#include <sodium.h>

#include <cerrno>
#include <string>

#include "kiosk/base/digest.h"
#include "kiosk/base/random.h"

namespace kiosk {

namespace {

constexpr std::string_view file_begins = "kiosk-station-key 1 ";

}  // namespace

static_assert(crypto_sign_PUBLICKEYBYTES == sizeof(PublicKey) && crypto_sign_BYTES == sizeof(Signature) &&
              crypto_sign_SECRETKEYBYTES == 64 && crypto_sign_SEEDBYTES == 32);

SigningKey::SigningKey(Seed& seed) {
  crypto_sign_seed_keypair(public_.data(), secret_.data(), seed.data());
  sodium_memzero(seed.data(), seed.size());
}

SigningKey::SigningKey(SigningKey&& other) noexcept : secret_{other.secret_}, public_{other.public_} {
  sodium_memzero(other.secret_.data(), other.secret_.size());
}

SigningKey::~SigningKey() { sodium_memzero(secret_.data(), secret_.size()); }

Result<SigningKey, IoError> SigningKey::open_or_make(const std::filesystem::path& path) {
  constexpr std::size_t most_bytes = 256;
  auto text = read_file(path, most_bytes);
  if (!text && text.error().code == ENOENT) {
    Seed seed{};
    Random::system().fill(seed);
    const auto written = write_secret(path, std::string{file_begins} + hex(seed) + "\n");
    if (!written) return written.error();
    return SigningKey{seed};
  }
  if (!text) return text.error();
  std::optional<Seed> seed;
  if (text->starts_with(file_begins) && text->ends_with("\n")) {
    seed = from_hex<sizeof(Seed)>(
        std::string_view{*text}.substr(file_begins.size(), text->size() - file_begins.size() - 1));
  }
  sodium_memzero(text->data(), text->size());
  if (!seed)
    return IoError{EINVAL, "read the key", path, "it is no key of a station; put back the one it had"};
  return SigningKey{*seed};
}

Signature SigningKey::sign(std::span<const unsigned char> message) const {
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret_.data());
  return signature;
}

Digest SigningKey::fingerprint(std::string_view text) const {
  constexpr std::string_view purpose = "kiosk fingerprint 1";  // the seed itself makes nothing but signatures
  std::array<unsigned char, crypto_generichash_KEYBYTES> key{};
  crypto_generichash(key.data(), key.size(), reinterpret_cast<const unsigned char*>(purpose.data()),
                     purpose.size(), secret_.data(), secret_.size());
  Digest digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), key.data(), key.size());
  sodium_memzero(key.data(), key.size());
  return digest;
}

bool is_signed(std::span<const unsigned char> message, const Signature& signature, const PublicKey& key) {
  return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

}  // namespace kiosk
