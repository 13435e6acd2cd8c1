#include "kiosk/ui/node.h"

#include <cassert>
#include <utility>

namespace kiosk::ui {

Node stack(Axis axis, double gap_mm, std::vector<Node> children) {
  Node node;
  node.content = Stack{.axis = axis, .gap_mm = gap_mm, .children = std::move(children)};
  return node;
}

Node column(double gap_mm, std::vector<Node> children) {
  return stack(Axis::down, gap_mm, std::move(children));
}

Node row(double gap_mm, std::vector<Node> children) {
  return stack(Axis::across, gap_mm, std::move(children));
}

Node text(Role role, Text text) {
  Node node;
  node.role = role;
  node.label = text.words;
  node.content = std::move(text);
  return node;
}

Node picture(Icon icon, double size_mm, Ink ink, std::optional<Style> grows_with) {
  Node node;
  node.role = Role::part;
  node.content = Picture{.icon = icon, .size_mm = size_mm, .ink = ink, .grows_with = grows_with};
  return node;
}

Node space(Extent extent) {
  Node node;
  node.width = extent;
  node.height = extent;
  return node;
}

Stack& stack_of(Node& node) {
  auto* found = std::get_if<Stack>(&node.content);
  assert(found != nullptr);
  return *found;
}

}  // namespace kiosk::ui
