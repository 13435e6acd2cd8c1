#include "kiosk/base/utf8.h"

#include <algorithm>

namespace kiosk::utf8 {

namespace {

constexpr bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The bytes of the code point that `lead` begins; 0 where nothing valid begins so.
constexpr std::size_t bytes_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;  // a continuation, or an overlong form of ASCII
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

/// The second byte is where overlong forms, surrogates and numbers above U+10FFFF show themselves.
constexpr bool second_fits(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0:
      return second >= 0xA0;
    case 0xED:
      return second < 0xA0;
    case 0xF0:
      return second >= 0x90;
    case 0xF4:
      return second < 0x90;
    default:
      return true;
  }
}

bool is_unseen(char32_t letter) {
  return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || (letter >= 0x200B && letter <= 0x200F) ||
         (letter >= 0x2028 && letter <= 0x202E) || (letter >= 0x2060 && letter <= 0x206F) || letter == 0xFEFF;
}

}  // namespace

bool valid(std::string_view text) {
  while (!text.empty()) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t count = bytes_of(lead);
    if (count == 0 || count > text.size()) return false;
    if (count > 1 && !second_fits(lead, static_cast<unsigned char>(text[1]))) return false;
    if (!std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(count), continues))
      return false;
    text.remove_prefix(count);
  }
  return true;
}

std::size_t length(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues));
}

std::string_view first(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  while (end < text.size()) {
    if (!continues(text[end]) && count-- == 0) break;
    ++end;
  }
  return text.substr(0, end);
}

char32_t next_letter(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t count = bytes_of(lead);
  char32_t letter = count == 1 ? lead : lead & (0xFFU >> (count + 1));
  for (std::size_t i = 1; i < count; ++i) {
    letter = (letter << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  at += count;
  return letter;
}

std::string for_screen(std::string_view text, std::size_t longest) {
  if (!valid(text)) return {};
  const std::string_view short_enough = first(text, longest);
  std::string fit;
  for (std::size_t at = 0; at < short_enough.size();) {
    const std::size_t from = at;
    if (!is_unseen(next_letter(short_enough, at))) fit += short_enough.substr(from, at - from);
  }
  return fit;
}

}  // namespace kiosk::utf8
