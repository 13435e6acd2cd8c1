#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace kiosk {

/// A key for a table of what numbers and words together make: their bytes, each set of numbers of one length.
/// Made for every text of every frame, where formatting them took longer than all else.
inline std::string key_of(std::initializer_list<int> numbers, std::string_view words = {}) {
  std::string key;
  key.reserve(numbers.size() * sizeof(int) + words.size());
  for (const int number : numbers) key.append(reinterpret_cast<const char*>(&number), sizeof(number));
  return key.append(words);
}

}  // namespace kiosk
