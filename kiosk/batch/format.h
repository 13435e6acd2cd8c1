#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "kiosk/base/digest.h"

namespace kiosk::batch {

/// A way to write answers down as text: an opening line, a piece for each row, a closing line that tells how
/// many rows there are and the BLAKE2b-256 hash of every byte before it. By that line a file proves itself;
/// its name proves nothing, and a stick that is pulled out too soon can leave an empty file under any name.
struct Format {
  std::string_view opening_mark;  ///< every such file begins so
  std::string_view line_end;      ///< stands at the end of every row, never inside one
  std::string_view closing_mark;  ///< the closing line begins so, and no row does

  /// How many answers there are, if the closing line fits the opening line, the lines between them and the
  /// bytes before it; else nothing.
  std::optional<std::uint64_t> (*proves)(std::string_view opening, std::string_view closing,
                                         std::uint64_t lines, const Digest& of_all_before);
};

}  // namespace kiosk::batch
