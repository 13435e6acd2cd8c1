#pragma once

#include <optional>
#include <string_view>

#include "kiosk/batch/jsonl.h"

namespace kiosk::batch {

/// A line longer than this is none of ours: a batch tells the whole text of its question set in its first
/// line.
inline constexpr std::size_t longest_head = std::size_t{2} << 20U;

/// Can a station be called so? Its name stands in the names of files: kept to what every file system takes.
bool is_station(std::string_view id);

/// The day that "2026-11-23" is; nothing where it is no such date, or one before 1970-01-02.
std::optional<Day> day_in(std::string_view iso);

/// What the first line of a batch, or of its texts, says (with its line break). Nothing where it is not
/// exactly as batch_opening() or texts_opening() writes it, or cannot be: a station whose name could not
/// stand in the name of a file, a hash that is not that of the source.
std::optional<Head> head_in(std::string_view first_line, const Format& format);

}  // namespace kiosk::batch
