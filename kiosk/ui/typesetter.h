#pragma once

#include <functional>
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
  /// What a paragraph is made of; its words are those of whoever asks, or, as a key, our own.
  template <class Words>
  struct Asked {
    Face face;
    int width = 0;
    text::LongWord long_word{};
    Words language;
    Words words;
  };
  using Asking = Asked<std::string_view>;
  using Kept = Asked<std::string>;
  /// Looked up without a copy of the words: that is done for every text of every frame.
  struct Spread {
    using is_transparent = void;
    template <class Words>
    std::size_t operator()(const Asked<Words>& asked) const {
      const auto numbers = (static_cast<std::size_t>(asked.width) << 16U) ^
                           (static_cast<std::size_t>(asked.face.px) << 1U) ^ (asked.face.bold ? 1U : 0U);
      return std::hash<std::string_view>{}(asked.words) ^ (numbers * std::size_t{0x9E3779B97F4A7C15U});
    }
  };
  struct Same {
    using is_transparent = void;
    template <class One, class Other>
    bool operator()(const Asked<One>& one, const Asked<Other>& other) const {
      return one.face == other.face && one.width == other.width && one.long_word == other.long_word &&
             one.language == other.language && one.words == other.words;
    }
  };
  std::unordered_map<Kept, text::Paragraph, Spread, Same> broken_;
};

}  // namespace kiosk::ui
