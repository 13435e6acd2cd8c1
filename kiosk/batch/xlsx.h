#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/batch/format.h"
#include "kiosk/batch/out_folder.h"
#include "kiosk/batch/reading.h"

namespace kiosk::batch {

/// A spreadsheet with typed columns: days are dates, counts are numbers, all else is text and never a
/// formula. Its archive ends on a comment, "einde;rows;hash", as the last line of a table; programs pass over
/// it.
extern const Format xlsx_format;

/// What a spreadsheet takes: its own limit.
inline constexpr std::uint32_t most_rows = 1'048'576;

/// A spreadsheet that is being made: a sheet of answers (and one more for every 1,048,575 of them), a
/// codebook, and a sheet that explains. It is put together in `scratch`, not in memory.
class Spreadsheet {
 public:
  /// Starts one that is said to be made at the midnight at which `last_day` began: that of the last answer,
  /// so that the same answers always make the same file. `rows` are in one sheet at most.
  static Result<Spreadsheet, IoError> start(const std::filesystem::path& scratch, Day last_day,
                                            std::uint32_t rows = most_rows);
  Spreadsheet(Spreadsheet&&) noexcept;
  Spreadsheet& operator=(Spreadsheet&&) = delete;
  ~Spreadsheet();

  /// Adds a row. What cannot be written shows itself in finish().
  void add(std::string_view station, const Line& line);

  /// Adds the questions and options of a set to the codebook; `hash` is that of its text.
  void add_codebook(std::string_view hash, const survey::Survey& survey);

  /// Puts the file together (seconds for 1,000,000 rows, in which `waiting` is called some ten times a
  /// second) and hands it over to `out`. Nothing is left in the scratch folder.
  Result<Done, IoError> finish(OutFile& out, const std::function<void()>& waiting);

 private:
  struct Parts;
  explicit Spreadsheet(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace kiosk::batch
