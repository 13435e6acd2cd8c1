#pragma once

#include <string_view>

namespace kiosk {

/// The name of a file alone, so that nothing but what stands beside the file that names it can be meant: no
/// way into another folder, and nothing hidden.
constexpr bool is_plain_name(std::string_view file) {
  constexpr std::size_t longest = 80;
  return !file.empty() && file.size() <= longest && file.find('/') == std::string_view::npos &&
         !file.starts_with('.');
}

}  // namespace kiosk
