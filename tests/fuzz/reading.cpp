#include <algorithm>
#include <fstream>
#include <string>
#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/batch/jsonl.h"
#include "kiosk/batch/reading.h"
#include "kiosk/batch/verify.h"
#include "tests/fuzz/promise.h"
#include "tests/support/temp_folder.h"

// A batch on a stick of anybody: one byte that says how large the pieces are, then the file up to its closing
// line; that is made to fit, so that whatever the lines hold is looked at. It is refused in words, or every
// answer fits the question set and written again is the same bytes.

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

std::string closed(std::string_view body) {
  Hasher hasher;
  hasher.take(body);
  const std::string message = batch::signed_part(hasher.so_far());
  const auto* bytes =
      reinterpret_cast<const unsigned char*>(message.data());  // the same bytes, seen unsigned
  const auto lines = std::max<std::ptrdiff_t>(1, std::count(body.begin(), body.end(), '\n'));
  return std::string{body} + batch::signed_closing(static_cast<std::uint64_t>(lines - 1), hasher.so_far(),
                                                   station_key().sign({bytes, message.size()}));
}

void look_at(const batch::Line& line, const survey::Survey& survey) {
  promise(line.question < survey.questions.size(), "the question is one of the set");
  const survey::Question& asked = survey.questions[line.question];
  promise(asked.options.size() >= 64 || line.options >> asked.options.size() == 0,
          "options are of the question");
  promise(line.row.kind == batch::Row::Kind::words || line.order.size() == asked.options.size(),
          "all options were shown");
  promise(utf8::valid(line.row.words), "words are text");
}

void read(std::string_view file, std::size_t piece) {
  std::string lines;
  batch::Surveys surveys;
  const batch::BatchReader* self = nullptr;
  std::shared_ptr<const survey::Survey> survey;
  batch::BatchReader reader{surveys, [&](const batch::Line& line) {
                              const batch::Head& head = *self->head();
                              if (!survey) survey = surveys.of(head.hash, head.source);
                              look_at(line, *survey);
                              batch::add_line(lines, line.row);
                              return true;
                            }};
  self = &reader;
  for (std::size_t at = 0; at < file.size() && reader.take(file.substr(at, piece)); at += piece) {
  }
  const auto done = reader.finish();
  if (!done) {
    promise(!done.error().empty(), "what is refused is refused in words");
    return;
  }
  promise(batch::verify(file).kind == batch::Verdict::Kind::good, "what is read is good for verify too");
  const batch::Head& head = done->head;
  const std::string opening = done->has_words() ? batch::texts_opening(head) : batch::batch_opening(head);
  promise(file.starts_with(opening + lines), "what was read and is written again is the same bytes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t piece = std::size_t{bytes[0]} + 1;
  const std::string_view file = fuzz::as_text(bytes + 1, size - 1);
  read(file, piece);
  if (file.ends_with('\n')) read(closed(file), piece);
  return 0;
}
