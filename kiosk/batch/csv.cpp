#include "kiosk/batch/csv.h"

#include <fmt/core.h>

namespace kiosk::batch {

namespace {

constexpr std::string_view header =
    "\xEF\xBB\xBF"
    "station;question;question_text;kind;answer;answer_ids;words;shown_order;language;day\r\n";
constexpr std::string_view line_end = "\r\n";
constexpr std::string_view closing_mark = "einde;";

bool runs_as_formula(std::string_view text) {
  return !text.empty() && std::string_view{"=+-@\t\r\n"}.find(text.front()) != std::string_view::npos;
}

std::string joined(const std::vector<std::string_view>& parts) {
  std::string all;
  for (const std::string_view part : parts) {
    if (!all.empty()) all += " | ";
    all += part;
  }
  return all;
}

std::string opening(const Origin& /*origin*/) { return std::string{header}; }

void add(std::string& text, const Origin& origin, const Row& row) {
  const auto cell = [&text](std::string_view words) {
    add_cell(text, words);
    text += ';';
  };
  cell(origin.station);
  cell(row.question);
  cell(row.question_text);
  cell(name(row.kind));
  cell(joined(row.labels));
  cell(joined(row.chosen));
  cell(row.words);
  cell(joined(row.shown));
  cell(row.language);
  add_cell(text, row.day);
  text += line_end;
}

std::string closing(std::uint64_t rows, const Digest& of_all_before) {
  return fmt::format("{}{};{}{}", closing_mark, rows, hex(of_all_before), line_end);
}

}  // namespace

void add_cell(std::string& row, std::string_view text) {
  row += '"';
  if (runs_as_formula(text)) row += '\'';
  if (text.find_first_of("\"\r") == std::string_view::npos) {
    row += text;
  } else {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool line_break_of_two = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
      if (line_break_of_two) continue;
      if (text[i] == '"') row += '"';
      row += text[i] == '\r' ? '\n' : text[i];
    }
  }
  row += '"';
}

constinit const Format csv{header, line_end, closing_mark, opening, add, closing};

}  // namespace kiosk::batch
