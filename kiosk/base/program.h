#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/file.h"
#include "kiosk/base/result.h"

namespace kiosk {

/// A program that came to its end.
struct Ran {
  int status = 0;   ///< as it gave it; -1 if a signal ended it
  std::string out;  ///< what it told
  std::string err;  ///< what it complained of, at most 4 KiB
};

/// Runs `words[0]`, looked for in PATH, with the other words, without a shell. It gets `input`, and nothing
/// of it stands in an argument, an environment or a file. Waits for its end. Fails when there is no such
/// program, when it tells more than `most` bytes, or when it takes longer than `limit`: then it is ended.
Result<Ran, IoError> run_program(const std::vector<std::string>& words, std::string_view input,
                                 std::size_t most, std::chrono::seconds limit);

}  // namespace kiosk
