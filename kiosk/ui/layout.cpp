#include "kiosk/ui/layout.h"

#include <cmath>
#include <utility>

#include "kiosk/ui/pages.h"
#include "kiosk/ui/placing.h"

namespace kiosk::ui {

namespace {

constexpr double shrink_step = 0.94;
constexpr double hair = 1e-6;  // mm; a style scaled to its floor may come out this much above it

/// Makes the largest of the styles that did not fit one step smaller; false when none may shrink further.
bool shrink(const StyleFlags& too_large, visit::TextSize text_size, StyleScales& scales) {
  std::size_t largest = scales.size();
  double largest_mm = 0;
  for (std::size_t i = 0; i < scales.size(); ++i) {
    const StyleSize size = size_of(static_cast<Style>(i), text_size);
    const double now_mm = size.cap_mm * scales[i];
    if (!too_large[i] || now_mm <= size.floor_mm + hair || now_mm <= largest_mm) continue;
    largest = i;
    largest_mm = now_mm;
  }
  if (largest == scales.size()) return false;
  const StyleSize size = size_of(static_cast<Style>(largest), text_size);
  scales[largest] = std::max(scales[largest] * shrink_step, size.floor_mm / size.cap_mm);
  return true;
}

/// What came of placing a screen.
struct Placed {
  std::vector<Box> boxes;
  std::vector<Misfit> misfits;
};

/// Places `root` with the largest letters with which it fits; with the smallest ones if it never does.
Placed fitted(const Screen& screen, const Node& root, const Panel& panel, Typesetter& typesetter) {
  StyleScales scales;
  scales.fill(1.0);
  while (true) {
    Placing placing{screen, root, panel, typesetter, scales};
    if (!shrink(placing.too_large(), screen.text_size, scales)) return {placing.boxes(), placing.misfits()};
  }
}

}  // namespace

Panel panel_of(Size size, double diagonal_inch) {
  constexpr double smallest_inch =
      22;  // seen from where one stands; smaller ones are held nearer to the eyes
  return {size, std::max(diagonal_inch, smallest_inch) * 25.4 / std::hypot(size.w, size.h)};
}

Frame layout(const Screen& screen, const Panel& panel, Typesetter& typesetter) {
  const std::size_t most = most_pages(screen.root);
  std::size_t pages = 1;
  Placed placed = fitted(screen, unfold_all(screen.root, pages), panel, typesetter);
  while (!placed.misfits.empty() && pages < most) {
    placed = fitted(screen, unfold_all(screen.root, ++pages), panel, typesetter);
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
