#include "kiosk/batch/json_scanner.h"

#include <algorithm>

#include "kiosk/base/utf8.h"

namespace kiosk::batch {

namespace {

constexpr unsigned char first_printable = 0x20;
constexpr std::size_t most_digits = 18;  // always fits 64 bits

bool stands_for_itself(char letter) {
  return letter != '"' && letter != '\\' && static_cast<unsigned char>(letter) >= first_printable;
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// The control character that "\u00XY" stands for, in the one way that add_string() writes it.
std::optional<char> control_in(std::string_view six) {
  constexpr std::string_view digits = "0123456789abcdef";
  if (six.size() != 6 || !six.starts_with("\\u00")) return std::nullopt;
  const std::size_t high = digits.find(six[4]);
  const std::size_t low = digits.find(six[5]);
  if (high > 1 || low == std::string_view::npos) return std::nullopt;
  return static_cast<char>(16 * high + low);
}

}  // namespace

std::optional<std::string_view> JsonScanner::plain() {
  if (left_.empty() || left_.front() != '"') return std::nullopt;
  const auto* const end = std::find_if_not(left_.begin() + 1, left_.end(), stands_for_itself);
  if (end == left_.end() || *end != '"') return std::nullopt;
  const auto size = static_cast<std::size_t>(end - left_.begin()) - 1;
  const std::string_view text = left_.substr(1, size);
  if (!utf8::valid(text)) return std::nullopt;
  left_.remove_prefix(size + 2);
  return text;
}

bool JsonScanner::string(std::string& text) {
  text.clear();
  if (!skip("\"")) return false;
  while (true) {
    const auto* const end = std::find_if_not(left_.begin(), left_.end(), stands_for_itself);
    const auto size = static_cast<std::size_t>(end - left_.begin());
    text += left_.substr(0, size);
    left_.remove_prefix(size);
    if (skip("\"")) return utf8::valid(text);
    if (skip("\\\"")) {
      text += '"';
    } else if (skip("\\\\")) {
      text += '\\';
    } else if (const auto control = control_in(left_.substr(0, 6))) {
      text += *control;
      left_.remove_prefix(6);
    } else {
      return false;
    }
  }
}

std::optional<std::uint64_t> JsonScanner::number() {
  const auto* const end = std::find_if_not(left_.begin(), left_.end(), is_digit);
  const std::string_view digits = left_.substr(0, static_cast<std::size_t>(end - left_.begin()));
  if (digits.empty() || digits.size() > most_digits || (digits.size() > 1 && digits.front() == '0'))
    return std::nullopt;
  std::uint64_t number = 0;
  for (const char digit : digits) number = 10 * number + static_cast<std::uint64_t>(digit - '0');
  left_.remove_prefix(digits.size());
  return number;
}

}  // namespace kiosk::batch
