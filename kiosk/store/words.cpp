#include "kiosk/store/words.h"

#include <algorithm>

#include "kiosk/base/utf8.h"
#include "kiosk/store/bytes.h"

namespace kiosk::store {

namespace {

constexpr unsigned char this_version = 1;
constexpr std::size_t set_at = 8;
constexpr std::size_t words_at = 24;
constexpr std::size_t tag_bytes = 8;

std::array<unsigned char, tag_bytes> tag_with(const Id& id, std::span<const unsigned char> bytes,
                                              const TagKey& key) {
  std::vector<unsigned char> both{id.begin(), id.end()};
  both.insert(both.end(), bytes.begin(), bytes.end());
  return tag_of(both, key);
}

}  // namespace

std::vector<unsigned char> encode(const OwnWords& text, const TagKey& key) {
  std::vector<unsigned char> bytes(words_at);
  bytes[0] = this_version;
  bytes[1] = text.language;
  put_number(bytes, 2, text.question);
  put_number(bytes, 4, text.day);
  bytes[6] = text.day_part;
  std::copy(text.set.begin(), text.set.end(), bytes.begin() + set_at);
  bytes.insert(bytes.end(), text.words.begin(), text.words.end());
  const auto tag = tag_with(text.id, bytes, key);
  bytes.insert(bytes.end(), tag.begin(), tag.end());
  return bytes;
}

Result<OwnWords, Damage> decode(const Id& id, std::span<const unsigned char> bytes, const TagKey& key) {
  if (bytes.size() < words_at + tag_bytes) return Damage::size;
  const auto told = bytes.first(bytes.size() - tag_bytes);
  const auto tag = tag_with(id, told, key);
  if (!std::equal(tag.begin(), tag.end(), bytes.end() - tag_bytes)) return Damage::tag;
  if (told[0] != this_version) return Damage::version;
  if (told[7] != 0) return Damage::content;

  OwnWords text;
  text.id = id;
  text.language = told[1];
  text.question = get_number<std::uint16_t>(told, 2);
  text.day = get_number<Day>(told, 4);
  text.day_part = told[6];
  std::copy_n(told.begin() + set_at, text.set.size(), text.set.begin());
  text.words.assign(told.begin() + words_at, told.end());
  if (!utf8::valid(text.words)) return Damage::content;
  return text;
}

}  // namespace kiosk::store
