#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace kiosk::fuzz {

/// Ends the program where something that was promised for any input does not hold: also in a build without
/// asserts.
inline void promise(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "promise broken: %s\n", what);
  std::abort();
}

inline std::string_view as_text(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};  // the same bytes, seen as text
}

}  // namespace kiosk::fuzz

/// What libFuzzer and replay.cpp call with every input.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size);
