#pragma once

#include <string>
#include <vector>

#include "kiosk/base/digest.h"
#include "kiosk/store/record.h"

namespace kiosk::store {

/// The name of a question set: the hash of its text. Another comma is another set.
using SetId = ShortDigest;

/// Free text in a visitor's own words. It stands under an id of its own, with nothing that ties it to what
/// the same visitor chose.
struct OwnWords {
  Id id{};
  SetId set{};
  std::uint16_t question = 0;  ///< position in Survey::questions
  Day day = 0;
  std::uint8_t day_part = 0;  ///< 0: not kept
  std::uint8_t language = 0;  ///< position in Survey::languages
  std::string words;          ///< UTF-8

  friend bool operator==(const OwnWords&, const OwnWords&) = default;
};

/// Free text on disk; its key is the id. Numbers are little-endian.
///
///     0 version | 1 language | 2 question (2) | 4 day (2) | 6 day part | 7 zero
///     8 question set (16)
///    24 the words, UTF-8, to the last 8 bytes
///    -8 tag: SipHash of the id and all bytes before
///
/// The id is under the tag too, so that words cannot come to stand under another id unnoticed.
std::vector<unsigned char> encode(const OwnWords& text, const TagKey& key);

/// The text in `bytes`, which stood under `id`. Fails when anything in them is not as encode() leaves it.
Result<OwnWords, Damage> decode(const Id& id, std::span<const unsigned char> bytes, const TagKey& key);

}  // namespace kiosk::store
