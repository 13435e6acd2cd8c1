#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace kiosk::store {

/// Writes `number` at `at`, the lowest byte first, whatever this processor does.
template <class Number>
constexpr void put_number(std::span<unsigned char> bytes, std::size_t at, Number number) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    bytes[at + i] = static_cast<unsigned char>((std::uint64_t{number} >> (8 * i)) & 0xFFU);
  }
}

/// Reads what put_number wrote.
template <class Number>
constexpr Number get_number(std::span<const unsigned char> bytes, std::size_t at) {
  Number number = 0;
  for (std::size_t i = sizeof(Number); i-- > 0;) number = static_cast<Number>((number << 8U) | bytes[at + i]);
  return number;
}

}  // namespace kiosk::store
