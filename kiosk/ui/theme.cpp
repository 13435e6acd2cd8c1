#include "kiosk/ui/theme.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

constexpr Colour hex(std::uint32_t rgb) {
  return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>((rgb >> 8U) & 0xFFU),
          static_cast<std::uint8_t>(rgb & 0xFFU)};
}

/// One ink in each of the looks.
struct Dye {
  Ink ink;
  const char* name;
  std::array<std::uint32_t, 3> rgb;  // warm paper, the same at night, yellow on black
};

constexpr std::array dyes{
    Dye{Ink::paper, "paper", {0xFAF8F4, 0x10161C, 0x000000}},
    Dye{Ink::surface, "surface", {0xFFFFFF, 0x1B242D, 0x000000}},
    Dye{Ink::ink, "ink", {0x14202B, 0xFFFFFF, 0xFFDD00}},
    Dye{Ink::on_ink, "on_ink", {0xFFFFFF, 0x14202B, 0x000000}},
    Dye{Ink::muted, "muted", {0x45525C, 0xD3DAE0, 0xFFDD00}},
    Dye{Ink::line, "line", {0xE3DED3, 0x35414C, 0x5C5000}},
    Dye{Ink::border, "border", {0x8A8474, 0x8E9BA6, 0xFFDD00}},
    Dye{Ink::dot, "dot", {0xC9C2B4, 0x566470, 0x6B5D00}},
    Dye{Ink::brand, "brand", {0xFFDD00, 0x8A6A00, 0x000000}},
    Dye{Ink::logo_ground, "logo_ground", {0xFAF8F4, 0xFFFFFF, 0xFFFFFF}},
    Dye{Ink::on_soft, "on_soft", {0x14202B, 0xFFFFFF, 0x000000}},
    Dye{Ink::on_strong, "on_strong", {0xFFFFFF, 0x10161C, 0xFFDD00}},
    Dye{Ink::on_side, "on_side", {0xFFFFFF, 0x10161C, 0x000000}},
    Dye{Ink::keep, "keep", {0x075546, 0x7FE3C4, 0x000000}},
    Dye{Ink::keep_soft, "keep_soft", {0xDDF1EA, 0x0C3A30, 0xFFDD00}},
    Dye{Ink::improve, "improve", {0x7A3800, 0xFFC48A, 0x000000}},
    Dye{Ink::improve_soft, "improve_soft", {0xFFE9D1, 0x4A2704, 0xFFDD00}},
    Dye{Ink::dilemma, "dilemma", {0x4A2FA0, 0xC9BBFF, 0x000000}},
    Dye{Ink::dilemma_soft, "dilemma_soft", {0xECE7FA, 0x2E2166, 0xFFDD00}},
    Dye{Ink::open, "open", {0x163F85, 0xA8CBFF, 0x000000}},
    Dye{Ink::open_soft, "open_soft", {0xE2ECFB, 0x14305F, 0xFFDD00}},
    Dye{Ink::side_a, "side_a", {0x163F85, 0xA8CBFF, 0xFFDD00}},
    Dye{Ink::side_a_soft, "side_a_soft", {0xE2ECFB, 0x14233D, 0x000000}},
    Dye{Ink::side_a_chosen, "side_a_chosen", {0xE2ECFB, 0x1E3E73, 0xFFDD00}},
    Dye{Ink::side_b, "side_b", {0x7A1650, 0xFFB0DA, 0xFFFFFF}},
    Dye{Ink::side_b_soft, "side_b_soft", {0xFBE3F0, 0x36182A, 0x000000}},
    Dye{Ink::side_b_chosen, "side_b_chosen", {0xFBE3F0, 0x64244A, 0xFFFFFF}},
    Dye{Ink::keyboard, "keyboard", {0xEFEBE2, 0x0A0F14, 0x000000}},
    Dye{Ink::key_special, "key_special", {0xDDD7CA, 0x2D3944, 0x2B2500}},
    Dye{Ink::key_edge, "key_edge", {0xBDB6A7, 0x46535F, 0xFFDD00}},
    Dye{Ink::focus, "focus", {0xFFDD00, 0xFFDD00, 0xFFFFFF}},
    Dye{Ink::focus_line, "focus_line", {0x14181F, 0x14181F, 0x000000}},
    Dye{Ink::caret, "caret", {0x7A3800, 0xFFC48A, 0xFFFFFF}},
};

