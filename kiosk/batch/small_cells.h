#pragma once

#include <cstdint>
#include <optional>
#include <vector>

/// Small groups in tables, as on the kiosk's own screens (store/published.h): fewer than 5 are not shown
/// apart, and nothing that a subtraction would tell is shown either.
///
/// What a report may and may not tell. Every batch holds at least k = 10 answers, and nobody is tied to any
/// of them, so a total over batches betrays nobody. Two things still could. One is a cell of a table: "of
/// those who answered in Ukrainian, one chose A" tells what that person thinks to whoever knows who that was.
/// So in each table cells under 5 are hidden, and with them as many more, the smallest first, as are needed
/// so that no sum over a row or a column gives a hidden one away: at least two hidden, together at least 5.
/// The other is the difference between two numbers of one report: with and without marked answers, "don't
/// know" and all. So answers are told with and without the marked ones only where the marked ones could be
/// shown themselves, and a "don't know" of fewer than 5 counts nowhere in the report, as on the screen.
///
/// Not kept from is the difference between two reports, of this week and the last: that is one batch or more.
/// It is at least 10 answers, but may hold few to one question. Whoever has both has the stick too, on which
/// every answer stands by itself; what protects a visitor there is that an answer has no visitor and no time
/// finer than a part of a day.
namespace kiosk::batch {

/// A question with fewer answers than this is not told at all: k.
inline constexpr std::uint64_t fewest_told = 10;

/// A number that may be shown, or nothing.
using Cell = std::optional<std::uint64_t>;

/// Numbers whose sum is known to the reader.
std::vector<Cell> hide_small(const std::vector<std::uint64_t>& numbers);

/// A table (by row) of which the reader knows the sum of every column, and of every row too where
/// `rows_add_up`.
std::vector<std::vector<Cell>> hide_small(const std::vector<std::vector<std::uint64_t>>& table,
                                          bool rows_add_up);

}  // namespace kiosk::batch
