#include "kiosk/ui/theme.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

constexpr Colour hex(std::uint32_t rgb) {
  return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>((rgb >> 8U) & 0xFFU),
          static_cast<std::uint8_t>(rgb & 0xFFU)};
}

constexpr Theme make_default() {
  Theme theme{};
  const auto set = [&theme](Ink ink, Colour colour) {
    theme.colours[static_cast<std::size_t>(ink)] = colour;
  };
  set(Ink::none, {0, 0, 0, 0});
  set(Ink::paper, hex(0xFAF8F4));
  set(Ink::surface, hex(0xFFFFFF));
  set(Ink::ink, hex(0x14202B));
  set(Ink::on_ink, hex(0xFFFFFF));
  set(Ink::muted, hex(0x45525C));
  set(Ink::line, hex(0xE3DED3));
  set(Ink::border, hex(0x8A8474));
  set(Ink::dot, hex(0xC9C2B4));
  set(Ink::brand, hex(0xFFDD00));
  set(Ink::keep, hex(0x075546));
  set(Ink::keep_soft, hex(0xDDF1EA));
  set(Ink::improve, hex(0x7A3800));
  set(Ink::improve_soft, hex(0xFFE9D1));
  set(Ink::dilemma, hex(0x4A2FA0));
  set(Ink::dilemma_soft, hex(0xECE7FA));
  set(Ink::open, hex(0x163F85));
  set(Ink::open_soft, hex(0xE2ECFB));
  set(Ink::side_a, hex(0x163F85));
  set(Ink::side_a_soft, hex(0xE2ECFB));
  set(Ink::side_b, hex(0x7A1650));
  set(Ink::side_b_soft, hex(0xFBE3F0));
  set(Ink::keyboard, hex(0xEFEBE2));
  set(Ink::key_special, hex(0xDDD7CA));
  set(Ink::key_edge, hex(0xBDB6A7));
  set(Ink::pressed, {0x14, 0x20, 0x2B, 46});
  set(Ink::focus, hex(0xFFDD00));
  set(Ink::focus_line, hex(0x14181F));
  return theme;
}

double luminance(const Colour& colour) {
  const auto linear = [](std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

// In the order of Style.
constexpr std::array<StyleSize, static_cast<std::size_t>(Style::count)> sizes{{
    {19.0, 11.0, 1.15},  // display
    {13.0, 8.0, 1.17},   // question
    {10.8, 6.5, 1.25},   // statement
    {8.0, 6.0, 1.22},    // answer
    {8.0, 6.5, 1.40},    // body
    {6.9, 5.0, 1.20},    // tag
    {9.0, 7.0, 1.10},    // key
    {6.0, 5.0, 1.30},    // caption
    {45.0, 20.0, 1.00},  // number
}};

}  // namespace

const Theme& default_theme() {
  static constexpr Theme theme = make_default();
  return theme;
}

double contrast(const Colour& a, const Colour& b) {
  const double one = luminance(a);
  const double two = luminance(b);
  return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

const StyleSize& size_of(Style style) { return sizes[static_cast<std::size_t>(style)]; }

}  // namespace kiosk::ui
