#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/batch/format.h"

namespace kiosk::batch::given {

inline Origin some_origin() { return {"UTR-01", {{"small", "cafe"}}}; }

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

inline Row words_row(std::string_view words) {
  Row row = choice_row();
  row.kind = Row::Kind::words;
  row.chosen = {};
  row.labels = {};
  row.shown = {};
  row.words = words;
  return row;
}

/// A whole file of `rows`, as it would stand on a stick.
inline std::string file_of(const Format& format, const std::vector<Row>& rows) {
  const Origin origin = some_origin();
  std::string text = format.opening(origin);
  for (const Row& row : rows) format.add(text, origin, row);
  Hasher hasher;
  hasher.take(text);
  return text + format.closing(rows.size(), hasher.so_far());
}

}  // namespace kiosk::batch::given
