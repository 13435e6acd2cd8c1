#include <xlsxwriter.h>

#include <cstdlib>
#include <vector>

#include "kiosk/batch/out_folder.h"
#include "kiosk/batch/xlsx.h"
#include "tests/bench/given_batch.h"
#include "tests/bench/timing.h"

// xlsx FOLDER ANSWERS ROUNDS: a spreadsheet of so many answers; in turns with libxlsxwriter alone, which is
// given the same cells. Prints "kiosk libxlsxwriter", in ms.

using namespace kiosk;
using namespace kiosk::bench;

namespace {

/// The cells of one answer.
struct Cells {
  std::vector<std::string> texts;  // by column; empty: nothing there
  double chosen = 0;
  double place = 0;
  double day = 0;
};

std::string joined(const std::vector<std::string_view>& parts) {
  std::string text;
  for (const std::string_view part : parts) text.append(text.empty() ? "" : " | ").append(part);
  return text;
}

Cells cells_of(const batch::Line& line) {
  const batch::Row& row = line.row;
  Cells cells;
  for (const std::string& text : {std::string{"UTR-01"}, std::string{line.set}, std::string{row.question},
                                  std::string{row.question_text}, std::string{"choice"}, joined(row.labels),
                                  joined(row.chosen), std::string{}, std::string{}, std::string{},
                                  std::string{}, joined(row.shown), std::string{row.language}})
    cells.texts.push_back(text);
  cells.chosen = static_cast<double>(row.chosen.size());
  cells.place = 1;
  cells.day = 25'569.0 + line.day;
  return cells;
}

void by_library(const std::filesystem::path& folder, const std::vector<Cells>& all) {
  std::string scratch = folder.string();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = scratch.data();
  lxw_workbook* book = workbook_new_opt((folder / "peer.xlsx").c_str(), &options);
  lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
  lxw_format* date = workbook_add_format(book);
  format_set_num_format(date, "yyyy-mm-dd");
  lxw_row_t row = 0;
  for (const Cells& cells : all) {
    lxw_col_t column = 0;
    for (const std::string& text : cells.texts) {
      if (!text.empty()) worksheet_write_string(sheet, row, column, text.c_str(), nullptr);
      if (column == 7) worksheet_write_number(sheet, row, column, cells.chosen, nullptr);
      if (column == 8) worksheet_write_number(sheet, row, column, cells.place, nullptr);
      ++column;
    }
    worksheet_write_number(sheet, row, 13, cells.day, date);
    worksheet_write_number(sheet, row, 16, 0, nullptr);
    ++row;
  }
  if (workbook_close(book) != LXW_NO_ERROR) std::exit(1);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const std::filesystem::path place = argv[1];
  const auto key = must(SigningKey::open_or_make(place / "station.key"));
  write_batch_file(place / "batch.jsonl", std::atol(argv[2]), key);
  const auto folder = must(Folder::open(place));
  const auto each = [&](const batch::TakeLine& take) {
    batch::Surveys surveys;
    batch::BatchReader reader{surveys, take};
    must(folder.read("batch.jsonl", [&](std::string_view piece) { return reader.take(piece); }));
  };
  std::vector<Cells> cells;
  each([&](const batch::Line& line) {
    cells.push_back(cells_of(line));
    return true;
  });

  std::vector<double> by_kiosk;
  std::vector<double> alone;
  for (int i = 0; i < std::atoi(argv[3]); ++i) {
    by_kiosk.push_back(timed([&] {
      auto sheet = must(batch::Spreadsheet::start(place, some_day.when.day));
      each([&](const batch::Line& line) {
        sheet.add("UTR-01", line);
        return true;
      });
      batch::PlainFolder out{folder};
      const auto file = must(out.start("ours.xlsx"));
      must(sheet.finish(*file, [] {}));
    }));
    alone.push_back(timed([&] { by_library(place, cells); }));
  }
  std::printf("%.1f %.1f\n", median(by_kiosk), median(alone));
  return 0;
}
