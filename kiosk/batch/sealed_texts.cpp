#include "kiosk/batch/sealed_texts.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "kiosk/base/program.h"
#include "kiosk/batch/fields.h"
#include "kiosk/batch/json.h"
#include "kiosk/batch/reading.h"

namespace kiosk::batch {

namespace {

constexpr std::string_view note_mark = R"({"format":"kiosk-sealed-texts","version":1)";
constexpr std::chrono::minutes longest_wait{10};  // somebody may have to type what protects an identity
constexpr std::size_t more_than_texts = std::size_t{1} << 20U;

std::string opening_of(const SealedNote& note) {
  std::string line{note_mark};
  add_field(line, "station", note.station);
  add_field(line, "key", hex(note.key));
  add_field(line, "batch", hex(note.batch));
  line += fmt::format(R"(,"answers":{},"erased":{},"decided":{},"hidden":{},"bytes":{})", note.answers,
                      note.erased, note.decided, note.hidden, note.bytes);
  add_field(line, "digest", hex(note.digest));
  add_field(line, "words", hex(note.words));
  return line + "}\n";
}

std::string signed_note(const SealedNote& note, const SigningKey& key) {
  const std::string opening = opening_of(note);
  const Digest hash = digest_of(opening);
  const std::string message = signed_part(hash);
  const auto* bytes =
      reinterpret_cast<const unsigned char*>(message.data());  // the same bytes, seen unsigned
  return opening + signed_closing(0, hash, key.sign({bytes, message.size()}));
}

/// The last line of what age complained of: it says why.
std::string complaint(const Ran& ran) {
  std::string_view said = ran.err;
  while (said.ends_with('\n')) said.remove_suffix(1);
  const std::size_t first = said.find('\n');
  return std::string{said.substr(0, first)};
}

std::string not_run(const IoError& error) {
  return error.code == ENOENT ? "the program age is not there; install the package age" : error.text();
}

std::uint32_t polymod(std::uint32_t sum, std::uint32_t value) {
  constexpr std::array<std::uint32_t, 5> generator{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                                   0x2a1462b3};
  const std::uint32_t top = sum >> 25U;
  sum = (sum & 0x1ffffffU) << 5U ^ value;
  for (std::size_t i = 0; i < generator.size(); ++i) sum ^= (top >> i & 1U) != 0 ? generator[i] : 0;
  return sum;
}

}  // namespace

bool is_recipient(std::string_view text) {  // Bech32: BIP 173
  constexpr std::string_view digits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  constexpr std::string_view name = "age";
  constexpr std::size_t size = 62;
  if (text.size() != size || !text.starts_with("age1")) return false;
  std::uint32_t sum = 1;
  for (const char letter : name) sum = polymod(sum, static_cast<std::uint32_t>(letter) >> 5U);
  sum = polymod(sum, 0);
  for (const char letter : name) sum = polymod(sum, static_cast<std::uint32_t>(letter) & 31U);
  for (const char letter : text.substr(name.size() + 1)) {
    const std::size_t value = digits.find(letter);
    if (value == std::string_view::npos) return false;
    sum = polymod(sum, static_cast<std::uint32_t>(value));
  }
  return sum == 1;
}

bool can_seal() {
  constexpr std::size_t a_line = 1000;
  const auto ran = run_program({"age", "--version"}, {}, a_line, std::chrono::seconds{10});
  return ran && ran->status == 0;
}

Result<SealedTexts, std::string> seal_texts(std::string_view texts,
                                            const std::vector<std::string>& recipients,
                                            const SigningKey& key) {
  Surveys surveys;
  BatchReader reader{surveys, [](const Line&) { return true; }};
  reader.take(texts);
  const auto file = reader.finish();
  if (!file || !file->has_words())
    return "the texts cannot be sealed: " + (file ? "they are a batch" : file.error());
  std::vector<std::string> words{"age", "--encrypt"};
  for (const std::string& recipient : recipients) words.insert(words.end(), {"--recipient", recipient});
  auto ran = run_program(words, texts, most_text_bytes + more_than_texts, longest_wait);
  if (!ran) return "words cannot be sealed, so none were written: " + not_run(ran.error());
  if (ran->status != 0) return "words cannot be sealed, so none were written: " + complaint(*ran);
  SealedNote note;
  note.station = file->head.station;
  note.key = key.public_key();
  note.batch = file->head.batch;
  note.answers = file->head.answers;
  note.erased = file->head.erased;
  note.decided = file->decided;
  note.hidden = file->hidden;
  note.bytes = ran->out.size();
  note.digest = digest_of(ran->out);
  note.words = key.fingerprint(texts);
  return SealedTexts{std::move(ran->out), signed_note(note, key)};
}

Result<std::string, StaysClosed> open_texts(std::string_view age, const std::filesystem::path& identity) {
  auto ran =
      run_program({"age", "--decrypt", "--identity", identity.string()}, age, most_text_bytes, longest_wait);
  if (!ran) return StaysClosed{"it cannot be opened: " + not_run(ran.error())};
  if (ran->status != 0) return StaysClosed{"it cannot be opened: " + complaint(*ran)};
  return std::move(ran->out);
}

std::optional<SealedNote> note_in(std::string_view file) {
  const std::size_t end = file.find('\n');
  if (file.size() > longest_note || end == std::string_view::npos) return std::nullopt;
  const std::string_view opening = file.substr(0, end + 1);
  if (!sealed_format.proves(opening, file.substr(end + 1), 0, digest_of(opening))) return std::nullopt;
  JsonScanner scanner{opening};
  if (!scanner.skip(note_mark)) return std::nullopt;
  Fields fields{scanner};
  SealedNote note;
  note.station = fields.plain(R"(,"station":)");
  note.key = fields.bytes<sizeof(PublicKey)>(R"(,"key":)");
  note.batch = fields.bytes<sizeof(store::BatchId)>(R"(,"batch":)");
  note.answers = fields.number(R"(,"answers":)");
  note.erased = fields.number(R"(,"erased":)");
  note.decided = fields.number(R"(,"decided":)");
  note.hidden = fields.number(R"(,"hidden":)");
  note.bytes = fields.number(R"(,"bytes":)");
  note.digest = fields.bytes<sizeof(Digest)>(R"(,"digest":)");
  note.words = fields.bytes<sizeof(Digest)>(R"(,"words":)");
  const bool whole = fields.good() && scanner.skip("}\n") && scanner.at_end();
  if (!whole || !is_station(note.station)) return std::nullopt;
  return note;
}

std::string stem_of(std::string_view station, const store::BatchId& batch) {
  return std::string{station} + "-" + hex(batch);
}

}  // namespace kiosk::batch
