#include "kiosk/ui/layout.h"

#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "kiosk/base/overloaded.h"

namespace kiosk::ui {

namespace {

constexpr double shrink_step = 0.94;
constexpr int least_lines = 3;  // of what is being written: fewer, and a visitor loses the thread
constexpr double hair = 1e-6;   // mm; a style scaled to its floor may come out this much above it

using StyleFlags = std::array<bool, static_cast<std::size_t>(Style::count)>;
using StyleScales = std::array<double, static_cast<std::size_t>(Style::count)>;

bool& flag(StyleFlags& flags, Style style) { return flags[static_cast<std::size_t>(style)]; }

void mark_styles(const Node& node, StyleFlags& flags) {
  if (const auto* words = std::get_if<Text>(&node.content)) flag(flags, words->style) = true;
  if (const auto* children = std::get_if<Stack>(&node.content)) {
    for (const Node& child : children->children) mark_styles(child, flags);
  }
}

/// One try at a layout, with each style at a given scale.
class Attempt {
 public:
  Attempt(const Screen& screen, const Panel& panel, Typesetter& typesetter, const StyleScales& scales)
      : language_{screen.language},
        panel_{panel},
        typesetter_{typesetter},
        scales_{scales},
        bounds_{0, 0, panel.size.w, panel.size.h} {
    place(screen.root, bounds_);
  }

  const StyleFlags& too_large() const { return too_large_; }
  std::vector<Box> take_boxes() { return std::move(boxes_); }
  std::vector<Misfit> take_misfits() { return std::move(misfits_); }

 private:
  int px(double mm) const { return static_cast<int>(std::lround(mm / panel_.mm_per_px)); }

  Face face(const Text& words) const {
    const double scale = scales_[static_cast<std::size_t>(words.style)];
    return {words.bold, std::max(1, px(size_of(words.style).cap_mm * scale / cap_per_em))};
  }

  int line_height(const Text& words) const {
    return static_cast<int>(std::lround(face(words).px * size_of(words.style).line_height));
  }

  // ---- Measuring
  // -------------------------------------------------------------------------------------------

  Size measure(const Node& node, int width) {
    const bool fixed_width = node.width.takes == Extent::Takes::mm;
    const int available = fixed_width ? px(node.width.amount) : width;
    Size size = std::visit(Overloaded{[](std::monostate) { return Size{}; },
                                      [&](const Stack& s) { return measure_stack(s, available); },
                                      [&](const Text& t) { return measure_text(t, available); },
                                      [&](const Picture& p) {
                                        return Size{px(p.size_mm), px(p.size_mm)};
                                      },
                                      [](const Ring&) { return Size{}; }},
                           node.content);
    if (fixed_width) size.w = available;
    if (node.height.takes == Extent::Takes::mm) size.h = px(node.height.amount);
    return size;
  }

  Size measure_text(const Text& words, int width) {
    if (words.last_lines) return {width, least_lines * line_height(words)};
    if (words.words.empty()) return {};
    const text::Paragraph& paragraph = typesetter_.lines(face(words), words.words, width, language_);
    return {paragraph.width, static_cast<int>(paragraph.lines.size()) * line_height(words)};
  }

  Size measure_stack(const Stack& stack, int width) {
    const int around_w = px(stack.padding.start) + px(stack.padding.end);
    const int around_h = px(stack.padding.top) + px(stack.padding.bottom);
    const int inner_w = std::max(0, width - around_w);
    const int gaps =
        stack.children.empty() ? 0 : px(stack.gap_mm) * static_cast<int>(stack.children.size() - 1);
    Size size;
    const std::vector<int> widths = stack.axis == Axis::across
                                        ? widths_of(stack, inner_w - gaps)
                                        : std::vector<int>(stack.children.size(), inner_w);
    for (std::size_t i = 0; i < stack.children.size(); ++i) {
      const Size child = measure(stack.children[i], widths[i]);
      const bool shares = stack.children[i].width.takes == Extent::Takes::share;
      switch (stack.axis) {
        case Axis::across:
          size = {size.w + (shares ? widths[i] : child.w), std::max(size.h, child.h)};
          break;
        case Axis::down:
          size = {std::max(size.w, child.w), size.h + child.h};
          break;
        case Axis::over:
          size = {std::max(size.w, child.w), std::max(size.h, child.h)};
          break;
      }
    }
    (stack.axis == Axis::across ? size.w : size.h) += stack.axis == Axis::over ? 0 : gaps;
    return {size.w + around_w, size.h + around_h};
  }

