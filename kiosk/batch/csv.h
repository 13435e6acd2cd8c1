#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/batch/format.h"
#include "kiosk/batch/row.h"
#include "kiosk/survey/survey.h"

namespace kiosk::batch {

/// Answers for a spreadsheet that is opened with a double click: UTF-8 with a byte order mark (without it
/// Excel takes é for Ã©), `;` between cells (what a Dutch Excel expects), CRLF between rows, every cell in
/// quotes.
///
///     station;question;question_text;kind;answer;answer_ids;words;shown_order;language;day;day_part;reason;marks;points;segment
///     "UTR-01";"d1";"Waar …?";"choice";"Snel";"a";"";"b | a";"nl";"2026-11-23";"";"";"";"";""
///     einde;1;<hash>
///
/// A cell that a spreadsheet would run as a formula gets a `'` before it. A line break within words is LF
/// alone, so that CRLF is always the end of a row; rows begin with a quote, so the closing line cannot be
/// mistaken.
extern const Format csv;

/// The questions and options of every set used, in every language, in the same form:
///
///     set;hash;question;kind;option;language;text
///     "omgevingswet";"…";"d1";"dilemma";"";"nl";"Waar …?"
///     "omgevingswet";"…";"d1";"dilemma";"a";"nl";"Snel"
extern const Format codebook;

std::string csv_opening();
void add_csv(std::string& text, std::string_view station, const Row& row);

std::string codebook_opening();

/// Adds the rows of one set; returns how many.
std::uint64_t add_codebook(std::string& text, std::string_view hash, const survey::Survey& survey);

/// The last line of both.
std::string csv_closing(std::uint64_t rows, const Digest& of_all_before);

/// `text` as one cell: quoted, and harmless to a spreadsheet.
void add_cell(std::string& row, std::string_view text);

}  // namespace kiosk::batch
