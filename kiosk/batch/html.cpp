#include "kiosk/batch/html.h"

namespace kiosk::batch {

std::string html(std::string_view text) {
  constexpr std::string_view soft_hyphen = "\xC2\xAD";
  constexpr unsigned char first_printable = 0x20;
  constexpr unsigned char rubout = 0x7F;
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    if (text.starts_with(soft_hyphen)) {
      text.remove_prefix(soft_hyphen.size());
      continue;
    }
    const char letter = text.front();
    text.remove_prefix(1);
    switch (letter) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default: {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '\n' || (byte >= first_printable && byte != rubout)) safe += letter;
      }
    }
  }
  return safe;
}

}  // namespace kiosk::batch
