#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kiosk::store {

/// What staff should look at in a text before it is shown to anyone. Hints only: nothing is decided by them.
enum class Hint : std::uint8_t { email, phone, bsn, abuse };

/// "e-mail", "phone", "BSN", "abuse"
std::string_view name(Hint hint);

/// The hints for `words`, each at most once, in the order above. An e-mail address; a phone number (9 to 15
/// digits, first 0 or +, with spaces, dots, hyphens or brackets between); a BSN (8 or 9 digits that pass the
/// 11-test); words of abuse in Dutch and English, whole and in any case. Knows no language beyond that.
std::vector<Hint> hints(std::string_view words);

/// Do these digits pass the 11-test of a Dutch citizen service number? 8 digits count as 9 with a 0 before.
bool passes_eleven_test(std::string_view digits);

}  // namespace kiosk::store
