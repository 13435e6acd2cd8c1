#pragma once

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "kiosk/base/problem.h"

/// A mistake that somebody could make in a sound text, and the whole of what is said about it.
struct Fault {
  const char* what;
  std::string from;  ///< occurs once in the sound text
  std::string to;
  std::string told;
};

inline std::string changed(std::string text, const std::string& from, const std::string& to) {
  INFO("looking for " << from);
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  REQUIRE(text.find(from, at + 1) == std::string::npos);
  return text.replace(at, from.size(), to);
}

/// Makes each mistake in the sound text, alone, and compares every character that is said about it.
template <class Read>
void check_faults(const std::string& sound, const std::vector<Fault>& faults, const Read& read) {
  REQUIRE(static_cast<bool>(read(sound)));
  for (const Fault& fault : faults) {
    INFO("when " << fault.what);
    const auto result = read(changed(sound, fault.from, fault.to));
    CHECK((result ? std::string{"nothing"} : kiosk::describe(result.error())) == fault.told);
  }
}

inline std::string text_of(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  INFO("reading " << path);
  REQUIRE(file.is_open());
  return {std::istreambuf_iterator<char>{file}, {}};
}
