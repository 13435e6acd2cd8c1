#pragma once

#include <string>

namespace kiosk {

/// With small letters in the place of A to Z; all else stays. For names in files, which have no other
/// letters: words of people need their language's rules.
inline std::string in_small_letters(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

}  // namespace kiosk
