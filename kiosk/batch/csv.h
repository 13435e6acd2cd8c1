#pragma once

#include "kiosk/batch/format.h"

namespace kiosk::batch {

/// Answers for a spreadsheet that is opened with a double click: UTF-8 with a byte order mark (without it
/// Excel takes é for Ã©), `;` between cells (what a Dutch Excel expects), CRLF between rows, every cell in
/// quotes.
///
///     station;question;question_text;kind;answer;answer_ids;words;shown_order;language;day
///     "UTR-01";"d1";"Waar …?";"choice";"Snel";"a";"";"b | a";"nl";"2026-11-23"
///     einde;1;<hash>
///
/// A cell that a spreadsheet would run as a formula gets a `'` before it. A line break within words is LF
/// alone, so that CRLF is always the end of a row; rows begin with a quote, so the closing line cannot be
/// mistaken.
extern const Format csv;

/// `text` as one cell: quoted, and harmless to a spreadsheet.
void add_cell(std::string& row, std::string_view text);

}  // namespace kiosk::batch
