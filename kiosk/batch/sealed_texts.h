#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/digest.h"
#include "kiosk/base/result.h"
#include "kiosk/base/signature.h"
#include "kiosk/batch/jsonl.h"

/// The free texts of a batch, sealed to the organisation's key, so that a stick that is lost holds no word of
/// a visitor. Two files take the place of "UTR-01-<batch>.texts.jsonl":
///
///     UTR-01-<batch>.texts.jsonl.age   that file, encrypted by the program age: age -d -i KEY opens it
///     anywhere UTR-01-<batch>.sealed.jsonl      what proves it to whoever has no key:
///
///     {"format":"kiosk-sealed-texts","version":1,"station":"UTR-01","key":"…","batch":"…","answers":14,"erased":1,
///      "decided":9,"hidden":2,"bytes":5210,"digest":"<BLAKE2b-256 of the .age file>",
///      "words":"<SigningKey::fingerprint of the texts>"}
///     {"end":true,"count":0,"hash":"…","signature":"…"}
///
/// It tells how many texts there are and how many were decided about, which says which of two files is the
/// later one (gather.h), and nothing of what is in them. By "words" the station, and nobody else, knows
/// whether it would seal the same once more.
namespace kiosk::batch {

/// The most bytes of texts in one batch.
inline constexpr std::size_t most_text_bytes = std::size_t{256} << 20U;

/// No proof of sealed texts has more bytes.
inline constexpr std::size_t longest_note = 2000;

/// What the proof of sealed texts says.
struct SealedNote {
  std::string station;
  PublicKey key{};
  store::BatchId batch{};
  std::uint64_t answers = 0;  ///< texts
  std::uint64_t erased = 0;
  std::uint64_t decided = 0;
  std::uint64_t hidden = 0;
  std::uint64_t bytes = 0;  ///< of the .age file
  Digest digest{};          ///< of the .age file
  Digest words{};           ///< SigningKey::fingerprint of the texts
};

/// About how large the .age file of so many bytes gets.
constexpr std::uint64_t sealed_bytes(std::uint64_t bytes, std::size_t recipients) {
  constexpr std::uint64_t piece = std::uint64_t{64}
                                  << 10U;  // each has 16 bytes of its own (age-encryption.org/v1)
  return bytes + (bytes / piece + 1) * 16 + 200 * recipients + 200;
}

/// Both files.
struct SealedTexts {
  std::string age;
  std::string note;
};

/// Is this a public key of age, "age1…", with its checksum right?
bool is_recipient(std::string_view text);

/// Is the program there?
bool can_seal();

/// Seals a whole file of texts to `recipients` (each as is_recipient wants it) and signs for it with the key
/// that signed the texts. Runs age; words go through a pipe only. Fails with a sentence when that is not
/// installed or fails, or when `texts` is no file of texts.
Result<SealedTexts, std::string> seal_texts(std::string_view texts,
                                            const std::vector<std::string>& recipients,
                                            const SigningKey& key);

/// Why sealed texts stay closed, as half a sentence.
struct StaysClosed {
  std::string why;
};

/// The file of texts that was sealed. Fails when age is not there, or `identity` does not open it.
Result<std::string, StaysClosed> open_texts(std::string_view age, const std::filesystem::path& identity);

/// What a whole file "….sealed.jsonl" says; nothing where it is not signed by the key it names, or is not
/// exactly what seal_texts() writes.
std::optional<SealedNote> note_in(std::string_view file);

/// "UTR-01-<batch>"
std::string stem_of(std::string_view station, const store::BatchId& batch);

}  // namespace kiosk::batch
