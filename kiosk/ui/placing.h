#pragma once

#include <utility>
#include <vector>

#include "kiosk/ui/ruler.h"

/// For layout.cpp.
namespace kiosk::ui {

/// Puts nodes in their places, from the root down, with each style of text at a given scale. A language that
/// is written from right to left has everything mirrored but what says never_mirrored.
class Placing {
 public:
  /// Places all of `root`. All but `root` outlive this.
  Placing(const Screen& screen, const Node& root, const Panel& panel, Typesetter& typesetter,
          const StyleScales& scales);

  const StyleFlags& too_large() const { return ruler_.too_large(); }
  const std::vector<Misfit>& misfits() const { return ruler_.misfits(); }
  std::vector<Box> take_boxes() { return std::move(boxes_); }

 private:
  void place(const Node& node, const Rect& area);
  Box box_of(const Node& node, const Rect& area) const;
  /// `rect`, which was placed from the start side of `within`, on the side where this language starts.
  Rect on_start_side(Rect rect, const Rect& within) const;
  void place_image(const Node& node, const ImagePlace& image, const Rect& area);
  void place_text(const Text& words, const Rect& area);
  Rect caret_after(const Text& words, const Face& used, int height, const std::vector<PlacedLine>& lines,
                   const Rect& area);
  void place_stack(const Stack& stack, const Rect& area);
  void place_children(const Stack& stack, const Rect& inner);
  /// Where in its slot a child stands, in the direction across the stack.
  Rect aligned(const Stack& stack, const Node& child, Rect slot);
  Rect aligned_over(const Stack& stack, const Node& child, const Rect& slot);

  Ruler ruler_;
  text::Direction language_direction_;
  bool mirrored_;
  Rect bounds_;  // of all stacks around what is being placed: what sticks out of it is out of sight
  std::vector<Box> boxes_;
};

}  // namespace kiosk::ui
