#pragma once

#include <string_view>

#include "kiosk/ui/typesetter.h"

namespace kiosk::given {

/// Letters that are all half as wide as their font is high, so that a test can count.
class FixedLetters : public ui::Typesetter {
 public:
  int width(const ui::Face& face, std::string_view line) override {
    return static_cast<int>(line.size()) * face.px / 2;
  }
  int ascent(const ui::Face& face) override { return face.px; }
  int descent(const ui::Face& face) override { return face.px / 3; }
};

}  // namespace kiosk::given