// Text first: its pairs hold for every look.
constexpr double text_least = 7;
constexpr double mark_least = 3;
constexpr std::size_t text_pairs = 23;
constexpr std::array pairs{
    InkPair{Ink::ink, Ink::paper, text_least},
    InkPair{Ink::ink, Ink::surface, text_least},
    InkPair{Ink::on_ink, Ink::ink, text_least},
    InkPair{Ink::muted, Ink::paper, text_least},
    InkPair{Ink::keep, Ink::keep_soft, text_least},
    InkPair{Ink::improve, Ink::improve_soft, text_least},
    InkPair{Ink::dilemma, Ink::dilemma_soft, text_least},
    InkPair{Ink::open, Ink::open_soft, text_least},
    InkPair{Ink::on_soft, Ink::keep_soft, text_least},
    InkPair{Ink::on_soft, Ink::improve_soft, text_least},
    InkPair{Ink::on_soft, Ink::dilemma_soft, text_least},
    InkPair{Ink::on_soft, Ink::open_soft, text_least},
    InkPair{Ink::ink, Ink::side_a_soft, text_least},
    InkPair{Ink::ink, Ink::side_b_soft, text_least},
    InkPair{Ink::on_soft, Ink::side_a_chosen, text_least},
    InkPair{Ink::on_soft, Ink::side_b_chosen, text_least},
    InkPair{Ink::on_side, Ink::side_a, text_least},
    InkPair{Ink::on_side, Ink::side_b, text_least},
    InkPair{Ink::on_strong, Ink::keep, text_least},
    InkPair{Ink::on_strong, Ink::improve, text_least},
    InkPair{Ink::on_strong, Ink::dilemma, text_least},
    InkPair{Ink::on_strong, Ink::open, text_least},
    InkPair{Ink::ink, Ink::key_special, text_least},
    InkPair{Ink::border, Ink::paper, mark_least},
    InkPair{Ink::border, Ink::surface, mark_least},
    InkPair{Ink::keep, Ink::paper, mark_least},
    InkPair{Ink::improve, Ink::paper, mark_least},
    InkPair{Ink::side_a, Ink::paper, mark_least},
    InkPair{Ink::side_b, Ink::paper, mark_least},
    InkPair{Ink::caret, Ink::surface, mark_least},
};
static_assert(pairs[text_pairs - 1].least == text_least && pairs[text_pairs].least == mark_least);

Themes make_default() {
  constexpr std::uint8_t pressed_alpha = 46;  // of the ink, laid over what a finger is on
  Themes themes{};
  for (std::size_t look = 0; look < themes.by_contrast.size(); ++look) {
    auto& colours = themes.by_contrast[look].colours;
    colours[static_cast<std::size_t>(Ink::none)] = {0, 0, 0, 0};
    for (const Dye& dye : dyes) colours[static_cast<std::size_t>(dye.ink)] = hex(dye.rgb[look]);
    Colour& pressed = colours[static_cast<std::size_t>(Ink::pressed)];
    pressed = colours[static_cast<std::size_t>(Ink::ink)];
    pressed.a = pressed_alpha;
  }
  return themes;
}

double luminance(const Colour& colour) {
  const auto linear = [](std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

struct StyleRow {
  std::array<double, 3> cap_mm;    // normal, large, largest
  std::array<double, 3> floor_mm;  // large is 7.3 mm or more: 0.7 degrees at 600 mm (EN 301 549 5.1.4)
  double line_height;
};

// In the order of Style. What is large already grows less, so that long Dutch words still fit.
constexpr std::array<StyleRow, static_cast<std::size_t>(Style::count)> sizes{{
    {{19.0, 21.0, 23.0}, {11.0, 12.0, 13.0}, 1.15},  // display
    {{13.0, 14.5, 16.0}, {8.0, 8.5, 9.0}, 1.17},     // question
    {{10.8, 12.5, 14.5}, {6.5, 7.5, 8.0}, 1.25},     // statement
    {{8.0, 11.0, 14.0}, {6.0, 7.3, 7.5}, 1.22},      // answer
    {{8.0, 9.5, 10.5}, {6.0, 7.3, 7.5}, 1.22},       // button
    {{8.0, 11.5, 16.0}, {6.5, 7.5, 8.0}, 1.40},      // body
    {{6.9, 8.5, 10.5}, {5.0, 7.3, 7.5}, 1.20},       // tag
    {{9.0, 10.0, 11.0}, {7.0, 7.3, 7.5}, 1.10},      // key
    {{6.0, 8.0, 10.5}, {5.0, 7.3, 7.3}, 1.30},       // caption
    {{6.0, 7.5, 9.0}, {5.0, 7.3, 7.3}, 1.25},        // utility
    {{7.6, 7.6, 7.6}, {7.3, 7.3, 7.3}, 1.10},        // utility_sign
    {{45.0, 45.0, 45.0}, {20.0, 20.0, 20.0}, 1.00},  // number
}};

}  // namespace

const Themes& default_themes() {
  static const Themes themes = make_default();
  return themes;
}

const char* name_of(Ink ink) {
  const auto* dye =
      std::find_if(dyes.begin(), dyes.end(), [ink](const Dye& each) { return each.ink == ink; });
  return dye == dyes.end() ? "" : dye->name;
}

std::span<const InkPair> pairs_of(visit::Contrast contrast) {
  const std::span<const InkPair> all{pairs};
  return contrast == visit::Contrast::yellow ? all.first(text_pairs) : all;
}

double contrast(const Colour& a, const Colour& b) {
  const double one = luminance(a);
  const double two = luminance(b);
  return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

double rather_paged_than_below(Style style, visit::TextSize size) {
  constexpr std::array answer_mm{6.0, 9.0, 11.5};
  if (style != Style::answer) return size_of(style, size).floor_mm;
  return answer_mm.at(static_cast<std::size_t>(size));
}

StyleSize size_of(Style style, visit::TextSize size) {
  const StyleRow& row = sizes[static_cast<std::size_t>(style)];
  const auto column = static_cast<std::size_t>(size);
  return {row.cap_mm[column], row.floor_mm[column], row.line_height};
}

}  // namespace kiosk::ui
