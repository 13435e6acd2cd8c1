#include "kiosk/ui/transcript.h"

#include <fmt/format.h>

namespace kiosk::ui {

namespace {

bool is_said(const Box& box) { return box.role != Role::group && box.role != Role::part; }

const char* state_of(const Box& box) {
  if (box.busy) return "busy";
  if (box.pressed) return "pressed";
  if (box.selected) return "selected";
  return "";
}

std::string quoted(const std::string& words) {
  std::string json = "\"";
  for (const char letter : plain(words)) {
    if (letter == '"' || letter == '\\') json += '\\';
    if (static_cast<unsigned char>(letter) < 0x20U) {
      json += fmt::format("\\u{:04x}", static_cast<unsigned>(letter));
    } else {
      json += letter;
    }
  }
  return json + '"';
}

}  // namespace

std::string plain(const std::string& words) {
  constexpr std::string_view soft_hyphen = "\u00AD";
  std::string said = words;
  for (std::size_t at = said.find(soft_hyphen); at != std::string::npos; at = said.find(soft_hyphen, at)) {
    said.erase(at, soft_hyphen.size());
  }
  return said;
}

std::string transcript(const Frame& frame) {
  std::string words;
  for (const Box& box : frame.boxes) {
    if (!is_said(box)) continue;
    const std::string state = state_of(box);
    words += fmt::format("{} {}{}\n", name_of(box.role), plain(box.label),
                         state.empty() ? "" : " (" + state + ")");
  }
  return words;
}

std::string as_json(const Frame& frame, Time time, bool moving) {
  std::string boxes;
  for (const Box& box : frame.boxes) {
    if (!is_said(box)) continue;
    if (!boxes.empty()) boxes += ',';
    boxes += fmt::format(R"({{"role":"{}","label":{},"x":{},"y":{},"w":{},"h":{},"state":"{}"{}}})",
                         name_of(box.role), quoted(box.label), box.area.x, box.area.y, box.area.w, box.area.h,
                         state_of(box), box.focused ? R"(,"focused":true)" : "");
  }
  return fmt::format(R"({{"t_ms":{},"screen":{}{},"boxes":[{}]}})", time.count(), quoted(frame.screen),
                     moving ? R"(,"moving":true)" : "", boxes);
}

}  // namespace kiosk::ui
