#include "kiosk/survey/wording.h"

#include <fmt/core.h>

#include <algorithm>

#include "kiosk/base/utf8.h"

namespace kiosk::survey {

namespace {

/// `character` is one whole code point of valid UTF-8.
char32_t code_point(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) return lead;
  char32_t value = lead & (0x7FU >> character.size());
  for (const char byte : character.substr(1))
    value = value << 6U | (static_cast<unsigned char>(byte) & 0x3FU);
  return value;
}

bool between(char32_t first, char32_t character, char32_t last) {
  return first <= character && character <= last;
}

bool forbidden(char32_t character) {
  return character < 0x20 || between(0x7F, character, 0x9F)            // C0, delete, C1
         || between(0x2028, character, 0x2029)                         // line and paragraph separator
         || character == 0x061C || between(0x200E, character, 0x200F)  // marks of direction
         || between(0x202A, character, 0x202E) || between(0x2066, character, 0x2069)  // turns of direction
         || character == 0xFEFF;                                                      // byte order mark
}

bool small_letter(char c) { return c >= 'a' && c <= 'z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter_or_digit(char c) { return small_letter(c) || digit(c) || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::optional<char32_t> forbidden_in_wording(std::string_view text) {
  while (!text.empty()) {
    const std::string_view character = utf8::first(text, 1);
    if (const char32_t value = code_point(character); forbidden(value)) return value;
    text.remove_prefix(character.size());
  }
  return std::nullopt;
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string code_point_name(char32_t character) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](char c) {
    return small_letter(c) || digit(c) || c == '-';
  });
}

bool is_language_tag(std::string_view text) {
  if (text.size() > longest_language_tag) return false;
  const std::string_view language = text.substr(0, text.find('-'));
  if (language.size() < 2 || language.size() > 3) return false;
  if (!std::all_of(language.begin(), language.end(), small_letter)) return false;
  text.remove_prefix(language.size());
  while (!text.empty()) {
    text.remove_prefix(1);
    const std::string_view part = text.substr(0, text.find('-'));
    if (part.size() < 2 || part.size() > 8 || !std::all_of(part.begin(), part.end(), letter_or_digit))
      return false;
    text.remove_prefix(part.size());
  }
  return true;
}

}  // namespace kiosk::survey
