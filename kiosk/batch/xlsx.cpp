#include "kiosk/batch/xlsx.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <future>
#include <utility>
#include <vector>

#include "kiosk/base/file.h"
#include "kiosk/base/folder.h"
#include "kiosk/base/utf8.h"
#include "kiosk/batch/codebook.h"

namespace kiosk::batch {

namespace {

constexpr const char* scratch_name = "antwoorden.xlsx.scratch";
constexpr std::size_t longest_cell = 32'000;  // letters; a spreadsheet takes 32,767
constexpr int day_1970 = 25'569;              // as spreadsheets count days
constexpr std::time_t seconds_a_day = 86'400;
constexpr std::uint64_t closing_margin = std::uint64_t{1} << 20U;
constexpr std::chrono::milliseconds a_moment{100};

// The first bytes of every archive of libxlsxwriter: it dates all within to 1980-01-01.
constexpr std::string_view archive_mark{"PK\x03\x04\x14\0\0\0\x08\0\0\0!\0", 14};
constexpr std::string_view workbook_end_mark = "einde;";
constexpr std::size_t archive_end_bytes = 22;  // without a comment

struct Column {
  const char* name;
  double width;
  const char* dutch;
  const char* english;
};

constexpr std::array columns{
    Column{"station", 12, "Aan welke zuil is geantwoord.", "At which station the answer was given."},
    Column{"set", 16, "De vragenlijst; zie het blad codeboek.", "The question set; see the sheet codeboek."},
    Column{"question", 18, "De vraag, met haar vaste naam.", "The question, by its fixed name."},
    Column{"question_text", 46, "De vraag, zoals zij op het scherm stond.",
           "The question, as it stood on the screen."},
    Column{"kind", 11,
           "choice: getikt. dont_know: weet ik niet. words: zelf geschreven, in een eigen rij. sealed: er "
           "zijn woorden, en die zijn verzegeld.",
           "choice: tapped. dont_know: don't know. words: written, in a row of its own. sealed: there are "
           "words, and they are sealed."},
    Column{"answer", 46, "Wat gekozen is, in woorden.", "What was chosen, in words."},
    Column{"answer_ids", 26, "Wat gekozen is, met vaste namen.", "What was chosen, by fixed names."},
    Column{"chosen", 9, "Hoeveel keuzes dit antwoord telt.", "How many options this answer chose."},
    Column{"place", 8, "Op welke plaats de gekozen optie stond: 1 is de eerste. Leeg bij meer keuzes.",
           "The place at which the chosen option stood: 1 is the first. Empty where more were chosen."},
    Column{"words", 60, "Eigen woorden van een bezoeker.", "A visitor's own words."},
    Column{"state", 10,
           "Van woorden: unread is nog niet nagekeken, shown is goedgekeurd, hidden is verborgen.",
           "Of words: unread is not reviewed yet, shown is approved, hidden is hidden."},
    Column{"shown_order", 26, "In welke volgorde de keuzes in beeld stonden.",
           "The order in which the options were shown."},
    Column{"language", 10, "De taal van het scherm.", "The language of the screen."},
    Column{"day", 12, "De dag (een datum).", "The day (a date)."},
    Column{"day_part", 11, "morning, afternoon of evening; leeg als het niet bewaard is.",
           "morning, afternoon or evening; empty where it was not kept."},
    Column{"reason", 12, "Bij 'weet ik niet': both, neither, too_little of other.",
           "With \"don't know\": both, neither, too_little or other."},
    Column{"flagged", 9, "1: misschien niet serieus bedoeld. 0: geen teken daarvan.",
           "1: perhaps not meant. 0: no sign of that."},
    Column{"marks", 14, "Waarom: hasty is sneller dan iemand kan lezen, burst is een reeks achter elkaar.",
           "Why: hasty is faster than anyone can read, burst is one of a row."},
    Column{"points", 14, "Bij het verdelen van punten: hoeveel elke keuze kreeg, op volgorde van answer_ids.",
           "Where points were divided: how many each option got, in the order of answer_ids."},
    Column{"segment", 18, "De groep die de bezoeker koos, met haar vaste naam; leeg bij een kleine groep.",
           "The group that the visitor chose, by its fixed name; empty where the group is small."},
};

constexpr std::array codebook_columns{
    Column{"set", 16, "", ""},  Column{"hash", 36, "", ""},   Column{"question", 18, "", ""},
    Column{"kind", 10, "", ""}, Column{"option", 26, "", ""}, Column{"language", 10, "", ""},
    Column{"text", 90, "", ""},
};

std::string workbook_closing_of(std::uint64_t rows, const Digest& of_all_before) {
  return fmt::format("{}{};{}\r\n", workbook_end_mark, rows, hex(of_all_before));
}

std::optional<std::uint64_t> proves_workbook(std::string_view /*opening*/, std::string_view closing,
                                             std::uint64_t /*lines*/, const Digest& of_all_before) {
  constexpr std::size_t most_row_digits = 18;
  std::uint64_t rows = 0;
  const std::string_view digits = closing.substr(
      workbook_end_mark.size(), closing.find(';', workbook_end_mark.size()) - workbook_end_mark.size());
  if (digits.size() > most_row_digits) return std::nullopt;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    rows = 10 * rows + static_cast<std::uint64_t>(digit - '0');
  }
  return closing == workbook_closing_of(rows, of_all_before) ? std::optional{rows} : std::nullopt;
}

}  // namespace

