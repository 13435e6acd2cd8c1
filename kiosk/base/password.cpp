#include "kiosk/base/password.h"

#include <sodium.h>

#include <array>

namespace kiosk {

namespace {

constexpr std::string_view begins = crypto_pwhash_STRPREFIX;

}  // namespace

std::optional<std::string> keep_secret(std::string_view secret) {
  if (sodium_init() < 0) return std::nullopt;
  std::array<char, crypto_pwhash_STRBYTES> kept{};
  const int failed = crypto_pwhash_str(kept.data(), secret.data(), secret.size(),
                                       crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE);
  if (failed != 0) return std::nullopt;
  return std::string{kept.data()};
}

bool is_kept(std::string_view secret, const std::string& kept) {
  if (sodium_init() < 0 || !is_kept_secret(kept)) return false;
  return crypto_pwhash_str_verify(kept.c_str(), secret.data(), secret.size()) == 0;
}

bool is_kept_secret(std::string_view text) {
  if (!text.starts_with(begins) || text.size() >= crypto_pwhash_STRBYTES) return false;
  // What needs another amount of work was made by somebody else: perhaps to make the kiosk do it.
  const std::string kept{text};
  return crypto_pwhash_str_needs_rehash(kept.c_str(), crypto_pwhash_OPSLIMIT_MODERATE,
                                        crypto_pwhash_MEMLIMIT_MODERATE) == 0;
}

}  // namespace kiosk
