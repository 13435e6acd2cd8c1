#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/batch/gather.h"
#include "kiosk/batch/jsonl.h"
#include "kiosk/batch/reading.h"
#include "kiosk/survey/reader.h"
#include "tests/batch/given.h"

/// Batch files as kiosks write them, of a question set that can be read.
namespace kiosk::batch::given {

/// For whoever need not hear how far it is.
inline const TellProgress nobody = [](std::uint64_t, std::uint64_t) { return true; };

inline const std::string set_source = R"(id = "small"
stage = "live"
languages = ["nl", "en"]
title = { nl = "Klein", en = "Small" }

[[question]]
id = "keep"
kind = "themes"
tone = "keep"
tag = { nl = "Behouden", en = "Keep" }
text = { nl = "Wat gaat goed?", en = "What is good?" }
pick = 2
own_words = true
[[question.option]]
id = "fast"
nl = "Snel"
en = "Fast"
[[question.option]]
id = "open"
nl = "Open houding"
en = "Open attitude"
[[question.option]]
id = "near"
nl = "Dichtbij"
en = "Near"

[[question]]
id = "space"
kind = "dilemma"
tag = { nl = "Dilemma", en = "Dilemma" }
text = { nl = "Ruimte", en = "Space" }
[[question.option]]
id = "a"
nl = "Meer regels"
en = "More rules"
[[question.option]]
id = "b"
nl = "Meer vrijheid"
en = "More freedom"
)";

inline Head head_of_batch(unsigned char number, const std::string& station = "UTR-01") {
  Head head = some_head();
  head.station = station;
  head.batch.fill(number);
  head.set = "small";
  head.source = set_source;
  head.hash = hex(short_digest(head.source));
  return head;
}

inline Row dilemma_row(std::string_view chosen, std::string_view first = "a",
                       std::string_view day = "2026-11-23") {
  Row row;
  row.question = "space";
  row.chosen = {chosen};
  row.shown =
      first == "a" ? std::vector<std::string_view>{"a", "b"} : std::vector<std::string_view>{"b", "a"};
  row.language = "nl";
  row.day = day;
  return row;
}

inline std::string lines_of(const std::vector<Row>& rows) {
  std::string lines;
  for (const Row& row : rows) add_line(lines, row);
  return lines;
}

/// A whole batch file.
inline std::string batch_of(Head head, const std::vector<Row>& rows, const SigningKey& key = station_key()) {
  head.answers = rows.size();
  head.key = key.public_key();
  return sealed(batch_opening(head) + lines_of(rows), rows.size(), key);
}

/// A whole file of the texts of a batch.
inline std::string texts_of(Head head, const std::vector<Row>& rows, std::uint64_t erased = 0,
                            const SigningKey& key = station_key()) {
  head.answers = rows.size();
  head.erased = erased;
  head.key = key.public_key();
  return sealed(texts_opening(head) + lines_of(rows), rows.size(), key);
}

/// Reads a file in pieces of `piece` bytes; its lines written anew come into `lines`.
inline Result<ReadFile, std::string> read_file_of(std::string_view file, std::string& lines,
                                                  std::size_t piece = 1 << 16) {
  Surveys surveys;
  BatchReader reader{surveys, [&](const Line& line) {
                       add_line(lines, line.row);
                       return true;
                     }};
  for (std::size_t at = 0; at < file.size() && reader.take(file.substr(at, piece)); at += piece) {
  }
  return reader.finish();
}

}  // namespace kiosk::batch::given
