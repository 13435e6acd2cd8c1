#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/digest.h"
#include "kiosk/base/signature.h"
#include "kiosk/batch/format.h"
#include "kiosk/batch/row.h"
#include "kiosk/store/seal.h"

namespace kiosk::batch {

/// What the first line of a batch file says of the rest.
struct Head {
  std::string station;
  PublicKey key{};
  store::BatchId batch{};
  std::string set;     ///< as the question set calls itself
  std::string hash;    ///< of its text, in hex
  std::string source;  ///< its whole text
  When from;           ///< as coarse as the station keeps time; day 0: not kept
  When to;
  std::uint64_t answers = 0;  ///< lines; in a file of texts those that were not erased
  std::uint64_t erased = 0;   ///< texts: how many there were besides
};

/// A sealed batch as a file, one JSON object a line:
///
///     {"format":"kiosk-batch","version":1,"station":"UTR-01","key":"…","batch":"…","set":"omgevingswet",
///      "hash":"…","from":"2026-11-23","to":"2026-11-24","answers":2,"source":"<the set's whole text>"}
///     {"question":"d1","kind":"choice","chosen":["a"],"shown":["b","a"],"language":"nl","day":"2026-11-23"}
///     {"question":"d2","kind":"dont_know","reason":"both","shown":["a","b"],"language":"nl","day":"2026-11-24"}
///     {"end":true,"count":2,"hash":"<BLAKE2b-256 of all lines before>","signature":"<Ed25519 of the hash>"}
///
/// Lines stand in the order of random ids, which are not told: they have served with that. "reason", "part",
/// "flags" and "day" are there only where there is something to tell. The same seal always gives the same
/// bytes.
extern const Format batch_format;

/// The free texts of a batch, beside it, in a file with the same first and last line, but "kiosk-texts":
///
///     {"question":"d1","kind":"words","words":"…","state":"unread","language":"nl","day":"2026-11-23"}
///
/// Unlike the answers they can change: a text that is erased is gone from the next file, and the count of
/// "erased" in the first line tells so.
extern const Format texts_format;

/// What proves the sealed texts of a batch, "….texts.jsonl.age", to whoever cannot open them
/// (sealed_texts.h).
extern const Format sealed_format;

/// Who says to have signed a file; whether that is so, its last line tells.
struct Signer {
  PublicKey key{};
  std::string station;  ///< as it calls itself
};

/// What the first line says of that; nothing where it is no such line.
std::optional<Signer> signer_in(std::string_view first_line);

/// The first line of a batch, and of its texts; with its line break.
std::string batch_opening(const Head& head);
std::string texts_opening(const Head& head);

/// Adds a line.
void add_line(std::string& text, const Row& row);

/// What is signed: a hash of this kind of file can never be taken for one of another.
std::string signed_part(const Digest& of_all_before);

/// The last line, with its line break.
std::string signed_closing(std::uint64_t rows, const Digest& of_all_before, const Signature& signature);

}  // namespace kiosk::batch
