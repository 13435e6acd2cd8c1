#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kiosk::utf8 {

/// Is the whole of `text` well-formed UTF-8: no overlong form, no surrogate, nothing above U+10FFFF, nothing
/// cut.
bool valid(std::string_view text);

/// How many code points `text` has; `text` is valid. A letter with two accents is three: this is for limits,
/// not for what a person calls a character.
std::size_t length(std::string_view text);

/// The first `count` code points of `text`, or all of it where it has fewer; `text` is valid.
std::string_view first(std::string_view text, std::size_t count);

/// The code point that starts at byte `at`, which moves on to the next one; `text` is valid and longer than
/// `at`.
char32_t next_letter(std::string_view text, std::size_t& at);

/// The first `longest` code points of `text`, whatever that is, fit to be shown: without those that nobody
/// sees or that turn others round (controls, spaces of no width, marks of direction). Empty where it is not
/// UTF-8.
std::string for_screen(std::string_view text, std::size_t longest);

}  // namespace kiosk::utf8
