#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/text/runs.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/ui/node.h"
#include "kiosk/ui/typesetter.h"

namespace kiosk::ui {

/// One line of text in its place.
struct PlacedLine {
  Rect area;  ///< as wide as its letters, as high as its line
  std::string words;
  Face face;
  text::Direction direction = text::Direction::left_to_right;
  Ink ink = Ink::ink;

  friend bool operator==(const PlacedLine&, const PlacedLine&) = default;
};

struct PlacedIcon {
  Icon icon = Icon::check;
  Rect area;
  Ink ink = Ink::ink;

  friend bool operator==(const PlacedIcon&, const PlacedIcon&) = default;
};

struct PlacedRing {
  Rect area;
  double left = 1;
  int thickness = 0;
  Ink ink = Ink::ink;
  Ink spent = Ink::dot;

  friend bool operator==(const PlacedRing&, const PlacedRing&) = default;
};

/// Ground and edge in px.
struct Surface {
  Ink fill = Ink::none;
  Ink edge = Ink::none;
  Ink lip = Ink::none;
  int edge_px = 0;
  int radius_px = 0;
  int lip_px = 0;
  bool dashed = false;

  friend bool operator==(const Surface&, const Surface&) = default;
};

/// One thing on screen, in its place.
struct Box {
  Role role = Role::group;
  std::string label;
  bool selected = false;
  bool busy = false;
  bool pressed = false;  ///< a finger is on it
  bool focused = false;  ///< the keys of a keypad, or a switch, are at it
  Rect area;
  std::optional<visit::Event> on_tap;
  std::optional<visit::Event> on_hold;
  Time hold_for{500};
  bool repeats = false;
  bool is_back = false;
  Surface surface;
  std::vector<PlacedLine> lines;
  std::optional<Rect> caret;
  std::optional<PlacedIcon> icon;
  std::optional<PlacedRing> ring;
  bool logo = false;                           ///< it holds the theme's logo
  std::shared_ptr<const survey::Image> image;  ///< it holds this picture, or none
};

/// Something for which there was no room, even with the text around it at the smallest size it may have.
struct Misfit {
  std::string words;  ///< of a text; else what the box is called
  Rect area;
};

/// A whole screen, flat, in the order in which it is painted. Painting, touch, speech and tests all read
/// this.
struct Frame {
  std::string screen{};  ///< "attract", "themes", ...
  std::string key{};     ///< changes when the screen becomes another one, not when it changes a little
  std::string language{};
  text::Direction direction = text::Direction::left_to_right;
  visit::Contrast contrast = visit::Contrast::normal;
  Size size{};
  double mm_per_px = 0;
  bool at_once = false;  ///< it takes the place of another one without any motion
  std::vector<Box> boxes{};
  std::vector<Misfit> misfits{};
};

/// Makes corners `times` as round. What is round as a whole, such as a disc, stays so.
void round_corners(Frame& frame, double times);

/// The word for a role, as accessibility tools have it.
const char* name_of(Role role);

}  // namespace kiosk::ui
