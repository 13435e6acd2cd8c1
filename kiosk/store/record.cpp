#include "kiosk/store/record.h"

#include <sodium/crypto_shorthash.h>

#include <algorithm>
#include <cassert>
#include <string_view>
#include <vector>

#include "kiosk/store/bytes.h"

namespace kiosk::store {

namespace {

constexpr unsigned char record_version = 2;
constexpr std::size_t record_language_at = 24;
constexpr std::size_t record_points_at = 50;
constexpr std::size_t record_segment_at = 53;
constexpr std::size_t record_zero_at = 54;
constexpr std::size_t record_tag_at = 56;
static_assert(crypto_shorthash_BYTES == 8 && crypto_shorthash_KEYBYTES == sizeof(TagKey));

// The numbers of these stand on disk: what they mean is never changed, only added to.
static_assert(static_cast<int>(survey::Reason::none) == 0 && static_cast<int>(survey::Reason::both) == 1 &&
              static_cast<int>(survey::Reason::neither) == 2 &&
              static_cast<int>(survey::Reason::too_little) == 3 &&
              static_cast<int>(survey::Reason::other) == 4);
constexpr auto last_reason = static_cast<unsigned char>(survey::Reason::other);
static_assert(static_cast<int>(DayPart::none) == 0 && static_cast<int>(DayPart::morning) == 1 &&
              static_cast<int>(DayPart::afternoon) == 2 && static_cast<int>(DayPart::evening) == 3);
constexpr auto last_part = static_cast<unsigned char>(DayPart::evening);

bool all_zero(std::span<const unsigned char> bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](unsigned char byte) { return byte == 0; });
}

constexpr unsigned char low_half = 0x0F;
static_assert(survey::points_to_divide <= low_half && survey::most_interests == 6);

void put_points(std::span<unsigned char, survey::most_interests / 2> bytes, const survey::Points& points) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<unsigned char>(points[2 * i] | (points[2 * i + 1] << 4U));
  }
}

/// Nothing where they are not all, or not those of `options`.
std::optional<survey::Points> get_points(std::span<const unsigned char, survey::most_interests / 2> bytes,
                                         std::uint64_t options) {
  survey::Points points{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    points[2 * i] = bytes[i] & low_half;
    points[2 * i + 1] = static_cast<unsigned char>(bytes[i] >> 4U);
  }
  const unsigned given = survey::given_in(points);
  if (given == 0) return points;
  if (given != survey::points_to_divide || survey::options_with(points) != options) return std::nullopt;
  return points;
}

}  // namespace

std::array<unsigned char, 8> tag_of(std::span<const unsigned char> bytes, const TagKey& key) {
  std::array<unsigned char, 8> tag{};
  crypto_shorthash(tag.data(), bytes.data(), bytes.size(), key.data());
  return tag;
}

std::array<unsigned char, 8> tag_of(std::span<const unsigned char> place,
                                    std::span<const unsigned char> bytes, const TagKey& key) {
  std::vector<unsigned char> both{place.begin(), place.end()};
  both.insert(both.end(), bytes.begin(), bytes.end());
  return tag_of(both, key);
}

void put_language(std::span<unsigned char> bytes, std::size_t at, const survey::Language& language) {
  assert(language.size() <= language_bytes);
  std::copy(language.begin(), language.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
}

std::optional<survey::Language> get_language(std::span<const unsigned char> bytes, std::size_t at) {
  constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
  const auto tag = bytes.subspan(at, language_bytes);
  const auto end = std::find(tag.begin(), tag.end(), 0);
  survey::Language language{tag.begin(), end};
  if (language.find_first_not_of(allowed) != std::string::npos) return std::nullopt;
  if (!std::all_of(end, tag.end(), [](unsigned char byte) { return byte == 0; })) return std::nullopt;
  return language;
}

Record encode(const Choice& choice, const TagKey& key) {
  Record record{};
  std::copy(choice.id.begin(), choice.id.end(), record.begin());
  record[16] = record_version;
  record[17] = static_cast<unsigned char>(choice.outcome);
  put_number(record, 18, choice.question);
  put_number(record, 20, choice.given.when.day);
  record[22] = static_cast<unsigned char>(choice.given.when.part);
  record[23] = static_cast<unsigned char>(choice.reason);
  put_language(record, record_language_at, choice.language);
  put_number(record, 32, choice.options);
  put_number(record, 40, choice.order);
  put_number(record, 48, choice.given.flags);
  put_points(std::span{record}.subspan<record_points_at, 3>(), choice.points);
  record[record_segment_at] = choice.segment;
  const auto tag = tag_of(std::span{record}.first(record_tag_at), key);
  std::copy(tag.begin(), tag.end(), record.begin() + record_tag_at);
  return record;
}

bool has_its_tag(std::span<const unsigned char> bytes, const TagKey& key) {
  if (bytes.size() != sizeof(Record)) return false;
  const auto tag = tag_of(bytes.first(record_tag_at), key);
  return std::equal(tag.begin(), tag.end(), bytes.begin() + record_tag_at);
}

Result<Choice, Damage> decode(std::span<const unsigned char> bytes, const TagKey& key) {
  if (bytes.size() != sizeof(Record)) return Damage::size;
  if (!has_its_tag(bytes, key)) return Damage::tag;
  if (bytes[16] != record_version) return Damage::version;
  const auto outcome = static_cast<Outcome>(bytes[17]);
  if (outcome != Outcome::chosen && outcome != Outcome::dont_know) return Damage::content;
  if (bytes[22] > last_part || bytes[23] > last_reason) return Damage::content;
  auto language = get_language(bytes, record_language_at);
  if (!language || !all_zero(bytes.subspan(record_zero_at, record_tag_at - record_zero_at)))
    return Damage::content;

  Choice choice;
  std::copy_n(bytes.begin(), choice.id.size(), choice.id.begin());
  choice.outcome = outcome;
  choice.reason = static_cast<survey::Reason>(bytes[23]);
  choice.question = get_number<std::uint16_t>(bytes, 18);
  choice.given.when = {get_number<Day>(bytes, 20), static_cast<DayPart>(bytes[22])};
  choice.given.flags = get_number<std::uint16_t>(bytes, 48);
  choice.language = std::move(*language);
  choice.options = get_number<std::uint64_t>(bytes, 32);
  choice.order = get_number<std::uint64_t>(bytes, 40);
  const auto points = get_points(bytes.subspan<record_points_at, 3>(), choice.options);
  if (!points) return Damage::content;
  choice.points = *points;
  choice.segment = bytes[record_segment_at];
  if (choice.segment > survey::most_options) return Damage::content;
  return choice;
}

}  // namespace kiosk::store
