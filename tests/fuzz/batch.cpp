#include <fstream>
#include <string>
#include <utility>

#include "kiosk/batch/csv.h"
#include "kiosk/batch/jsonl.h"
#include "kiosk/batch/verify.h"
#include "tests/fuzz/promise.h"
#include "tests/support/temp_folder.h"

// A file on a stick: one byte that says how large the pieces are in which it is read, then the file. It is
// judged as it is, and once more with the closing line that fits it, so that the way to "good" is open.

using namespace kiosk;
using fuzz::promise;

namespace {

/// The same key in every run: the files of the corpus name it in their first line.
const SigningKey& station_key() {
  static const SigningKey key = [] {
    const tests::TempFolder folder{tests::TempFolder::in_memory()};
    const auto file = folder / "station.key";
    std::ofstream{file} << "kiosk-station-key 1 " << std::string(64, '7') << "\n";
    auto opened = SigningKey::open_or_make(file);
    promise(static_cast<bool>(opened), "a key that was written is read");
    return std::move(*opened);
  }();
  return key;
}

batch::Verdict in_pieces(std::string_view file, std::size_t piece) {
  batch::Verifier verifier;
  for (std::size_t at = 0; at < file.size(); at += piece) verifier.take(file.substr(at, piece));
  return verifier.finish();
}

batch::Verdict judge(std::string_view file, std::size_t piece) {
  using Kind = batch::Verdict::Kind;
  const batch::Verdict verdict = batch::verify(file);
  promise(in_pieces(file, piece) == verdict, "pieces of any size lead to the same verdict");
  promise((verdict.kind == Kind::good) == (verdict.format != nullptr), "what is good has a format");
  if (verdict.kind == Kind::good) {
    promise(batch::verify(file.substr(0, file.size() - 1)).kind != Kind::good,
            "a file that lacks its last byte is not good");
    promise(batch::verify(std::string{file} + "\n").kind != Kind::good,
            "a file that has one byte more is not good");
  }
  return verdict;
}

std::uint64_t rows_of(std::string_view file, const batch::Format& format) {
  std::uint64_t lines = 0;
  for (std::size_t at = file.find(format.line_end); at != std::string_view::npos;
       at = file.find(format.line_end, at + 1)) {
    ++lines;
  }
  return lines - 1;  // the first is the opening
}

std::string closing(std::string_view file, const batch::Format& format) {
  Hasher hasher;
  hasher.take(file);
  const Digest hash = hasher.so_far();
  const std::uint64_t rows = rows_of(file, format);
  if (&format == &batch::csv || &format == &batch::codebook) return batch::csv_closing(rows, hash);
  const std::string message = batch::signed_part(hash);
  const auto* bytes =
      reinterpret_cast<const unsigned char*>(message.data());  // the same bytes, seen unsigned
  return batch::signed_closing(rows, hash, station_key().sign({bytes, message.size()}));
}

bool closes_early(std::string_view file, const batch::Format& format) {
  return file.find(std::string{format.line_end} + std::string{format.closing_mark}) != std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t piece = std::size_t{bytes[0]} + 1;
  const std::string_view file = fuzz::as_text(bytes + 1, size - 1);
  judge(file, piece);
  for (const batch::Format* format :
       {&batch::csv, &batch::codebook, &batch::batch_format, &batch::texts_format}) {
    if (!file.starts_with(format->opening_mark) || !file.ends_with(format->line_end)) continue;
    const batch::Verdict verdict = judge(std::string{file} + closing(file, *format), piece);
    const bool good = verdict.kind == batch::Verdict::Kind::good;
    promise(!good || verdict.answers == rows_of(file, *format), "the rows of a good file are counted");
    const bool is_signed = format == &batch::batch_format || format == &batch::texts_format;
    promise(good || is_signed || closes_early(file, *format), "a table with its own closing line is good");
  }
  return 0;
}
