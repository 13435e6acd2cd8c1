#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/batch/csv.h"
#include "kiosk/batch/jsonl.h"
#include "tests/support/temp_folder.h"

namespace kiosk::batch::given {

inline Row choice_row() {
  Row row;
  row.set = "cafe";
  row.question = "keep";
  row.question_text = "Wat gaat goed?";
  row.chosen = {"fast", "near"};
  row.labels = {"Snel", "Dichtbij"};
  row.shown = {"near", "fast", "open"};
  row.language = "nl";
  row.day = "2026-11-23";
  return row;
}

inline Row dont_know_row() {
  Row row = choice_row();
  row.kind = Row::Kind::dont_know;
  row.chosen = {};
  row.labels = {};
  row.reason = "both";
  row.part = "morning";
  row.flags = {"hasty", "burst"};
  return row;
}

inline Row words_row(std::string_view words) {
  Row row = choice_row();
  row.kind = Row::Kind::words;
  row.chosen = {};
  row.labels = {};
  row.shown = {};
  row.words = words;
  row.state = "unread";
  return row;
}

/// The key of a station; the same within a test program.
inline const SigningKey& station_key() {
  static const tests::TempFolder folder;
  static const auto key = SigningKey::open_or_make(folder / "station.key");
  return *key;
}

inline Head some_head() {
  Head head;
  head.station = "UTR-01";
  head.key = station_key().public_key();
  head.batch.fill(0xAB);
  head.set = "small";
  head.hash = "cafe";
  head.source = "id = \"small\"\n";
  head.from.day = 20780;
  head.to.day = 20781;
  head.answers = 2;
  return head;
}

inline Digest digest_of(const std::string& text) {
  Hasher hasher;
  hasher.take(text);
  return hasher.so_far();
}

inline std::string sealed(const std::string& text, std::uint64_t rows,
                          const SigningKey& key = station_key()) {
  const std::string message = signed_part(digest_of(text));
  const Signature signature =
      key.sign({reinterpret_cast<const unsigned char*>(message.data()), message.size()});
  return text + signed_closing(rows, digest_of(text), signature);
}

/// A whole file of `rows`, as it would stand on a stick.
inline std::string file_of(const Format& format, const std::vector<Row>& rows) {
  if (&format == &csv) {
    std::string text = csv_opening();
    for (const Row& row : rows) add_csv(text, "UTR-01", row);
    return text + csv_closing(rows.size(), digest_of(text));
  }
  std::string text = &format == &batch_format ? batch_opening(some_head()) : texts_opening(some_head());
  for (const Row& row : rows) add_line(text, row);
  return sealed(text, rows.size());
}

}  // namespace kiosk::batch::given