constinit const Format xlsx_format{archive_mark, "\n", workbook_end_mark, proves_workbook};

/// The library's own things. All its sheets keep their rows in files that have no name any more.
struct Spreadsheet::Parts {
  std::filesystem::path scratch;
  std::string folder;  // its name, as the library keeps it
  std::filesystem::path file;
  std::uint32_t most = most_rows;
  lxw_workbook* workbook = nullptr;
  lxw_format* head = nullptr;
  lxw_format* date = nullptr;
  std::vector<lxw_worksheet*> sheets;
  lxw_worksheet* sheet = nullptr;
  std::uint32_t row = 0;      // the next one of the sheet
  std::uint32_t answers = 0;  // sheets of answers
  std::uint64_t rows = 0;     // of answers, in all sheets
  bool failed = false;
  std::string cell;  // the library wants strings that end in a zero

  explicit Parts(std::filesystem::path where)
      : scratch{std::move(where)}, folder{scratch.string()}, file{scratch / scratch_name} {}
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  ~Parts() {
    abandon();
    static_cast<void>(wipe_file(file));  // what is left there is written over by the next one
  }

  void abandon() {
    if (workbook == nullptr) return;
    for (lxw_worksheet* one : sheets) std::fclose(one->optimize_tmpfile);  // the library would forget them
    lxw_workbook_free(std::exchange(workbook, nullptr));
  }

