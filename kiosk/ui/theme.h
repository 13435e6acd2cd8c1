#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "kiosk/visit/comfort.h"

namespace kiosk::ui {

/// What a colour is for. Screens name these; only the theme knows what they look like.
enum class Ink : std::uint8_t {
  none,
  paper,        ///< the screen itself
  surface,      ///< cards, buttons, keys
  ink,          ///< text, the main button
  on_ink,       ///< text on the main button
  muted,        ///< text of lesser weight
  line,         ///< hairlines
  border,       ///< the edge of what can be tapped
  dot,          ///< progress not made yet
  brand,        ///< the mark that stands where an organisation has no logo
  logo_ground,  ///< behind an organisation's logo
  on_soft,      ///< text on the soft ground of something chosen
  on_strong,    ///< icons on the strong colour of a tone
  on_side,      ///< letters and icons on the strong colour of a side
  keep,         ///< the four tones of questions: strong, then soft behind it
  keep_soft,
  improve,
  improve_soft,
  dilemma,
  dilemma_soft,
  open,
  open_soft,
  side_a,  ///< the two sides of a dilemma, as told apart as they are equal; soft, and the ground of the
           ///< chosen one
  side_a_soft,
  side_a_chosen,
  side_b,
  side_b_soft,
  side_b_chosen,
  keyboard,     ///< behind the keys
  key_special,  ///< keys that do not write
  key_edge,     ///< the lower edge of a key
  caret,        ///< where the next letter comes
  pressed,      ///< laid over what a finger is on
  focus,        ///< the ring around what the keys of a keypad are at: its bright line
  focus_line,   ///< its dark line, so that it shows on light and dark grounds alike
  unlit,        ///< a glass that gives no light: black in every theme
  count,
};

struct Colour {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;

  friend bool operator==(const Colour&, const Colour&) = default;
};

struct Theme {
  std::array<Colour, static_cast<std::size_t>(Ink::count)> colours;

  const Colour& operator[](Ink ink) const { return colours[static_cast<std::size_t>(ink)]; }
};

/// An organisation's own picture, in the corner of every screen.
struct Logo {
  std::string png;   ///< the bytes of its file
  double shape = 1;  ///< width by height
  std::string name;  ///< of the organisation: what it is called to those who cannot see it

  friend bool operator==(const Logo&, const Logo&) = default;
};

/// One look for each contrast that a visitor can choose, and what is an organisation's own in all of them.
struct Themes {
  std::array<Theme, 3> by_contrast;
  double roundness = 1;  ///< times the radius of every corner that is not part of a circle
  std::optional<Logo> logo{};

  const Theme& of(visit::Contrast contrast) const { return by_contrast[static_cast<std::size_t>(contrast)]; }
};

/// The looks that ship: warm paper with dark ink, the same at night, and yellow on black.
const Themes& default_themes();

/// What a theme's file calls an ink: "keep_soft".
const char* name_of(Ink ink);

/// WCAG 2.2's contrast ratio of two opaque colours, from 1 to 21.
double contrast(const Colour& a, const Colour& b);

/// Two inks that meet on some screen, and the least that they may differ.
struct InkPair {
  Ink what;
  Ink ground;
  double least;
};

/// All of them for one look: 7 for text (WCAG 2.2, 1.4.6), 3 for edges and marks (1.4.11). On black only text
/// is held to it: a filled box is its own mark there.
std::span<const InkPair> pairs_of(visit::Contrast contrast);

/// How large a text is meant to be. Sizes are heights of a capital letter, so they mean the same in every
/// font.
enum class Style : std::uint8_t {
  display,
  question,
  statement,
  answer,  ///< what is chosen from: rather on more pages than small
  button,  ///< the words of the navigation row
  body,
  tag,
  key,
  caption,
  utility,       ///< the words of the row at the foot of every screen
  utility_sign,  ///< the letters above them, as large as an icon
  number,
  count
};

struct StyleSize {
  double cap_mm;    ///< where there is room
  double floor_mm;  ///< the smallest it may shrink to; at normal size nothing is below 5 mm (ADA 707.7.2: 4.8
                    ///< mm)
  double line_height;  ///< times the font's size
};

StyleSize size_of(Style style, visit::TextSize size = visit::TextSize::normal);

/// Where what is chosen from can go to another page, it does so before its letters are smaller than this: a
/// visitor who asked for large ones wants to read them. mm of a capital letter; the style's floor for others.
double rather_paged_than_below(Style style, visit::TextSize size);

/// A capital letter of Noto Sans is 0.714 of the font's size high.
inline constexpr double cap_per_em = 0.714;

}  // namespace kiosk::ui
