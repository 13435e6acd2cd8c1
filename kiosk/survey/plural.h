#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace kiosk::survey {

/// In which form a language puts what is counted: CLDR's plural categories, by CLDR's names. A language uses
/// some of them: Dutch has one and other, Arabic all six. Which number takes which one is known to
/// text/plural.h.
enum class PluralCategory : std::uint8_t { zero, one, two, few, many, other };

/// As they are called in files, in the order of the enum.
inline constexpr std::array<const char*, 6> plural_names{"zero", "one", "two", "few", "many", "other"};

constexpr const char* name_of(PluralCategory category) {
  return plural_names.at(static_cast<std::size_t>(category));
}

}  // namespace kiosk::survey