  template <std::size_t Count>
  void open_sheet(const std::string& name, const std::array<Column, Count>& with) {
    sheet = workbook_add_worksheet(workbook, name.c_str());
    failed = failed || sheet == nullptr;
    if (failed) return;
    sheets.push_back(sheet);
    row = 0;
    lxw_col_t at = 0;
    for (const Column& column : with) {
      worksheet_set_column(sheet, at, at, column.width, nullptr);
      worksheet_write_string(sheet, row, at++, column.name, head);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    ++row;
  }

  void close_sheet(std::size_t width) {
    if (failed || sheet == nullptr) return;
    worksheet_autofilter(sheet, 0, 0, row - 1, static_cast<lxw_col_t>(width - 1));
    sheet = nullptr;
  }

  void text(lxw_col_t column, std::string_view words) {
    if (words.empty()) return;
    if (words.size() > longest_cell) words = utf8::first(words, longest_cell);
    cell = words;
    std::replace(cell.begin(), cell.end(), '\0', ' ');
    failed = worksheet_write_string(sheet, row, column, cell.c_str(), nullptr) != LXW_NO_ERROR || failed;
  }

  void texts(lxw_col_t column, const std::vector<std::string_view>& parts) {
    if (parts.size() == 1) return text(column, parts.front());
    std::string joined;
    for (const std::string_view part : parts) joined.append(joined.empty() ? "" : " | ").append(part);
    text(column, joined);
  }

  /// One alone as a number; more as a text, in one cell.
  void points(lxw_col_t column, const std::vector<std::uint8_t>& given) {
    if (given.size() == 1) return number(column, given.front());
    text(column, fmt::format("{}", fmt::join(given, " | ")));
  }

  void number(lxw_col_t column, double value, lxw_format* format = nullptr) {
    failed = worksheet_write_number(sheet, row, column, value, format) != LXW_NO_ERROR || failed;
  }

  void explain() {
    constexpr std::array heads{Column{"kolom / column", 16, "", ""}, Column{"Nederlands", 80, "", ""},
                               Column{"English", 80, "", ""}};
    open_sheet("uitleg", heads);
    if (failed) return;
    for (const Column& column : columns) {
      text(0, column.name);
      text(1, column.dutch);
      text(2, column.english);
      ++row;
    }
  }

  /// Did the disk take every row? The library does not ask.
  bool rows_written() const {
    return std::none_of(sheets.begin(), sheets.end(), [](const lxw_worksheet* one) {
      return std::fflush(one->optimize_tmpfile) != 0 || std::ferror(one->optimize_tmpfile) != 0;
    });
  }

  /// Bytes that all rows take.
  std::uint64_t size() const {
    std::uint64_t bytes = 0;
    for (const lxw_worksheet* one : sheets)
      bytes += static_cast<std::uint64_t>(std::max(0L, std::ftell(one->optimize_tmpfile)));
    return bytes;
  }

  IoError no_room() const { return {ENOSPC, "put a spreadsheet together in", scratch, {}}; }
};

Spreadsheet::Spreadsheet(std::unique_ptr<Parts> parts) : parts_{std::move(parts)} {}
Spreadsheet::Spreadsheet(Spreadsheet&&) noexcept = default;
Spreadsheet::~Spreadsheet() = default;

Result<Spreadsheet, IoError> Spreadsheet::start(const std::filesystem::path& scratch, Day last_day,
                                                std::uint32_t rows) {
  auto parts = std::make_unique<Parts>(scratch);
  const auto folder = Folder::open(scratch);
  if (!folder) return folder.error();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = parts->folder.data();
  parts->most = rows;
  parts->workbook = workbook_new_opt(parts->file.c_str(), &options);
  if (parts->workbook == nullptr) return parts->no_room();
  lxw_doc_properties about{};
  about.created = std::max<std::time_t>(last_day, 1) * seconds_a_day;
  workbook_set_properties(parts->workbook, &about);
  parts->head = workbook_add_format(parts->workbook);
  format_set_bold(parts->head);
  format_set_bottom(parts->head, LXW_BORDER_THIN);
  parts->date = workbook_add_format(parts->workbook);
  format_set_num_format(parts->date, "yyyy-mm-dd");
  parts->open_sheet("antwoorden", columns);
  parts->answers = 1;
  if (parts->failed) return parts->no_room();
  return Spreadsheet{std::move(parts)};
}

void Spreadsheet::add(std::string_view station, const Line& line) {
  Parts& parts = *parts_;
  if (parts.row == parts.most) {
    parts.close_sheet(columns.size());
    parts.open_sheet(fmt::format("antwoorden {}", ++parts.answers), columns);
  }
  if (parts.failed) return;
  const Row& row = line.row;
  parts.text(0, station);
  parts.text(1, line.set);
  parts.text(2, row.question);
  parts.text(3, row.question_text);
  parts.text(4, name(row.kind));
  parts.texts(5, row.labels);
  parts.texts(6, row.chosen);
  if (row.kind < Row::Kind::words) parts.number(7, static_cast<double>(row.chosen.size()));
  if (row.chosen.size() == 1) {
    const auto at = std::find(row.shown.begin(), row.shown.end(), row.chosen.front());
    parts.number(8, static_cast<double>(at - row.shown.begin()) + 1);
  }
  parts.text(9, row.words);
  parts.text(10, row.state);
  parts.texts(11, row.shown);
  parts.text(12, row.language);
  if (line.day != 0) parts.number(13, day_1970 + line.day, parts.date);
  parts.text(14, row.part);
  parts.text(15, row.reason);
  if (row.kind != Row::Kind::sealed) parts.number(16, row.flags.empty() ? 0 : 1);
  parts.texts(17, row.flags);
  parts.points(18, row.points);
  parts.text(19, row.segment);
  ++parts.row;
  ++parts.rows;
}

void Spreadsheet::add_codebook(std::string_view hash, const survey::Survey& survey) {
  Parts& parts = *parts_;
  if (parts.answers != 0) {
    parts.close_sheet(columns.size());
    parts.open_sheet("codeboek", codebook_columns);
    parts.answers = 0;
  }
  if (parts.failed) return;
  each_meaning(survey, [&](const Meaning& line) {
    lxw_col_t at = 0;
    for (const std::string_view cell :
         {line.set, hash, line.question, line.kind, line.option, line.language, line.text})
      parts.text(at++, cell);
    ++parts.row;
  });
}

namespace {

/// Hands over the archive with its closing line as its comment.
class Closer {
 public:
  Closer(OutFile& out, std::uint64_t rows) : out_{out}, rows_{rows} {}