  // ---- Dividing room among children
  // ------------------------------------------------------------------------

  /// Splits what `taken` leaves of `room` over the children that share it, by weight, to the last px.
  static void share_out(const std::vector<double>& weights, int room, std::vector<int>& sizes) {
    double left_weight = std::accumulate(weights.begin(), weights.end(), 0.0);
    int left = std::max(0, room);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (weights[i] <= 0) continue;
      sizes[i] = static_cast<int>(std::lround(left * weights[i] / left_weight));
      left -= sizes[i];
      left_weight -= weights[i];
    }
  }

  std::vector<int> widths_of(const Stack& stack, int room) {
    std::vector<int> sizes(stack.children.size());
    std::vector<double> weights(stack.children.size());
    for (std::size_t i = 0; i < stack.children.size();
         ++i) {  // fixed ones first: texts wrap in what they leave
      const Extent& extent = stack.children[i].width;
      if (extent.takes == Extent::Takes::mm) room -= sizes[i] = px(extent.amount);
      if (extent.takes == Extent::Takes::share) weights[i] = extent.amount;
    }
    for (std::size_t i = 0; i < stack.children.size(); ++i) {
      if (stack.children[i].width.takes != Extent::Takes::what_it_needs) continue;
      room -= sizes[i] = measure(stack.children[i], std::max(0, room)).w;
    }
    if (room < 0) mark_too_large(stack);
    share_out(weights, room, sizes);
    return sizes;
  }

  std::vector<int> heights_of(const Stack& stack, int width, int room) {
    std::vector<int> sizes(stack.children.size());
    std::vector<double> weights(stack.children.size());
    for (std::size_t i = 0; i < stack.children.size(); ++i) {
      const Extent& extent = stack.children[i].height;
      if (extent.takes == Extent::Takes::share) {
        weights[i] = extent.amount;
      } else {
        room -= sizes[i] = measure(stack.children[i], width).h;
      }
    }
    share_out(weights, room, sizes);
    bool crowded = room < 0;
    for (std::size_t i = 0; i < stack.children.size(); ++i) {
      if (weights[i] > 0) crowded = crowded || measure(stack.children[i], width).h > sizes[i];
    }
    if (crowded) mark_too_large(stack);
    return sizes;
  }

  void mark_too_large(const Stack& stack) {
    for (const Node& child : stack.children) mark_styles(child, too_large_);
  }

  // ---- Placing
  // ---------------------------------------------------------------------------------------------

  void place(const Node& node, const Rect& area) {
    const bool drawn = node.look != Look{} || !std::holds_alternative<Stack>(node.content);
    const bool says = node.role != Role::group && node.role != Role::part;
    const bool empty = std::holds_alternative<std::monostate>(node.content) && node.look == Look{} && !says;
    if (!empty && (drawn || says || node.on_tap)) boxes_.push_back(box_of(node, area));
    const auto* words = std::get_if<Text>(&node.content);
    if (words != nullptr) place_text(*words, area);
    if (words == nullptr && drawn && !empty && !contains(bounds_, area))
      misfits_.push_back({node.label, area});
    if (const auto* children = std::get_if<Stack>(&node.content)) place_stack(*children, area);
  }

