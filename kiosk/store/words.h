#pragma once

#include <string>
#include <vector>

#include "kiosk/base/digest.h"
#include "kiosk/store/record.h"

namespace kiosk::store {

/// The name of a question set: the hash of its text. Another comma is another set.
using SetId = ShortDigest;

/// What staff decided about a text. The numbers stand on disk.
enum class TextState : std::uint8_t { unread = 1, shown = 2, hidden = 3, erased = 4 };

/// Why a text was hidden or erased. The numbers stand on disk.
enum class TextReason : std::uint8_t {
  none = 0,
  personal = 1,
  abuse = 2,
  nonsense = 3,
  request = 4,
  other = 5
};

/// Free text in a visitor's own words. It stands under an id of its own, with nothing that ties it to what
/// the same visitor chose.
struct OwnWords {
  Id id{};
  SetId set{};
  std::uint16_t question = 0;  ///< position in Survey::questions
  Circumstances given;
  survey::Language language;  ///< a BCP 47 tag of at most 8 characters
  TextState state = TextState::unread;
  TextReason reason = TextReason::none;
  std::string words;  ///< UTF-8; empty where erased

  friend bool operator==(const OwnWords&, const OwnWords&) = default;
};

/// Free text on disk; its key is the id. Numbers are little-endian.
///
///     0 version | 1 state | 2 question (2) | 4 day (2) | 6 day part | 7 reason
///     8 language, ASCII, then zeros (8)
///    16 question set (16)
///    32 flags (2) | 34 zero (6)
///    40 the words, UTF-8, to the last 8 bytes
///    -8 tag: SipHash of the id and all bytes before
///
/// The id is under the tag too, so that words cannot come to stand under another id unnoticed. Texts are of
/// many sizes, and LMDB keeps values of many sizes in a page in the order in which they came: until the store
/// is resealed its raw file tells in which order texts were written, and, by the pages that changed together,
/// which choice came with which text. Resealing writes them anew in the order of their random ids.
std::vector<unsigned char> encode(const OwnWords& text, const TagKey& key);

/// The text in `bytes`, which stood under `id`. Fails when anything in them is not as encode() leaves it.
Result<OwnWords, Damage> decode(const Id& id, std::span<const unsigned char> bytes, const TagKey& key);

}  // namespace kiosk::store
