#include "kiosk/batch/csv.h"

#include <fmt/core.h>

#include <initializer_list>
#include <optional>

#include "kiosk/batch/codebook.h"

namespace kiosk::batch {

namespace {

constexpr std::string_view header =
    "\xEF\xBB\xBF"
    "station;question;question_text;kind;answer;answer_ids;words;shown_order;language;day;day_part;reason;"
    "marks;points;segment\r\n";
constexpr std::string_view codebook_header =
    "\xEF\xBB\xBF"
    "set;hash;question;kind;option;language;text\r\n";
constexpr std::string_view line_end = "\r\n";
constexpr std::string_view csv_end_mark = "einde;";

bool runs_as_formula(std::string_view text) {
  return !text.empty() && std::string_view{"=+-@\t\r\n"}.find(text.front()) != std::string_view::npos;
}

/// What stands between the quotes of a cell.
void add_quoted(std::string& row, std::string_view text) {
  // find_first_of() calls memchr for every byte of the text: half of the time of a table went there.
  if (text.find('"') == std::string_view::npos && text.find('\r') == std::string_view::npos) {
    row += text;
    return;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool line_break_of_two = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (line_break_of_two) continue;
    if (text[i] == '"') row += '"';
    row += text[i] == '\r' ? '\n' : text[i];
  }
}

/// All of `parts` in one cell, written without a string for each.
void add_joined(std::string& row, const std::vector<std::string_view>& parts) {
  row += '"';
  if (!parts.empty() && runs_as_formula(parts.front())) row += '\'';
  bool first = true;
  for (const std::string_view part : parts) {
    if (!first) row += " | ";
    first = false;
    add_quoted(row, part);
  }
  row += '"';
}

/// In the order of the options that got them.
void add_points(std::string& row, const std::vector<std::uint8_t>& points) {
  row += '"';
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0) row += " | ";
    row += std::to_string(points[i]);
  }
  row += '"';
}

void add_row(std::string& text, std::initializer_list<std::string_view> cells) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) text += ';';
    first = false;
    add_cell(text, cell);
  }
  text += line_end;
}

std::optional<std::uint64_t> proves_table(std::string_view /*opening*/, std::string_view closing,
                                          std::uint64_t rows, const Digest& of_all_before) {
  return closing == csv_closing(rows, of_all_before) ? std::optional{rows} : std::nullopt;
}

}  // namespace

std::string csv_opening() { return std::string{header}; }

void add_csv(std::string& text, std::string_view station, const Row& row) {
  std::vector<std::string_view> marks = row.flags;
  if (row.state == "hidden") marks.push_back(row.state);
  const auto add = [&text](std::string_view cell) {
    add_cell(text, cell);
    text += ';';
  };
  const auto add_list = [&text](const std::vector<std::string_view>& parts) {
    add_joined(text, parts);
    text += ';';
  };
  for (const std::string_view cell : {station, row.question, row.question_text, name(row.kind)}) add(cell);
  add_list(row.labels);
  add_list(row.chosen);
  add(row.words);
  add_list(row.shown);
  for (const std::string_view cell : {row.language, row.day, row.part, row.reason}) add(cell);
  add_list(marks);
  add_points(text, row.points);
  text += ';';
  add_cell(text, row.segment);
  text += line_end;
}

std::string codebook_opening() { return std::string{codebook_header}; }

std::uint64_t add_codebook(std::string& text, std::string_view hash, const survey::Survey& survey) {
  return each_meaning(survey, [&](const Meaning& line) {
    add_row(text, {line.set, hash, line.question, line.kind, line.option, line.language, line.text});
  });
}

std::string csv_closing(std::uint64_t rows, const Digest& of_all_before) {
  return fmt::format("{}{};{}{}", csv_end_mark, rows, hex(of_all_before), line_end);
}

void add_cell(std::string& row, std::string_view text) {
  row += '"';
  if (runs_as_formula(text)) row += '\'';
  add_quoted(row, text);
  row += '"';
}

constinit const Format csv{header, line_end, csv_end_mark, proves_table};
constinit const Format codebook{codebook_header, line_end, csv_end_mark, proves_table};

}  // namespace kiosk::batch