  Box box_of(const Node& node, const Rect& area) const {
    Box box;
    box.role = node.role;
    box.label = node.label;
    box.selected = node.selected;
    box.busy = node.busy;
    box.area = area;
    box.on_tap = node.on_tap;
    box.surface = {node.look.fill,          node.look.edge,       node.look.lip,   px(node.look.edge_mm),
                   px(node.look.radius_mm), px(node.look.lip_mm), node.look.dashed};
    if (const auto* icon = std::get_if<Picture>(&node.content)) {
      const int side = px(icon->size_mm);
      const Point centre = area.centre();
      box.icon = PlacedIcon{icon->icon, {centre.x - side / 2, centre.y - side / 2, side, side}, icon->ink};
    }
    if (const auto* ring = std::get_if<Ring>(&node.content)) {
      const int side = std::min(area.w, area.h);
      const Point centre = area.centre();
      box.ring = PlacedRing{{centre.x - side / 2, centre.y - side / 2, side, side},
                            ring->left,
                            px(ring->thickness_mm),
                            ring->ink,
                            ring->spent};
    }
    return box;
  }

  static int offset_for(Align align, int room) {
    return align == Align::start ? 0 : align == Align::centre ? room / 2 : room;
  }

  void place_text(const Text& words, const Rect& area) {
    Box& box = boxes_.back();
    const Face used = face(words);
    const int height = line_height(words);
    int x = area.x;
    int y = area.y;
    if (!words.words.empty()) {
      const text::Paragraph& paragraph =
          typesetter_.lines(used, words.words, area.w, language_,
                            words.last_lines ? text::LongWord::is_cut : text::LongWord::stays_whole);
      const int needed = static_cast<int>(paragraph.lines.size()) * height;
      const std::size_t room = static_cast<std::size_t>(std::max(1, area.h / std::max(1, height)));
      const std::size_t skipped =
          words.last_lines && paragraph.lines.size() > room ? paragraph.lines.size() - room : 0;
      if (!paragraph.fits || (!words.last_lines && needed > area.h) || !contains(bounds_, area)) {
        flag(too_large_, words.style) = true;
        misfits_.push_back({words.words, area});
      }
      for (std::size_t i = skipped; i < paragraph.lines.size(); ++i) {
        const text::Line& line = paragraph.lines[i];
        x = area.x + offset_for(words.align, area.w - line.width);
        box.lines.push_back({{x, y, line.width, height}, line.text, used, words.ink});
        y += height;
      }
    }
    if (words.caret) box.caret = caret_after(words, used, height, box.lines, area);
  }

  Rect caret_after(const Text& words, const Face& used, int height, const std::vector<PlacedLine>& lines,
                   const Rect& area) {
    const int thickness = std::max(2, px(1.2));
    if (lines.empty()) return {area.x, area.y, thickness, height};
    // Spaces at the end belong to no line, yet a visitor who typed one must see the mark move.
    const std::size_t spaces = words.words.size() - (words.words.find_last_not_of(' ') + 1);
    const int moved = static_cast<int>(spaces) * typesetter_.width(used, " ");
    const Rect& last = lines.back().area;
    return {std::min(last.right() + moved + px(0.6), area.right() - thickness), last.y, thickness, height};
  }

  void place_stack(const Stack& stack, const Rect& area) {
    const Rect inner{area.x + px(stack.padding.start), area.y + px(stack.padding.top),
                     std::max(0, area.w - px(stack.padding.start) - px(stack.padding.end)),
                     std::max(0, area.h - px(stack.padding.top) - px(stack.padding.bottom))};
    const Rect outer = std::exchange(bounds_, common(bounds_, inner));
    if (stack.axis == Axis::over) {
      for (const Node& child : stack.children) place(child, aligned_over(stack, child, inner));
    } else {
      place_in_line(stack, inner);
    }
    bounds_ = outer;
  }

