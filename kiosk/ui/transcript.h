#pragma once

#include <string>

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

/// A screen in words, one box a line, in reading order: "button Verder", "checkbox Participatie (selected)".
/// What a test compares and what speech will say.
std::string transcript(const Frame& frame);

/// Words without the marks that only line breaking needs (soft hyphens): as they are read and found.
std::string plain(const std::string& words);

/// One JSON object on one line: `{"t_ms":…,"screen":…,"boxes":[{"role","label","x","y","w","h","state"}…]}`;
/// the box that the keys of a keypad are at has `"focused":true` besides, and a frame under which something
/// of the one before still fades has `"moving":true`.
std::string as_json(const Frame& frame, Time time, bool moving);

}  // namespace kiosk::ui
