#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk::survey {

/// The first character of `text` that must not be in words on a screen: control characters, line breaks, and
/// the invisible ones that turn the direction of text around (they can make a sentence read as another one).
/// Soft hyphen and no-break space are fine. Nothing where all are allowed. `text` is valid UTF-8.
std::optional<char32_t> forbidden_in_wording(std::string_view text);

/// Is there nothing to read in `text`: no character but spaces?
bool blank(std::string_view text);

/// "U+202E"
std::string code_point_name(char32_t character);

/// 1 to 40 of a-z, 0-9 and the hyphen: what a question, an option or a set is called in files and tables.
bool is_id(std::string_view text);

/// Stored with each answer; "zh-Hant", "sr-Latn" and every language without more fit.
inline constexpr std::size_t longest_language_tag = 8;

/// Has `text` the shape of a language tag ("nl", "zh-Hant"), and at most longest_language_tag characters?
bool is_language_tag(std::string_view text);

}  // namespace kiosk::survey
