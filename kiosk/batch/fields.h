#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/signature.h"
#include "kiosk/base/time.h"
#include "kiosk/batch/head_reader.h"
#include "kiosk/batch/json_scanner.h"

namespace kiosk::batch {

/// Reads fields by name; once one is not there, all that follows fails.
class Fields {
 public:
  explicit Fields(JsonScanner& scanner) : scanner_{scanner} {}

  std::string_view plain(std::string_view name) {
    const auto text = skip(name) ? scanner_.plain() : std::nullopt;
    good_ = good_ && text;
    return text.value_or(std::string_view{});
  }

  std::uint64_t number(std::string_view name) {
    const auto number = skip(name) ? scanner_.number() : std::nullopt;
    good_ = good_ && number;
    return number.value_or(0);
  }

  template <std::size_t Size>
  std::array<unsigned char, Size> bytes(std::string_view name) {
    const auto bytes = from_hex<Size>(plain(name));
    good_ = good_ && bytes;
    return bytes.value_or(std::array<unsigned char, Size>{});
  }

  Day day(std::string_view name) {
    const auto day = day_in(plain(name));
    good_ = good_ && day;
    return day.value_or(Day{0});
  }

  std::string text(std::string_view name) {
    std::string text;
    good_ = good_ && skip(name) && scanner_.string(text);
    return text;
  }

  bool comes(std::string_view name) {
    JsonScanner ahead = scanner_;
    return good_ && ahead.skip(name);
  }

  bool good() const { return good_; }

 private:
  bool skip(std::string_view name) { return good_ && scanner_.skip(name); }

  JsonScanner& scanner_;
  bool good_ = true;
};

}  // namespace kiosk::batch
