#pragma once

#include <cstddef>

namespace kiosk::tests {

/// Sanitizers make what takes long take some eight times as long: with them it is done in part, and in whole
/// with what ships. packaging/test does both.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool in_part = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool in_part = true;
#else
inline constexpr bool in_part = false;
#endif
#else
inline constexpr bool in_part = false;
#endif

/// So often here, if `whole` times are to be.
constexpr std::size_t amount(std::size_t whole) { return in_part ? (whole + 7) / 8 : whole; }

/// One in how many here, if one in `whole` is to be. Odd stays odd, so that it meets every kind of call.
constexpr std::size_t one_in(std::size_t whole) { return in_part ? whole * 8 - 1 : whole; }

}  // namespace kiosk::tests
