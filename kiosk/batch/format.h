#pragma once

#include <cstdint>
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

  /// Does the closing line fit the opening line, the rows and the bytes before it?
  bool (*proves)(std::string_view opening, std::string_view closing, std::uint64_t rows,
                 const Digest& of_all_before);
};

}  // namespace kiosk::batch
