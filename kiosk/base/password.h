#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

/// `secret` as it may be kept: argon2id with a random salt, by libsodium, in its own way of writing
/// ("$argon2id$v=19$..."). Takes half a second and 256 MiB ("moderate"): whoever has the disk needs days for
/// six digits, not minutes; that the screen takes few tries an hour is what protects a PIN. Nothing where
/// there is not so much memory.
std::optional<std::string> keep_secret(std::string_view secret);

/// Is `secret` what was kept? Costs the same whether it is or not. False where the memory is missing, too.
bool is_kept(std::string_view secret, const std::string& kept);

/// Is this what keep_secret writes? Says nothing of the secret.
bool is_kept_secret(std::string_view text);

}  // namespace kiosk