  bool take(std::string_view piece) {
    held_ += piece;
    if (held_.size() <= archive_end_bytes) return true;
    const std::size_t ready = held_.size() - archive_end_bytes;
    const bool added = add(std::string_view{held_}.substr(0, ready));
    held_.erase(0, ready);
    return added;
  }

  Result<Done, IoError> finish() {
    const std::string length_of = "\n" + workbook_closing_of(rows_, Digest{});
    held_[archive_end_bytes - 2] = static_cast<char>(length_of.size());  // under 256
    if (!add(held_) || !add("\n")) return *failure_;
    if (const auto closed = out_.add(workbook_closing_of(rows_, hasher_.so_far())); !closed)
      return closed.error();
    return out_.finish();
  }

  const std::optional<IoError>& failure() const { return failure_; }

 private:
  bool add(std::string_view bytes) {
    hasher_.take(bytes);
    if (const auto added = out_.add(bytes); !added) failure_ = added.error();
    return !failure_;
  }

  OutFile& out_;
  std::uint64_t rows_;
  std::string held_;
  Hasher hasher_;
  std::optional<IoError> failure_;
};

}  // namespace

Result<Done, IoError> Spreadsheet::finish(OutFile& out, const std::function<void()>& waiting) {
  const std::unique_ptr<Parts> held = std::move(parts_);  // its file goes with it
  Parts& parts = *held;
  parts.close_sheet(parts.answers == 0 ? codebook_columns.size() : columns.size());
  if (!parts.failed) parts.explain();
  const auto room = free_space(parts.scratch);
  if (!room) return room.error();
  // The library writes all rows once more, then packs them, and does not ask whether there was room.
  const bool fits = *room > 2 * parts.size() + closing_margin;
  if (parts.failed || !parts.rows_written() || !fits) return parts.no_room();
  auto packed = std::async(std::launch::async, workbook_close, std::exchange(parts.workbook, nullptr));
  while (packed.wait_for(a_moment) != std::future_status::ready) waiting();
  if (packed.get() != LXW_NO_ERROR) return parts.no_room();

  const auto folder = Folder::open(parts.scratch);
  if (!folder) return folder.error();
  Closer closer{out, parts.rows};
  const auto read = folder->read(scratch_name, [&](std::string_view piece) { return closer.take(piece); });
  if (!read) return read.error();
  if (closer.failure()) return *closer.failure();
  return closer.finish();
}

}  // namespace kiosk::batch
