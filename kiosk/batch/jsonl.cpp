#include "kiosk/batch/jsonl.h"

#include <fmt/core.h>

namespace kiosk::batch {

namespace {

constexpr std::string_view opening_mark = R"({"format":"kiosk-feedback","version":1,)";
constexpr std::string_view closing_mark = R"({"end":)";

/// Adds `text` as a JSON string. Only quotes, backslashes and control characters need another form.
void add_string(std::string& line, std::string_view text) {
  line += '"';
  for (const char byte : text) {
    if (byte == '"' || byte == '\\') {
      line += '\\';
      line += byte;
    } else if (static_cast<unsigned char>(byte) < 0x20) {
      line += fmt::format("\\u{:04x}", static_cast<unsigned>(byte));
    } else {
      line += byte;
    }
  }
  line += '"';
}

/// Adds `,"name":"text"`; the comma only after something else.
void add_field(std::string& line, std::string_view name, std::string_view text) {
  if (line.back() != '{') line += ',';
  add_string(line, name);
  line += ':';
  add_string(line, text);
}

void add_list(std::string& line, std::string_view name, const std::vector<std::string_view>& texts) {
  line += ',';
  add_string(line, name);
  line += ":[";
  for (const std::string_view text : texts) {
    if (line.back() != '[') line += ',';
    add_string(line, text);
  }
  line += ']';
}

std::string opening(const Origin& origin) {
  std::string line{opening_mark};
  line.pop_back();  // the comma comes with the next field
  add_field(line, "station", origin.station);
  line += R"(,"sets":[)";
  for (const Origin::Set& set : origin.sets) {
    if (line.back() != '[') line += ',';
    line += '{';
    add_field(line, "set", set.id);
    add_field(line, "hash", set.hash);
    line += '}';
  }
  line += "]}\n";
  return line;
}

void add(std::string& text, const Origin& /*origin*/, const Row& row) {
  text += '{';
  add_field(text, "question", row.question);
  add_field(text, "kind", name(row.kind));
  if (row.kind == Row::Kind::words) {
    add_field(text, "words", row.words);
  } else {
    add_list(text, "chosen", row.chosen);
    text += row.kind == Row::Kind::dont_know ? R"(,"dont_know":true)" : R"(,"dont_know":false)";
    add_list(text, "shown", row.shown);
  }
  add_field(text, "language", row.language);
  add_field(text, "day", row.day);
  add_field(text, "hash", row.set);
  text += "}\n";
}

std::string closing(std::uint64_t rows, const Digest& of_all_before) {
  return fmt::format("{}true,\"count\":{},\"hash\":\"{}\"}}\n", closing_mark, rows, hex(of_all_before));
}

}  // namespace

constinit const Format jsonl{opening_mark, "\n", closing_mark, opening, add, closing};

}  // namespace kiosk::batch
