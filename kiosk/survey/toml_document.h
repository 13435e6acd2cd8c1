#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/base/problem.h"
#include "kiosk/base/result.h"
#include "kiosk/survey/findings.h"

namespace kiosk::survey {

struct Member;
struct Value;

/// A TOML table that knows where everything in it was written. Members are sorted by name, as no order is
/// meant.
struct Table {
  Place place;
  std::vector<Member> members;

  /// Null where there is no such member.
  const Member* find(std::string_view name) const;
};

using List = std::vector<Value>;

/// A date or time: nothing that we read has one.
struct Moment {};

struct Value {
  Place place;
  std::variant<std::string, std::int64_t, double, bool, Moment, List, Table> is;

  /// "text", "a number", ... for messages.
  const char* kind() const;
};

/// A name and what was written after it.
struct Member {
  std::string name;
  Place place;
  Value value;
};

/// The largest text that is read. A set of 50 questions in ten languages is some 100 KiB.
inline constexpr std::size_t largest_document = 256 * std::size_t{1024};

/// How deep brackets, or the dots in one name, may nest. Ours need 3; without a limit some hundred kilobytes
/// of dots are a stack overflow.
inline constexpr int deepest_nesting = 16;

/// Reads TOML. The table's place is the whole file. Fails at the first of: larger than `largest_document`,
/// not UTF-8, nested deeper than `deepest_nesting`, an error of syntax.
Result<Table, std::vector<Problem>> parse_toml(std::string_view text, const std::string& file);

}  // namespace kiosk::survey