  void place_in_line(const Stack& stack, const Rect& inner) {
    const bool across = stack.axis == Axis::across;
    const int gap = px(stack.gap_mm);
    const int gaps = stack.children.empty() ? 0 : gap * static_cast<int>(stack.children.size() - 1);
    const std::vector<int> sizes =
        across ? widths_of(stack, inner.w - gaps) : heights_of(stack, inner.w, inner.h - gaps);
    const int used = std::accumulate(sizes.begin(), sizes.end(), gaps);
    int at = (across ? inner.x : inner.y) +
             offset_for(stack.along, std::max(0, (across ? inner.w : inner.h) - used));
    for (std::size_t i = 0; i < stack.children.size(); ++i) {
      const Rect slot = across ? Rect{at, inner.y, sizes[i], inner.h} : Rect{inner.x, at, inner.w, sizes[i]};
      place(stack.children[i], aligned(stack, stack.children[i], slot));
      at += sizes[i] + gap;
    }
  }

  /// Where in its slot a child stands, in the direction across the stack.
  Rect aligned(const Stack& stack, const Node& child, Rect slot) {
    const bool across = stack.axis == Axis::across;
    const Extent& extent = across ? child.height : child.width;
    if (extent.takes == Extent::Takes::share) return slot;
    if (!stack.across && extent.takes == Extent::Takes::what_it_needs) return slot;
    const Align align = stack.across.value_or(Align::start);
    const Size size = measure(child, slot.w);
    if (across) {
      const int h = std::min(size.h, slot.h);
      return {slot.x, slot.y + offset_for(align, slot.h - h), slot.w, h};
    }
    const int w = std::min(size.w, slot.w);
    return {slot.x + offset_for(align, slot.w - w), slot.y, w, slot.h};
  }

  Rect aligned_over(const Stack& stack, const Node& child, const Rect& slot) {
    const Size size = measure(child, slot.w);
    const int w = child.width.takes == Extent::Takes::share ? slot.w : std::min(size.w, slot.w);
    const int h = child.height.takes == Extent::Takes::share ? slot.h : std::min(size.h, slot.h);
    const Align across = stack.across.value_or(Align::start);
    return {slot.x + offset_for(across, slot.w - w), slot.y + offset_for(stack.along, slot.h - h), w, h};
  }

  const std::string& language_;
  const Panel& panel_;
  Typesetter& typesetter_;
  const StyleScales& scales_;
  Rect bounds_;  // of all stacks around what is being placed: text that sticks out of it is out of sight
  StyleFlags too_large_{};
  std::vector<Box> boxes_;
  std::vector<Misfit> misfits_;
};

/// Makes the largest of the styles that did not fit one step smaller; false when none may shrink further.
bool shrink(const StyleFlags& too_large, StyleScales& scales) {
  std::size_t largest = scales.size();
  double largest_mm = 0;
  for (std::size_t i = 0; i < scales.size(); ++i) {
    const StyleSize& size = size_of(static_cast<Style>(i));
    const double now_mm = size.cap_mm * scales[i];
    if (!too_large[i] || now_mm <= size.floor_mm + hair || now_mm <= largest_mm) continue;
    largest = i;
    largest_mm = now_mm;
  }
  if (largest == scales.size()) return false;
  const StyleSize& size = size_of(static_cast<Style>(largest));
  scales[largest] = std::max(scales[largest] * shrink_step, size.floor_mm / size.cap_mm);
  return true;
}

}  // namespace

Panel panel_of(Size size, double diagonal_inch) {
  return {size, diagonal_inch * 25.4 / std::hypot(size.w, size.h)};
}

Frame layout(const Screen& screen, const Panel& panel, Typesetter& typesetter) {
  StyleScales scales;
  scales.fill(1.0);
  while (true) {
    Attempt attempt{screen, panel, typesetter, scales};
    if (shrink(attempt.too_large(), scales)) continue;
    return {.screen = screen.name,
            .key = screen.key,
            .language = screen.language,
            .direction = text::direction_of(screen.language),
            .size = panel.size,
            .mm_per_px = panel.mm_per_px,
            .boxes = attempt.take_boxes(),
            .misfits = attempt.take_misfits()};
  }
}

}  // namespace kiosk::ui
