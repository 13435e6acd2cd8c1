#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "kiosk/base/digest.h"

namespace kiosk::survey {

/// The largest file of a picture that is read. A photograph as large as a panel is less.
inline constexpr std::size_t largest_picture = std::size_t{4} << 20U;

/// All that a set may show, in bytes of its files: they stay in memory for as long as the set is in use.
inline constexpr std::size_t most_picture_bytes = std::size_t{16} << 20U;

/// The bytes of a PNG file, and how large the picture in them is.
struct Image {
  std::shared_ptr<const std::string> png;
  int w = 0;
  int h = 0;
  ShortDigest digest{};  ///< of the bytes: tells whether two pictures look the same

  friend bool operator==(const Image& a, const Image& b) { return a.digest == b.digest; }
};

}  // namespace kiosk::survey
