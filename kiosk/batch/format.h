#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/digest.h"
#include "kiosk/batch/row.h"

namespace kiosk::batch {

/// Where answers come from.
struct Origin {
  struct Set {
    std::string id;    ///< as the set calls itself
    std::string hash;  ///< of its text, in hex
  };
  std::string station;
  std::vector<Set> sets;  ///< all that there are answers of
};

/// A way to write answers down as text: an opening, a piece for each row, a closing line that tells how many
/// rows there are and the BLAKE2b-256 hash of every byte before it. By that line a file proves itself; its
/// name proves nothing, and a stick that is pulled out too soon can leave an empty file under any name.
struct Format {
  std::string_view opening_mark;  ///< every such file begins so
  std::string_view line_end;      ///< stands at the end of every row, never inside one
  std::string_view closing_mark;  ///< the closing line begins so, and no row does

  std::string (*opening)(const Origin& origin);
  void (*add)(std::string& text, const Origin& origin, const Row& row);
  std::string (*closing)(std::uint64_t rows, const Digest& of_all_before);
};

}  // namespace kiosk::batch
