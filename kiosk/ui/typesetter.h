#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "kiosk/text/paragraph.h"

namespace kiosk::ui {

/// A font as it is used: weight and size in px.
struct Face {
  bool bold = false;
  int px = 0;

  friend bool operator==(const Face&, const Face&) = default;
};

/// How wide and high text is. The real one knows the fonts; tests have one with letters of a fixed width.
class Typesetter {
 public:
  Typesetter() = default;
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;
  virtual ~Typesetter() = default;

  /// The width of one line in px.
  virtual int width(const Face& face, std::string_view line) = 0;

  /// How far letters reach above and below the line they stand on, in px.
  virtual int ascent(const Face& face) = 0;
  virtual int descent(const Face& face) = 0;

  /// Lines of at most `width` px. Remembers what it broke before, since a screen that changes a little asks
  /// for nearly all of its texts again. The reference holds until the next call.
  const text::Paragraph& lines(const Face& face, std::string_view words, int max_width,
                               const std::string& language,
                               text::LongWord long_word = text::LongWord::stays_whole);

  /// Forgets every text: nothing of a visitor's words stays in memory after the visit.
  virtual void forget() { broken_.clear(); }

 private:
  std::unordered_map<std::string, text::Paragraph> broken_;
};

}  // namespace kiosk::ui
