#include "kiosk/app/pin_tries.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "kiosk/base/digest.h"

namespace kiosk::app {

namespace {

constexpr std::uint32_t free_of_lock = 5;
constexpr std::uint64_t first_lock = 30;
constexpr std::uint64_t longest_lock = 3600;
constexpr std::uint32_t very_often = 100;

constexpr std::size_t place_bytes = 64;
constexpr std::size_t sum_at = 48;
constexpr std::string_view mark = "KPT1";

std::uint64_t seconds_of_lock(std::uint32_t failures) {
  if (failures < free_of_lock) return 0;
  std::uint64_t seconds = first_lock;
  for (std::uint32_t i = free_of_lock; i < failures && seconds < longest_lock; ++i) seconds *= 2;
  return std::min(seconds, longest_lock);
}

void put(std::string& bytes, std::uint64_t number, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return number;
}

std::string sum_of(std::string_view bytes) {
  const ShortDigest digest = short_digest(bytes.substr(0, sum_at));
  return {digest.begin(), digest.end()};
}

bool is_sound(std::string_view place) {
  return place.size() == place_bytes && place.starts_with(mark) && place.substr(sum_at) == sum_of(place);
}

}  // namespace

Result<PinTries, IoError> PinTries::open(std::filesystem::path file, Clock clock) {
  if (const auto made = allocate_file(file, 2 * place_bytes); !made) return made.error();
  PinTries tries{std::move(file), std::move(clock)};
  if (const auto read = tries.read(); !read) return read.error();
  return tries;
}

Result<Done, IoError> PinTries::read() {
  const auto bytes = read_file(file_, 2 * place_bytes);
  if (!bytes) return bytes.error();
  bool found = false;
  for (std::size_t at = 0; at + place_bytes <= bytes->size(); at += place_bytes) {
    const std::string_view place = std::string_view{*bytes}.substr(at, place_bytes);
    if (!is_sound(place)) continue;
    const std::uint64_t writes = number_at(place, 8, 8);
    if (found && writes < standing_.writes) continue;
    found = true;
    standing_.failures = static_cast<std::uint32_t>(number_at(place, 4, 4));
    standing_.writes = writes;
    std::copy_n(place.begin() + 16, standing_.locked_until.boot.size(), standing_.locked_until.boot.begin());
    standing_.locked_until.seconds = number_at(place, 32, 8);
  }
  const bool is_new = std::all_of(bytes->begin(), bytes->end(), [](char byte) { return byte == '\0'; });
  if (found || is_new) return Done{};
  return write(very_often, lock_from(clock_(), very_often));
}

BootTime PinTries::lock_from(const BootTime& now, std::uint32_t failures) const {
  const std::uint64_t seconds = seconds_of_lock(failures);
  return {now.boot, seconds == 0 ? 0 : now.seconds + seconds};
}

Result<Done, IoError> PinTries::write(std::uint32_t failures, BootTime locked_until) {
  std::string place{mark};
  put(place, failures, 4);
  put(place, standing_.writes + 1, 8);
  place.append(locked_until.boot.begin(), locked_until.boot.end());
  put(place, locked_until.seconds, 8);
  put(place, 0, 8);
  place += sum_of(place);
  const std::uint64_t at = (standing_.writes + 1) % 2 * place_bytes;
  if (const auto written = overwrite_file(file_, at, place); !written) return written.error();
  standing_ = {failures, standing_.writes + 1, locked_until};
  return Done{};
}

Result<std::uint64_t, IoError> PinTries::locked_for() {
  const BootTime& until = standing_.locked_until;
  if (until.seconds == 0) return std::uint64_t{0};
  const BootTime now = clock_();
  const std::uint64_t whole = seconds_of_lock(standing_.failures);
  // Where starts have no names, a lock that ends later than it can tells that this is another one.
  const bool same_start = now.boot == until.boot && until.seconds <= now.seconds + whole;
  if (!same_start) {
    const auto written = write(standing_.failures, lock_from(now, standing_.failures));
    if (!written) return written.error();
    return whole;
  }
  return until.seconds > now.seconds ? until.seconds - now.seconds : 0;
}

Result<Done, IoError> PinTries::count() {
  const std::uint32_t failures = standing_.failures + 1;
  return write(failures, lock_from(clock_(), failures));
}

Result<Done, IoError> PinTries::forgive() { return write(0, {}); }

int PinTries::free_tries() const {
  return standing_.failures >= free_of_lock ? 0 : static_cast<int>(free_of_lock - standing_.failures);
}

}  // namespace kiosk::app
