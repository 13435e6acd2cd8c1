#include "kiosk/store/words.h"

#include <algorithm>

#include "kiosk/base/utf8.h"
#include "kiosk/store/bytes.h"

namespace kiosk::store {

namespace {

constexpr unsigned char words_version = 2;
constexpr std::size_t words_language_at = 8;
constexpr std::size_t words_set_at = 16;
constexpr std::size_t flags_at = 32;
constexpr std::size_t words_zero_at = 34;
constexpr std::size_t words_at = 40;
constexpr std::size_t words_tag_bytes = 8;

/// Are state, reason, day part and the zeros such as encode() writes?
bool means_something(std::span<const unsigned char> told) {
  const auto zeros = told.subspan(words_zero_at, words_at - words_zero_at);
  return told[1] >= static_cast<unsigned char>(TextState::unread) &&
         told[1] <= static_cast<unsigned char>(TextState::erased) &&
         told[6] <= static_cast<unsigned char>(DayPart::evening) &&
         told[7] <= static_cast<unsigned char>(TextReason::other) &&
         std::all_of(zeros.begin(), zeros.end(), [](unsigned char byte) { return byte == 0; });
}

}  // namespace

std::vector<unsigned char> encode(const OwnWords& text, const TagKey& key) {
  std::vector<unsigned char> bytes(words_at);
  bytes[0] = words_version;
  bytes[1] = static_cast<unsigned char>(text.state);
  put_number(std::span{bytes}, 2, text.question);
  put_number(std::span{bytes}, 4, text.given.when.day);
  bytes[6] = static_cast<unsigned char>(text.given.when.part);
  bytes[7] = static_cast<unsigned char>(text.reason);
  put_language(bytes, words_language_at, text.language);
  std::copy(text.set.begin(), text.set.end(), bytes.begin() + words_set_at);
  put_number(std::span{bytes}, flags_at, text.given.flags);
  bytes.insert(bytes.end(), text.words.begin(), text.words.end());
  const auto tag = tag_of(text.id, bytes, key);
  bytes.insert(bytes.end(), tag.begin(), tag.end());
  return bytes;
}

Result<OwnWords, Damage> decode(const Id& id, std::span<const unsigned char> bytes, const TagKey& key) {
  if (bytes.size() < words_at + words_tag_bytes) return Damage::size;
  const auto told = bytes.first(bytes.size() - words_tag_bytes);
  const auto tag = tag_of(id, told, key);
  if (!std::equal(tag.begin(), tag.end(), bytes.end() - words_tag_bytes)) return Damage::tag;
  if (told[0] != words_version) return Damage::version;
  if (!means_something(told)) return Damage::content;
  auto language = get_language(told, words_language_at);
  if (!language) return Damage::content;

  OwnWords text;
  text.id = id;
  text.state = static_cast<TextState>(told[1]);
  text.reason = static_cast<TextReason>(told[7]);
  text.question = get_number<std::uint16_t>(told, 2);
  text.given.when = {get_number<Day>(told, 4), static_cast<DayPart>(told[6])};
  text.given.flags = get_number<std::uint16_t>(told, flags_at);
  text.language = std::move(*language);
  std::copy_n(told.begin() + words_set_at, text.set.size(), text.set.begin());
  text.words.assign(told.begin() + words_at, told.end());
  if (!utf8::valid(text.words)) return Damage::content;
  return text;
}

}  // namespace kiosk::store
