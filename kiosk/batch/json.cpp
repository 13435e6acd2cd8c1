#include "kiosk/batch/json.h"

#include <fmt/core.h>

namespace kiosk::batch {

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

}  // namespace kiosk::batch
