#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Letters as people count and write them, after Unicode's rules and the language's own.
namespace kiosk::text {

/// `text` in capitals after the rules of `language` (a Turkish i becomes İ).
std::string capitals(std::string_view text, const std::string& language);

/// How many bytes the last letter has, accents and all: what one press of backspace takes away. 0 if empty.
std::size_t last_letter_bytes(std::string_view text);

}  // namespace kiosk::text
