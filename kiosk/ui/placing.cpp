#include "kiosk/ui/placing.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace kiosk::ui {

namespace {

int offset_for(Align align, int room) {
  return align == Align::start ? 0 : align == Align::centre ? room / 2 : room;
}

}  // namespace

Placing::Placing(const Screen& screen, const Node& root, const Panel& panel, Typesetter& typesetter,
                 const StyleScales& scales)
    : ruler_{screen, panel, typesetter, scales},
      language_direction_{text::direction_of(screen.language)},
      mirrored_{language_direction_ == text::Direction::right_to_left},
      bounds_{0, 0, panel.size.w, panel.size.h} {
  place(root, bounds_);
}

void Placing::place(const Node& node, const Rect& area) {
  if (const auto* image = std::get_if<ImagePlace>(&node.content)) return place_image(node, *image, area);
  const bool drawn = node.look != Look{} || !std::holds_alternative<Stack>(node.content);
  const bool says = node.role != Role::group && node.role != Role::part;
  const bool means = node.on_tap || node.on_hold;
  const bool empty =
      std::holds_alternative<std::monostate>(node.content) && node.look == Look{} && !says && !means;
  if (!empty && (drawn || says || means)) boxes_.push_back(box_of(node, area));
  const auto* words = std::get_if<Text>(&node.content);
  if (words != nullptr) place_text(*words, area);
  if (words == nullptr && drawn && !empty && !contains(bounds_, area)) ruler_.refuse(node.label, area);
  if (const auto* children = std::get_if<Stack>(&node.content)) place_stack(*children, area);
}

Box Placing::box_of(const Node& node, const Rect& area) const {
  Box box;
  box.role = node.role;
  box.label = node.label;
  box.selected = node.selected;
  box.busy = node.busy;
  box.area = area;
  box.on_tap = node.on_tap;
  box.on_hold = node.on_hold;
  box.hold_for = node.hold_for;
  box.repeats = node.repeats;
  box.is_back = node.is_back;
  box.surface = {node.look.fill,
                 node.look.edge,
                 node.look.lip,
                 ruler_.px(node.look.edge_mm),
                 ruler_.px(node.look.radius_mm),
                 ruler_.px(node.look.lip_mm),
                 node.look.dashed};
  if (const auto* icon = std::get_if<Picture>(&node.content)) {
    const int side = ruler_.side(*icon);
    const Point centre = area.centre();
    box.icon = PlacedIcon{mirrored_ ? mirrored(icon->icon) : icon->icon,
                          {centre.x - side / 2, centre.y - side / 2, side, side},
                          icon->ink};
  }
  box.logo = std::holds_alternative<LogoPlace>(node.content);
  if (const auto* ring = std::get_if<Ring>(&node.content)) {
    const int side = std::min(area.w, area.h);
    const Point centre = area.centre();
    box.ring = PlacedRing{{centre.x - side / 2, centre.y - side / 2, side, side},
                          ring->left,
                          ruler_.px(ring->thickness_mm),
                          ring->ink,
                          ring->spent};
  }
  return box;
}

void Placing::place_image(const Node& node, const ImagePlace& image, const Rect& area) {
  const Size size = ruler_.size_of_image(image, {area.w, area.h});
  if (size.w <= 0) return;
  const Rect shown{area.x + (area.w - size.w) / 2, area.y + (area.h - size.h) / 2, size.w, size.h};
  boxes_.push_back(box_of(node, shown));
  boxes_.back().image = image.image;
}

Rect Placing::on_start_side(Rect rect, const Rect& within) const {
  if (mirrored_) rect.x = within.x + within.right() - rect.right();
  return rect;
}

void Placing::place_text(const Text& words, const Rect& area) {
  Box& box = boxes_.back();
  const Face used = ruler_.face(words);
  const int height = ruler_.line_height(words);
  const text::Direction direction = text::direction_of_words(words.words, language_direction_);
  // The writing mark stands after the last letter, also of a line that is full.
  const int mark = words.caret ? ruler_.px(1.8) : 0;
  const Rect room_for_lines{area.x + (direction == text::Direction::right_to_left ? mark : 0), area.y,
                            area.w - mark, area.h};
  if (!words.words.empty()) {
    const text::Paragraph& paragraph = ruler_.lines(words, room_for_lines.w);
    const int needed = static_cast<int>(paragraph.lines.size()) * height;
    const std::size_t room = static_cast<std::size_t>(std::max(1, area.h / std::max(1, height)));
    const std::size_t skipped =
        words.last_lines > 0 && paragraph.lines.size() > room ? paragraph.lines.size() - room : 0;
    if (!paragraph.fits || (words.last_lines == 0 && needed > area.h) || !contains(bounds_, area)) {
      ruler_.refuse(words, area);
    }
    int y = area.y;
    for (std::size_t i = skipped; i < paragraph.lines.size(); ++i) {
      const text::Line& line = paragraph.lines[i];
      const int x = room_for_lines.x + offset_for(words.align, room_for_lines.w - line.width);
      box.lines.push_back(
          {on_start_side({x, y, line.width, height}, room_for_lines), line.text, used, direction, words.ink});
      y += height;
    }
  }
  if (words.caret) box.caret = caret_after(words, used, height, box.lines, area);
}

