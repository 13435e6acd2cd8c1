#include "kiosk/ui/layout.h"

#include <cmath>
#include <optional>
#include <utility>

#include "kiosk/ui/pages.h"
#include "kiosk/ui/placing.h"

namespace kiosk::ui {

namespace {

constexpr double shrink_step = 0.94;
constexpr double hair = 1e-6;  // mm; a style scaled to its floor may come out this much above it

/// The smallest that each style may be, in mm of a capital letter.
using Floors = std::array<double, static_cast<std::size_t>(Style::count)>;

Floors floors_of(visit::TextSize text_size, double (*floor)(Style, visit::TextSize)) {
  Floors floors{};
  for (std::size_t i = 0; i < floors.size(); ++i) floors[i] = floor(static_cast<Style>(i), text_size);
  return floors;
}

double smallest(Style style, visit::TextSize text_size) { return size_of(style, text_size).floor_mm; }

/// Makes the largest of the styles that did not fit one step smaller; false when none may shrink further.
bool shrink(const StyleFlags& too_large, visit::TextSize text_size, const Floors& floors,
            StyleScales& scales) {
  std::size_t largest = scales.size();
  double largest_mm = 0;
  for (std::size_t i = 0; i < scales.size(); ++i) {
    const double now_mm = size_of(static_cast<Style>(i), text_size).cap_mm * scales[i];
    if (!too_large[i] || now_mm <= floors[i] + hair || now_mm <= largest_mm) continue;
    largest = i;
    largest_mm = now_mm;
  }
  if (largest == scales.size()) return false;
  const double full_mm = size_of(static_cast<Style>(largest), text_size).cap_mm;
  scales[largest] = std::max(scales[largest] * shrink_step, floors[largest] / full_mm);
  return true;
}

/// What came of placing a screen.
struct Placed {
  std::vector<Box> boxes;
  std::vector<Misfit> misfits;
};

/// Puts one screen on one panel.
struct Fitting {
  const Screen& screen;
  const Panel& panel;
  Typesetter& typesetter;

  /// With the largest letters with which it fits on so many pages; with the smallest if it never does.
  Placed on_pages(std::size_t pages, const Floors& floors) {
    const std::optional<Node> unfolded = holds_pages(screen.root)
                                             ? std::optional{unfold_all(screen.root, pages, screen.language)}
                                             : std::nullopt;
    const Node& root = unfolded ? *unfolded : screen.root;
    StyleScales scales;
    scales.fill(1.0);
    while (true) {
      Placing placing{screen, root, panel, typesetter, scales};
      if (!shrink(placing.too_large(), screen.text_size, floors, scales)) {
        return {placing.take_boxes(), placing.misfits()};
      }
    }
  }

  /// On as few pages as it takes, of `most`.
  Placed on_few_pages(std::size_t most, const Floors& floors) {
    Placed placed = on_pages(1, floors);
    for (std::size_t pages = 2; !placed.misfits.empty() && pages <= most; ++pages) {
      placed = on_pages(pages, floors);
    }
    return placed;
  }
};

}  // namespace

Panel panel_of(Size size, double diagonal_inch) {
  constexpr double smallest_inch =
      22;  // seen from where one stands; smaller ones are held nearer to the eyes
  return {size, std::max(diagonal_inch, smallest_inch) * 25.4 / std::hypot(size.w, size.h)};
}

Frame layout(const Screen& screen, const Panel& panel, Typesetter& typesetter) {
  Fitting fitting{screen, panel, typesetter};
  const std::size_t most = most_pages(screen.root);
  Placed placed;
  if (most > 1) {
    constexpr std::size_t at_least_a_page = 2;  // one thing at a time is nothing to choose from
    const Floors readable = floors_of(screen.text_size, rather_paged_than_below);
    placed = fitting.on_few_pages((most + 1) / at_least_a_page, readable);
  }
  if (most == 1 || !placed.misfits.empty()) {
    placed = fitting.on_few_pages(most, floors_of(screen.text_size, smallest));
  }
  return {.screen = screen.name,
          .key = screen.key,
          .language = screen.language,
          .direction = text::direction_of(screen.language),
          .contrast = screen.contrast,
          .size = panel.size,
          .mm_per_px = panel.mm_per_px,
          .at_once = screen.at_once,
          .boxes = std::move(placed.boxes),
          .misfits = std::move(placed.misfits)};
}

}  // namespace kiosk::ui
