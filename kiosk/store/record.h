#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/base/time.h"
#include "kiosk/survey/survey.h"

namespace kiosk::store {

using Id = survey::Receipt::Id;

/// The key of a store's tags: made with the store, kept in it. Tags find rot, they do not keep a forger out.
using TagKey = std::array<unsigned char, 16>;

enum class Outcome : std::uint8_t { chosen = 1, dont_know = 2 };

/// Bits of Circumstances::flags: answers that may not be meant. They are kept and marked, never dropped. The
/// numbers stand on disk.
inline constexpr std::uint16_t hasty = 1;  ///< tapped faster than anyone can read
inline constexpr std::uint16_t burst = 2;  ///< one of many visits in a row without a pause

/// Under which circumstances an answer was given, as far as that is kept.
struct Circumstances {
  When when;
  std::uint16_t flags = 0;  ///< hasty, burst

  friend bool operator==(const Circumstances&, const Circumstances&) = default;
};

/// What stands in one record: an answer without its words.
struct Choice {
  Id id{};
  Outcome outcome = Outcome::chosen;
  survey::Reason reason = survey::Reason::none;  ///< of dont_know
  std::uint16_t question = 0;                    ///< position in Survey::questions
  Circumstances given;
  survey::Language language;  ///< a BCP 47 tag of at most 8 characters
  std::uint64_t options = 0;  ///< bit i: option i was chosen, or got points
  std::uint64_t order = 0;    ///< survey::number_of the order they were shown in
  survey::Points points{};    ///< of a weigh, by option
  std::uint8_t segment = 0;   ///< see survey::Answer

  friend bool operator==(const Choice&, const Choice&) = default;
};

/// One answer on disk. Numbers are little-endian.
///
///      0                                                              15
///     +----------------------------------------------------------------+
///   0 | id: 16 random bytes                                            |
///     +-------+-------+---------------+---------------+-------+--------+
///  16 |version|outcome| question (2)  |  day (2)      | part  | reason |
///     +-------+-------+---------------+---------------+-------+--------+
///  24 | language, ASCII, then zeros (8)                                |
///     +-------------------------------+--------------------------------+
///  32 | options, a bit each (8)       | order they were shown in (8)   |
///     +-------+-----------------------+--------------------------------+
///  48 | flags (2) | points (3)|seg|z. | tag: SipHash of bytes 0-55 (8) |
///     +-----------+-----------+---+---+--------------------------------+
///
/// The id comes first because values are sorted bytewise: so the order of the table is random, and equal
/// answers are not one value. All are of one size because LMDB then keeps no trace within a page of which
/// came first. LMDB has no checksums: the tag is how rot is noticed. The language is a tag and not a
/// position, so that an answer can be read without its set. Day and part are 0 where they are not kept.
/// Points are four bits an option, the first in the low half of the first byte; all zero but for a weigh,
/// where they are points_to_divide together. `seg` is to which group the visitor said to belong (1), of which
/// 0 is none; two zeros are left.
using Record = std::array<unsigned char, 64>;

/// Language tags on disk.
inline constexpr std::size_t language_bytes = 8;

Record encode(const Choice& choice, const TagKey& key);

/// Why bytes in the store are not an answer.
enum class Damage { size, version, tag, content };

/// The answer in `bytes`. Fails when anything in them is not as encode() leaves it.
Result<Choice, Damage> decode(std::span<const unsigned char> bytes, const TagKey& key);

/// Are `bytes` those of a record with its tag? Whatever encode() wrote is an answer then.
bool has_its_tag(std::span<const unsigned char> bytes, const TagKey& key);

/// The tag of `bytes`: crypto_shorthash, SipHash-2-4.
std::array<unsigned char, 8> tag_of(std::span<const unsigned char> bytes, const TagKey& key);

/// The tag of `bytes` that stand under `place`: nothing can come to stand elsewhere unnoticed.
std::array<unsigned char, 8> tag_of(std::span<const unsigned char> place,
                                    std::span<const unsigned char> bytes, const TagKey& key);

/// Writes `language` at `at`, zeros behind it to language_bytes.
void put_language(std::span<unsigned char> bytes, std::size_t at, const survey::Language& language);

/// Reads what put_language wrote; nothing where it holds something else than letters, digits and hyphens, or
/// anything behind its first zero.
std::optional<survey::Language> get_language(std::span<const unsigned char> bytes, std::size_t at);

}  // namespace kiosk::store
