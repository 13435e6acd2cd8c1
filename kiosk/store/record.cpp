#include "kiosk/store/record.h"

#include <sodium/crypto_shorthash.h>

#include <algorithm>

#include "kiosk/store/bytes.h"

namespace kiosk::store {

namespace {

constexpr unsigned char this_version = 1;
constexpr std::size_t tag_at = 56;
static_assert(crypto_shorthash_BYTES == 8 && crypto_shorthash_KEYBYTES == sizeof(TagKey));

bool all_zero(std::span<const unsigned char> bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](unsigned char byte) { return byte == 0; });
}

}  // namespace

std::array<unsigned char, 8> tag_of(std::span<const unsigned char> bytes, const TagKey& key) {
  std::array<unsigned char, 8> tag{};
  crypto_shorthash(tag.data(), bytes.data(), bytes.size(), key.data());
  return tag;
}

Record encode(const Choice& choice, const TagKey& key) {
  Record record{};
  std::copy(choice.id.begin(), choice.id.end(), record.begin());
  record[16] = this_version;
  record[17] = static_cast<unsigned char>(choice.outcome);
  put_number(record, 18, choice.question);
  put_number(record, 20, choice.day);
  record[22] = choice.day_part;
  record[23] = choice.language;
  put_number(record, 32, choice.options);
  put_number(record, 40, choice.order);
  const auto tag = tag_of(std::span{record}.first(tag_at), key);
  std::copy(tag.begin(), tag.end(), record.begin() + tag_at);
  return record;
}

Result<Choice, Damage> decode(std::span<const unsigned char> bytes, const TagKey& key) {
  if (bytes.size() != sizeof(Record)) return Damage::size;
  const auto tag = tag_of(bytes.first(tag_at), key);
  if (!std::equal(tag.begin(), tag.end(), bytes.begin() + tag_at)) return Damage::tag;
  if (bytes[16] != this_version) return Damage::version;
  const auto outcome = static_cast<Outcome>(bytes[17]);
  if (outcome != Outcome::chosen && outcome != Outcome::dont_know) return Damage::content;
  if (!all_zero(bytes.subspan(24, 8)) || !all_zero(bytes.subspan(48, 8))) return Damage::content;

  Choice choice;
  std::copy_n(bytes.begin(), choice.id.size(), choice.id.begin());
  choice.outcome = outcome;
  choice.question = get_number<std::uint16_t>(bytes, 18);
  choice.day = get_number<Day>(bytes, 20);
  choice.day_part = bytes[22];
  choice.language = bytes[23];
  choice.options = get_number<std::uint64_t>(bytes, 32);
  choice.order = get_number<std::uint64_t>(bytes, 40);
  return choice;
}

}  // namespace kiosk::store
