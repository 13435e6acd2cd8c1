#include "kiosk/store/hints.h"

#include <algorithm>
#include <array>
#include <string>

namespace kiosk::store {

namespace {

// Sorted, lower case. Words that are also said without harm are left out: a hint that is always there is no
// hint.
constexpr std::array<std::string_view, 40> abuse{
    "asshole",      "bastard",     "bitch",       "cunt",    "debiel", "dickhead", "faggot",  "fuck",
    "fucking",      "godverdomme", "hoer",        "hoeren",  "idioot", "idioten",  "kanker",  "kankerlijer",
    "klootzak",     "klootzakken", "kut",         "kutwijf", "lul",    "lullen",   "mongool", "moron",
    "motherfucker", "neger",       "nigger",      "prick",   "retard", "shit",     "slet",    "slut",
    "sukkel",       "tering",      "teringlijer", "trut",    "tyfus",  "wanker",   "whore",   "wijf"};
static_assert(std::is_sorted(abuse.begin(), abuse.end()));

constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
constexpr char lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}
constexpr bool is_letter(char byte) {
  const char small = lower(byte);
  return (small >= 'a' && small <= 'z') || static_cast<unsigned char>(byte) >= 0x80;  // é is a letter too
}
constexpr bool in_address(char byte) {
  return is_letter(byte) || is_digit(byte) || std::string_view{"._%+-"}.find(byte) != std::string_view::npos;
}

bool has_email(std::string_view words) {
  for (std::size_t at = words.find('@'); at != std::string_view::npos; at = words.find('@', at + 1)) {
    if (at == 0 || !in_address(words[at - 1])) continue;
    std::size_t end = at + 1;
    while (end < words.size() && in_address(words[end])) ++end;
    std::string_view domain = words.substr(at + 1, end - at - 1);
    while (!domain.empty() && domain.back() == '.') domain.remove_suffix(1);  // the end of a sentence
    const std::size_t dot = domain.rfind('.');
    if (dot != std::string_view::npos && dot > 0 && domain.size() - dot > 2) return true;
  }
  return false;
}

/// A run of digits as people write numbers: with single spaces, dots, hyphens or brackets between.
struct Number {
  std::string digits;
  bool plus = false;
};

std::vector<Number> numbers_in(std::string_view words) {
  std::vector<Number> numbers;
  bool gap = true;  // more than one separator: another number begins
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char byte = words[i];
    if (is_digit(byte)) {
      if (gap) numbers.push_back({{}, i > 0 && words[i - 1] == '+'});
      numbers.back().digits += byte;
      gap = false;
    } else if (std::string_view{" .-()/"}.find(byte) == std::string_view::npos ||
               (i > 0 && byte == ' ' && words[i - 1] == ' ')) {
      gap = true;
    }
  }
  return numbers;
}

/// Whoever writes two numbers with one space between writes, for all we know, one long number: no upper
/// limit.
bool is_phone(const Number& number) {
  return number.digits.size() >= 9 && (number.plus || number.digits.front() == '0');
}

/// A BSN stands alone between what is no digit, or is written in groups.
bool has_bsn(std::string_view words, const std::vector<Number>& numbers) {
  for (const Number& number : numbers) {
    if (!number.plus && passes_eleven_test(number.digits)) return true;
  }
  std::string alone;
  for (const char byte : words) {
    if (is_digit(byte)) {
      alone += byte;
    } else {
      if (passes_eleven_test(alone)) return true;
      alone.clear();
    }
  }
  return passes_eleven_test(alone);
}

bool has_abuse(std::string_view words) {
  std::string word;
  const auto is_abuse = [&word] { return std::binary_search(abuse.begin(), abuse.end(), word); };
  for (const char byte : words) {
    if (is_letter(byte)) {
      word += lower(byte);
    } else {
      if (is_abuse()) return true;
      word.clear();
    }
  }
  return is_abuse();
}

}  // namespace

std::string_view name(Hint hint) {
  switch (hint) {
    case Hint::email:
      return "e-mail";
    case Hint::phone:
      return "phone";
    case Hint::bsn:
      return "BSN";
    case Hint::abuse:
      break;
  }
  return "abuse";
}

bool passes_eleven_test(std::string_view digits) {
  if (digits.size() < 8 || digits.size() > 9 || digits.find_first_not_of('0') == std::string_view::npos)
    return false;
  int sum = 0;
  int weight = static_cast<int>(digits.size());
  for (const char digit : digits) {
    sum += (weight == 1 ? -1 : weight) * (digit - '0');
    --weight;
  }
  return sum % 11 == 0;
}

std::vector<Hint> hints(std::string_view words) {
  const std::vector<Number> numbers = numbers_in(words);
  std::vector<Hint> found;
  if (has_email(words)) found.push_back(Hint::email);
  if (std::any_of(numbers.begin(), numbers.end(), is_phone)) found.push_back(Hint::phone);
  if (has_bsn(words, numbers)) found.push_back(Hint::bsn);
  if (has_abuse(words)) found.push_back(Hint::abuse);
  return found;
}

}  // namespace kiosk::store
