#include "tests/faces/looks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "kiosk/base/utf8.h"
#include "kiosk/ui/focus.h"
#include "kiosk/ui/hit.h"
#include "kiosk/ui/transcript.h"

namespace kiosk::faces {

using ui::Box;
using ui::Point;
using ui::Rect;
using ui::Role;

namespace {

constexpr double of_letters = 7;
constexpr double of_headings = 10;
constexpr double of_marks = 3;

std::string where(const Face& face) {
  constexpr std::array looks{"normal", "dark", "yellow"};
  return looks.at(static_cast<std::size_t>(face.frame.contrast));
}

Rect glass_of(const Face& face) { return {0, 0, face.frame.size.w, face.frame.size.h}; }

/// How large it is, roughly: edges and grounds look no different for a few pixels more.
std::string sized(const Rect& area) { return fmt::format("{}x{}", area.w / 64, area.h / 64); }

/// What a pressed box looks like depends on what is in it, but hardly on which words.
std::string contents(const ui::Frame& frame, const ui::Theme& theme, std::size_t number) {
  std::string words;
  const Rect& area = frame.boxes[number].area;
  for (std::size_t i = number; i < frame.boxes.size() && ui::contains(area, frame.boxes[i].area); ++i) {
    const Box& inside = frame.boxes[i];
    if (i > number) words += fmt::format("|{:x}", packed(theme[inside.surface.fill]));
    if (!inside.lines.empty()) {
      words += fmt::format(":{:x}.{}", packed(theme[inside.lines[0].ink]), inside.lines.size());
    }
    if (inside.icon) words += fmt::format("i{:x}", packed(theme[inside.icon->ink]));
  }
  return words;
}

}  // namespace

void Looks::judge(const Face& face, Faults& faults) {
  const ui::Theme& theme = ui::default_themes().of(face.frame.contrast);
  painted_ = painted_in(face.frame);
  for (std::size_t i = 0; i < face.frame.boxes.size(); ++i) {
    const Box& box = face.frame.boxes[i];
    const At at{face, theme, i, box, faults};
    letters_stand_out(at);
    if (box.icon) icon_stands_out(at);
    edge_stands_out(at);
    if (!box.on_tap || ui::is_whole_screen(face.frame, box)) continue;
    focus_ring_stands_out(at);
    looks_pressed(at);
  }
}

double Looks::contrast(std::uint32_t a, std::uint32_t b) {
  const std::uint64_t pair = std::uint64_t{a} << 32U | b;
  Known& known = known_[(pair * 0x9E3779B97F4A7C15U) >> 52U];
  if (known.pair != pair) known = {pair, ui::contrast(unpacked(a), unpacked(b))};
  return known.contrast;
}

Looks::Contrast Looks::compare(const Part& with, const Part& without, double least) {
  Contrast found;
  std::size_t changed = 0;
  std::size_t enough = 0;
  for (std::size_t i = 0; i < with.pixels.size(); ++i) {
    if (with.pixels[i] == without.pixels[i]) continue;
    const double ratio = contrast(with.pixels[i], without.pixels[i]);
    ++changed;
    enough += ratio >= least ? 1 : 0;
    found.most = std::max(found.most, ratio);
  }
  if (changed > 0) found.part_enough = static_cast<double>(enough) / static_cast<double>(changed);
  return found;
}

bool Looks::has_new_letters(const std::string& words, const std::string& look) {
  constexpr char32_t first_joined = 0x590;  // from here on a letter's shape depends on those beside it
  std::unordered_set<std::uint64_t>& known = letters_[look];
  const std::size_t before = known.size();
  std::uint64_t last_two = U' ';
  for (std::size_t at = 0; at < words.size();) {
    const char32_t letter = utf8::next_letter(words, at);
    std::size_t beside = at;
    const char32_t next = at < words.size() ? utf8::next_letter(words, beside) : U' ';
    const std::uint64_t joined = (last_two << 42U) | (std::uint64_t{letter} << 21U) | next;
    known.insert(letter < first_joined ? letter : joined);
    last_two = letter;
  }
  counts_.letters += known.size() - before;
  return known.size() > before;
}

void Looks::letters_stand_out(const At& at) {
  constexpr double strokes = 0.3;  // of a letter are their middles; the rest is their soft rims
  const double least = at.box.role == Role::heading ? of_headings : of_letters;
  for (std::size_t i = 0; i < at.box.lines.size(); ++i) {
    const ui::PlacedLine& line = at.box.lines[i];
    const Rect area = ui::common(line.area, glass_of(at.face));
    const std::string look = fmt::format(
        "letter {} {}{} {:x} {}", least, line.face.bold ? 'b' : 'r', line.face.px, packed(at.theme[line.ink]),
        ground_of(at.face.frame, painted_, at.theme, area, at.number, Own::is_there));
    if (!has_new_letters(line.words, look)) continue;
    ++counts_.lines;
    const Part without = parts_.of(at.face.frame, area, at.number, [i](Box& box) {
      box.lines.erase(box.lines.begin() + static_cast<std::ptrdiff_t>(i));
    });
    const Contrast found = compare(parts_.of(at.face.frame, area), without, least);
    if (found.part_enough >= strokes) continue;
    at.faults.add(9, at.face,
                  fmt::format("{}: {:.1f}, {:.0f} % of \"{}\"", where(at.face), found.most,
                              100 * found.part_enough, line.words));
  }
}

void Looks::icon_stands_out(const At& at) {
  const ui::PlacedIcon& icon = *at.box.icon;
  if (!is_new(fmt::format("icon {} {} {:x} {}", static_cast<int>(icon.icon), icon.area.w,
                          packed(at.theme[icon.ink]),
                          ground_of(at.face.frame, painted_, at.theme, icon.area, at.number, Own::is_there))))
    return;
  ++counts_.icons;
  const Part without = parts_.of(at.face.frame, icon.area, at.number, [](Box& box) { box.icon.reset(); });
  const Contrast found = compare(parts_.of(at.face.frame, icon.area), without, of_marks);
  if (found.part_enough >= 0.5) return;
  at.faults.add(10, at.face,
                fmt::format("{}: {:.1f}, {:.0f} % of an icon of \"{}\"", where(at.face), found.most,
                            100 * found.part_enough, at.box.label));
}

/// Where something to tap, to read or to write in begins. Keys are told apart by their letters: their edges
/// are the design's, as faint as on any keyboard.
void Looks::edge_stands_out(const At& at) {
  constexpr int off = 3;  // px from the edge, where nothing of it is left
  const ui::Surface& look = at.box.surface;
  const bool has_edge = look.edge != ui::Ink::none && look.edge_px > 0;
  const Rect area = ui::inset(at.box.area, -off);
  if (at.box.role == Role::key || look.fill == ui::Ink::none || (!has_edge && !at.box.on_tap) ||
      ui::is_whole_screen(at.face.frame, at.box) || !ui::contains(glass_of(at.face), area))
    return;
  if (!is_new(
          fmt::format("edge {} {} {}", words_for(look, at.theme), sized(at.box.area),
                      ground_of(at.face.frame, painted_, at.theme, area, at.number, Own::is_not_there_yet))))
    return;
  ++counts_.edges;
  const int in_edge = look.edge_px / 2;
  const int inside = look.edge_px + off;
  // In the middle of a side, or all along it where the edge has gaps.
  const auto best_along = [&](Point from, Point step, Point inwards, int length) {
    const auto place = [&](int along, int depth) {
      return Point{from.x + step.x * along + inwards.x * depth, from.y + step.y * along + inwards.y * depth};
    };
    const int first = look.dashed ? look.radius_px : length / 2;
    const int last = look.dashed ? length - look.radius_px : first;
    const Point a = place(first, -off);
    const Point b = place(last, inside);
    const Part part = parts_.of(at.face.frame, {std::min(a.x, b.x), std::min(a.y, b.y),
                                                std::abs(a.x - b.x) + 1, std::abs(a.y - b.y) + 1});
    double best = 1;
    for (int along = first; along <= last; ++along) {
      const std::uint32_t beside = part.at(place(along, -off));
      best = std::max({best, contrast(part.at(place(along, in_edge)), beside),
                       contrast(part.at(place(along, inside)), beside)});
    }
    return best;
  };
  const Rect& box = at.box.area;
  const double ratio = std::min({best_along({box.x, box.y}, {0, 1}, {1, 0}, box.h),
                                 best_along({box.right() - 1, box.y}, {0, 1}, {-1, 0}, box.h),
                                 best_along({box.x, box.y}, {1, 0}, {0, 1}, box.w),
                                 best_along({box.x, box.bottom() - 1}, {1, 0}, {0, -1}, box.w)});
  if (ratio >= of_marks) return;
  at.faults.add(10, at.face,
                fmt::format("{}: the edge of {} \"{}\" has {:.1f}", where(at.face), ui::name_of(at.box.role),
                            at.box.label, ratio));
}

/// Its two lines differ from each other, and one of them from what is outside and from what is inside it.
void Looks::focus_ring_stands_out(const At& at) {
  const ui::FocusRing ring = ui::focus_ring(at.face.frame, at.box);
  const Rect area = ui::common(ui::inset(ring.outer, -3), glass_of(at.face));
  if (!is_new(
          fmt::format("ring {} {} {} {}", words_for(at.box.surface, at.theme), sized(ring.outer),
                      static_cast<int>(at.face.frame.contrast),
                      ground_of(at.face.frame, painted_, at.theme, area, at.number, Own::is_not_there_yet))))
    return;
  ++counts_.rings;
  const int y = ring.outer.centre().y;
  const Part part = parts_.of(at.face.frame, {area.x, y, ring.inner.x + ring.thickness + 3 - area.x, 1},
                              at.number, [](Box& box) { box.focused = true; });
  const std::uint32_t bright = part.at({ring.outer.x + ring.thickness / 2, y});
  const std::uint32_t dark = part.at({ring.inner.x + ring.thickness / 2, y});
  const std::uint32_t inside = part.at({ring.inner.x + ring.thickness + 2, y});
  const std::uint32_t outside = part.at({std::max(area.x, ring.outer.x - 2), y});
  const double ratio =
      std::min({contrast(bright, dark), std::max(contrast(bright, outside), contrast(dark, outside)),
                std::max(contrast(bright, inside), contrast(dark, inside))});
  if (ratio >= of_marks) return;
  at.faults.add(
      11, at.face,
      fmt::format("{}: the ring around \"{}\" has {:.1f}", where(at.face), ui::plain(at.box.label), ratio));
}

void Looks::looks_pressed(const At& at) {
  constexpr int rows = 15;  // of it that are looked at
  if (!is_new(fmt::format("pressed {} {} {} {}", static_cast<int>(at.face.frame.contrast),
                          words_for(at.box.surface, at.theme), sized(at.box.area),
                          contents(at.face.frame, at.theme, at.number))))
    return;
  ++counts_.pressed;
  const Rect& area = at.box.area;
  int changed = 0;
  for (int row = 0; row < rows; ++row) {
    const Rect strip{area.x, area.y + (2 * row + 1) * area.h / (2 * rows), area.w, 1};
    const Part before = parts_.of(at.face.frame, strip);
    const Part after = parts_.of(at.face.frame, strip, at.number, [](Box& box) { box.pressed = true; });
    for (std::size_t i = 0; i < before.pixels.size(); ++i) {
      const ui::Colour a = unpacked(before.pixels[i]);
      const ui::Colour b = unpacked(after.pixels[i]);
      changed += std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b) > 24 ? 1 : 0;
    }
  }
  const double part = changed / static_cast<double>(rows * area.w);
  if (part >= 0.6) return;
  at.faults.add(27, at.face,
                fmt::format("{}: {:.0f} % of \"{}\"", where(at.face), 100 * part, ui::plain(at.box.label)));
}

}  // namespace kiosk::faces
