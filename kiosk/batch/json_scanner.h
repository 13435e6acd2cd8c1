#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::batch {

/// Reads a line of JSON that json.h wrote, from left to right, and nothing else: each thing has one form
/// only, so what was read and is written again is the same bytes. Anything may stand in the line; nothing in
/// it makes this slow, deep or large.
class JsonScanner {
 public:
  explicit JsonScanner(std::string_view line) : left_{line} {}

  /// Goes past exactly these bytes, if they come next.
  bool skip(std::string_view bytes) {
    if (left_.substr(0, bytes.size()) != bytes) return false;
    left_.remove_prefix(bytes.size());
    return true;
  }

  /// A string in which nothing needs another form, with its quotes; as it stands in the line. Nothing where
  /// the next thing is no such string.
  std::optional<std::string_view> plain();

  /// Any string, into `text`. It is UTF-8.
  bool string(std::string& text);

  /// A whole number without zeros before it, at most 18 digits.
  std::optional<std::uint64_t> number();

  bool at_end() const { return left_.empty(); }

 private:
  std::string_view left_;
};

}  // namespace kiosk::batch