Rect Placing::caret_after(const Text& words, const Face& used, int height,
                          const std::vector<PlacedLine>& lines, const Rect& area) {
  const int thickness = std::max(2, ruler_.px(1.2));
  if (lines.empty()) return on_start_side({area.x, area.y, thickness, height}, area);
  // Spaces at the end belong to no line, yet a visitor who typed one must see the mark move.
  const std::size_t spaces = words.words.size() - (words.words.find_last_not_of(' ') + 1);
  const int moved = static_cast<int>(spaces) * ruler_.typesetter().width(used, " ") + ruler_.px(0.6);
  const PlacedLine& last = lines.back();
  const int x = last.direction == text::Direction::right_to_left
                    ? std::max(last.area.x - moved - thickness, area.x)
                    : std::min(last.area.right() + moved, area.right() - thickness);
  return {x, last.area.y, thickness, height};
}

void Placing::place_stack(const Stack& stack, const Rect& area) {
  const bool mirrored_outside = std::exchange(mirrored_, mirrored_ && !stack.never_mirrored);
  const Rect bounds_outside = bounds_;
  const double left = mirrored_ ? stack.padding.end : stack.padding.start;
  const Rect inner{area.x + ruler_.px(left), area.y + ruler_.px(stack.padding.top),
                   std::max(0, area.w - ruler_.px(stack.padding.start) - ruler_.px(stack.padding.end)),
                   std::max(0, area.h - ruler_.px(stack.padding.top) - ruler_.px(stack.padding.bottom))};
  bounds_ = common(bounds_, inner);
  place_children(stack, inner);
  bounds_ = bounds_outside;
  mirrored_ = mirrored_outside;
}

void Placing::place_children(const Stack& stack, const Rect& inner) {
  if (stack.axis == Axis::over) {
    for (const Node& child : stack.children) {
      place(child, on_start_side(aligned_over(stack, child, inner), inner));
    }
    return;
  }
  const bool across = stack.axis == Axis::across;
  const int gap = ruler_.px(stack.gap_mm);
  const int gaps = stack.children.empty() ? 0 : gap * static_cast<int>(stack.children.size() - 1);
  const std::vector<int> sizes =
      across ? ruler_.widths_of(stack, inner.w - gaps) : ruler_.heights_of(stack, inner.w, inner.h - gaps);
  const int used = std::accumulate(sizes.begin(), sizes.end(), gaps);
  int at = (across ? inner.x : inner.y) +
           offset_for(stack.along, std::max(0, (across ? inner.w : inner.h) - used));
  for (std::size_t i = 0; i < stack.children.size(); ++i) {
    const Rect slot = across ? Rect{at, inner.y, sizes[i], inner.h} : Rect{inner.x, at, inner.w, sizes[i]};
    place(stack.children[i], on_start_side(aligned(stack, stack.children[i], slot), inner));
    at += sizes[i] + gap;
  }
}

Rect Placing::aligned(const Stack& stack, const Node& child, Rect slot) {
  const bool across = stack.axis == Axis::across;
  const Extent& extent = across ? child.height : child.width;
  if (extent.takes == Extent::Takes::share) return slot;
  if (!stack.across && extent.takes == Extent::Takes::what_it_needs) return slot;
  const Align align = stack.across.value_or(Align::start);
  const Size size = ruler_.measure(child, slot.w);
  if (across) {
    const int h = std::min(size.h, slot.h);
    return {slot.x, slot.y + offset_for(align, slot.h - h), slot.w, h};
  }
  const int w = std::min(size.w, slot.w);
  return {slot.x + offset_for(align, slot.w - w), slot.y, w, slot.h};
}

Rect Placing::aligned_over(const Stack& stack, const Node& child, const Rect& slot) {
  const Size size = ruler_.measure(child, slot.w);
  const int w = child.width.takes == Extent::Takes::share ? slot.w : std::min(size.w, slot.w);
  const int h = child.height.takes == Extent::Takes::share ? slot.h : std::min(size.h, slot.h);
  const Align across = stack.across.value_or(Align::start);
  return {slot.x + offset_for(across, slot.w - w), slot.y + offset_for(stack.along, slot.h - h), w, h};
}

}  // namespace kiosk::ui
