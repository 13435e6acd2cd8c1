#include "kiosk/ui/ruler.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/base/overloaded.h"
#include "kiosk/base/utf8.h"

namespace kiosk::ui {

namespace {

/// The longest text in `stack`: what to make shorter where it is crowded.
std::string longest_text(const Stack& stack) {
  std::string longest;
  for (const Node& child : stack.children) {
    const auto* text = std::get_if<Text>(&child.content);
    const auto* inner = std::get_if<Stack>(&child.content);
    std::string words = text != nullptr ? text->words : inner != nullptr ? longest_text(*inner) : "";
    if (words.size() > longest.size()) longest = std::move(words);
  }
  return longest;
}

void mark_styles(const Node& node, StyleFlags& flags) {
  if (const auto* words = std::get_if<Text>(&node.content)) {
    flags[static_cast<std::size_t>(words->style)] = true;
  }
  if (const auto* children = std::get_if<Stack>(&node.content)) {
    for (const Node& child : children->children) mark_styles(child, flags);
  }
}

/// U+0600 to U+06FF begin with one of these bytes, and nothing else does.
bool has_arabic(const std::string& words) {
  return words.find_first_of("\xD8\xD9\xDA\xDB") != std::string::npos;
}

/// Has it capitals with a mark above, as É, Ş and Ї?
bool has_high_capitals(const std::string& words) {
  for (std::size_t at = 0; at < words.size();) {
    const char32_t letter = utf8::next_letter(words, at);
    const bool latin =
        (letter >= U'\u00C0' && letter <= U'\u00DE') || (letter >= U'\u0100' && letter <= U'\u017F');
    if (latin || letter == U'\u0401' || letter == U'\u0407' || letter == U'\u0419') return true;
  }
  return false;
}

/// Can it, or something in it, be less high where room is tight?
bool gives_way(const Node& node) {
  return node.height.takes == Extent::Takes::mm || std::holds_alternative<Stack>(node.content) ||
         std::holds_alternative<ImagePlace>(node.content);
}

bool asks_what_it_needs(const Extent& extent) {
  return extent.takes == Extent::Takes::what_it_needs || extent.takes == Extent::Takes::grows;
}

}  // namespace

int Ruler::px(double mm) const { return static_cast<int>(std::lround(mm / panel_.mm_per_px)); }

double Ruler::cap_mm(Style style) const {
  return size_of(style, screen_.text_size).cap_mm * scales_[static_cast<std::size_t>(style)];
}

Face Ruler::face(const Text& words) const {
  return {words.bold, std::max(1, px(cap_mm(words.style) / cap_per_em))};
}

int Ruler::side(const Picture& picture) const {
  if (!picture.grows_with) return px(picture.size_mm);
  return px(picture.size_mm * cap_mm(*picture.grows_with) / size_of(*picture.grows_with).cap_mm);
}

Size Ruler::size_of_image(const ImagePlace& place, const Size& room) const {
  constexpr double of_use_mm = 60;  // along its longer side: in less nobody finds what it shows
  const double w = place.image->w;
  const double h = place.image->h;
  // No larger than its own pixels: they would be seen.
  const double scale = std::min({1.0, room.w / w, std::min(room.h, px(place.highest_mm)) / h});
  const bool whole_size = scale >= 1;
  if (scale <= 0 || (!whole_size && std::max(w, h) * scale < px(of_use_mm))) return {};
  return {std::max(1, static_cast<int>(std::lround(w * scale))),
          std::max(1, static_cast<int>(std::lround(h * scale)))};
}

int Ruler::line_height(const Text& words) const {
  constexpr double deep = 1.4;  // Arabic letters reach further down than Latin ones, and carry marks above
  const double of_style = size_of(words.style, screen_.text_size).line_height;
  constexpr double high = 1.25;  // else their marks touch what hangs down from the line above
  const double least = has_arabic(words.words) ? deep : has_high_capitals(words.words) ? high : of_style;
  return static_cast<int>(std::lround(face(words).px * std::max(of_style, least)));
}

const text::Paragraph& Ruler::lines(const Text& words, int width) {
  const auto long_word = words.last_lines > 0 ? text::LongWord::is_cut : text::LongWord::stays_whole;
  return typesetter_.lines(face(words), words.words, width, screen_.language, long_word);
}

void Ruler::refuse(const Text& words, const Rect& area) {
  too_large_[static_cast<std::size_t>(words.style)] = true;
  note(words.words, area);
}

void Ruler::note(std::string words, const Rect& area) {
  const auto known = std::find_if(misfits_.begin(), misfits_.end(),
                                  [&](const Misfit& misfit) { return misfit.words == words; });
  if (known != misfits_.end()) {
    known->area = area;
  } else {
    misfits_.push_back({std::move(words), area});
  }
}

Size Ruler::measure(const Node& node, int width, Height height) {
  const Measured key{&node, width, gives_way(node) ? height : Height::ample};
  if (const auto known = measured_.find(key); known != measured_.end()) return known->second;
  const Size size = measure_anew(node, width, key.height);
  measured_.emplace(key, size);
  return size;
}

Size Ruler::measure_anew(const Node& node, int width, Height height) {
  const bool fixed_width = node.width.takes == Extent::Takes::mm;
  const int available = fixed_width ? px(node.width.amount) : width;
  Size size =
      std::visit(Overloaded{[](std::monostate) { return Size{}; },
                            [&](const Stack& s) { return measure_stack(s, available, height); },
                            [&](const Text& t) { return measure_text(t, available); },
                            [&](const Picture& p) {
                              return Size{side(p), side(p)};
                            },
                            [](const Ring&) { return Size{}; }, [](const LogoPlace&) { return Size{}; },
                            [&](const ImagePlace& i) {
                              const Size ample = size_of_image(i, {available, px(i.highest_mm)});
                              return height == Height::tight ? Size{ample.w, 0} : ample;
                            },
                            [](const Pages&) { return Size{}; }},  // unfolded before
                 node.content);
  if (fixed_width) size.w = available;
  if (node.height.takes == Extent::Takes::mm) size.h = height_of(node.height, size.h, height);
  return size;
}

/// What may give way does so down to what it holds, not further: else its text alone would have to shrink.
int Ruler::height_of(const Extent& extent, int holds, Height height) const {
  if (height == Height::ample) return px(extent.amount);
  return extent.least < extent.amount ? std::max(px(extent.least), holds) : px(extent.least);
}

Size Ruler::measure_text(const Text& words, int width) {
  if (words.last_lines > 0) return {width, words.last_lines * line_height(words)};
  if (words.words.empty()) return {};
  const text::Paragraph& paragraph = lines(words, width);
  return {paragraph.width, static_cast<int>(paragraph.lines.size()) * line_height(words)};
}

Size Ruler::measure_stack(const Stack& stack, int width, Height height) {
  const int around_w = px(stack.padding.start) + px(stack.padding.end);
  const int around_h = px(stack.padding.top) + px(stack.padding.bottom);
  const int inner_w = std::max(0, width - around_w);
  const int gaps =
      stack.children.empty() ? 0 : px(stack.gap_mm) * static_cast<int>(stack.children.size() - 1);
  Size size;
  const bool across = stack.axis == Axis::across;
  const std::vector<int> widths = across ? widths_of(stack, inner_w - gaps) : std::vector<int>{};
  for (std::size_t i = 0; i < stack.children.size(); ++i) {
    const int child_w = across ? widths[i] : inner_w;
    const Size child = measure(stack.children[i], child_w, height);
    const bool shares = stack.children[i].width.takes == Extent::Takes::share;
    switch (stack.axis) {
      case Axis::across:
        size = {size.w + (shares ? child_w : child.w), std::max(size.h, child.h)};
        break;
      case Axis::down:
        size = {std::max(size.w, child.w), size.h + child.h};
        break;
      case Axis::over:
        size = {std::max(size.w, child.w), std::max(size.h, child.h)};
        break;
    }
  }
  (across ? size.w : size.h) += stack.axis == Axis::over ? 0 : gaps;
  return {size.w + around_w, size.h + around_h};
}

Wish Ruler::wish_of(const Extent& extent, int needs, int least) const {
  switch (extent.takes) {
    case Extent::Takes::mm:
      least = std::max(px(extent.least), least);
      return {std::max(px(extent.amount), least), least, 0};
    case Extent::Takes::share:
      return {0, least, extent.amount};
    case Extent::Takes::grows:
      return {needs, least, extent.amount};
    case Extent::Takes::what_it_needs:
      break;
  }
  return {needs, least, 0};
}

std::vector<int> Ruler::widths_of(const Stack& stack, int room) {
  int left = room;  // fixed ones first: texts wrap in what they leave
  for (const Node& child : stack.children) {
    if (child.width.takes == Extent::Takes::mm) left -= px(child.width.amount);
  }
  std::vector<Wish> wishes;
  wishes.reserve(stack.children.size());
  for (const Node& child : stack.children) {
    const bool asks = asks_what_it_needs(child.width);
    const int needs = asks ? measure(child, std::max(0, left)).w : 0;
    left -= needs;
    wishes.push_back(wish_of(child.width, needs, needs));
  }
  Division division = divide(wishes, std::max(0, room));
  if (!division.fits) refuse(stack);
  return std::move(division.sizes);
}

std::vector<int> Ruler::heights_of(const Stack& stack, int width, int room) {
  std::vector<Wish> wishes;
  wishes.reserve(stack.children.size());
  for (const Node& child : stack.children) {
    const int needs = asks_what_it_needs(child.height) ? measure(child, width).h : 0;
    wishes.push_back(wish_of(child.height, needs, measure(child, width, Height::tight).h));
  }
  Division division = divide(wishes, std::max(0, room));
  if (!division.fits) refuse(stack);
  return std::move(division.sizes);
}

void Ruler::refuse(const Stack& crowded) {
  for (const Node& child : crowded.children) mark_styles(child, too_large_);
  if (crowded_.empty()) crowded_.push_back({longest_text(crowded), {}});
}

}  // namespace kiosk::ui
