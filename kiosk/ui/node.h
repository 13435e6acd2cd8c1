#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/time.h"
#include "kiosk/survey/image.h"
#include "kiosk/ui/icon.h"
#include "kiosk/ui/theme.h"
#include "kiosk/visit/visit.h"

/// What a screen is made of: a tree of nodes, in the order in which it is read. No coordinates, no colours
/// but the theme's names, no callbacks: a tap yields a visit::Event. Sizes are mm on the panel.
namespace kiosk::ui {

/// What a node is to a visitor who cannot see it, and to a test.
enum class Role : std::uint8_t {
  group,  ///< holds other nodes; says nothing itself
  part,   ///< a piece of the button or card around it, which speaks for it
  heading,
  text,
  status,  ///< a line that comes and goes: said when it appears
  image,
  progress,
  textbox,
  button,
  checkbox,
  radio,
  key,
};

/// How much room a node takes along one direction.
struct Extent {
  enum class Takes : std::uint8_t {
    what_it_needs,
    mm,     ///< `amount`; down to `least` where there is not enough for all
    share,  ///< of what the others leave, by weight; at least what it needs
    grows,  ///< what it needs, and a share of what is left
  };
  Takes takes = Takes::what_it_needs;
  double amount = 0;
  double least = 0;  ///< mm
};
constexpr Extent mm(double amount) { return {Extent::Takes::mm, amount, amount}; }
constexpr Extent mm(double amount, double least) { return {Extent::Takes::mm, amount, least}; }
constexpr Extent share(double weight = 1) { return {Extent::Takes::share, weight, 0}; }
constexpr Extent grows(double weight = 1) { return {Extent::Takes::grows, weight, 0}; }

/// The ground and edge of a node.
struct Look {
  Ink fill = Ink::none;
  Ink edge = Ink::none;
  double edge_mm = 0;
  double radius_mm = 0;
  bool dashed = false;
  Ink lip = Ink::none;  ///< a thicker lower edge, as a key has
  double lip_mm = 0;

  friend bool operator==(const Look&, const Look&) = default;
};

enum class Align : std::uint8_t { start, centre, end };

struct Text {
  std::string words{};
  Style style = Style::body;
  bool bold = false;
  Ink ink = Ink::ink;
  Align align = Align::start;
  bool caret = false;  ///< a writing mark stands after the last letter
  int last_lines =
      0;  ///< at least so many are in sight; where not all fit, the end is shown. 0: all must fit
};

struct Picture {
  Icon icon = Icon::check;
  double size_mm = 8;
  Ink ink = Ink::ink;
  /// Words beside it: it is larger or smaller than `size_mm` where they are than at normal size.
  std::optional<Style> grows_with{};
};

/// A ring that empties clockwise from the top.
struct Ring {
  double left = 1;  ///< 0 to 1
  double thickness_mm = 7;
  Ink ink = Ink::ink;
  Ink spent = Ink::dot;
};

/// The place of an organisation's logo, which the theme has. As large as the node.
struct LogoPlace {};

/// The place of a picture of the question set: as large as its pixels make it, and smaller where there is
/// less room. It gives way to all else; where it would be too small to be of use it is not there.
struct ImagePlace {
  std::shared_ptr<const survey::Image> image;  ///< never null
  double highest_mm = 0;
};

enum class Axis : std::uint8_t {
  across,
  down,
  over
};  ///< side by side, below each other, on top of each other

struct Padding {
  double start = 0;
  double top = 0;
  double end = 0;
  double bottom = 0;
};

struct Node;

struct Stack {
  Axis axis = Axis::down;
  double gap_mm = 0;
  Padding padding{};
  Align along = Align::start;     ///< where the children stand when there is room left
  std::optional<Align> across{};  ///< nothing: children fill the other direction
  bool never_mirrored = false;    ///< stands from left to right in every language, as a keyboard does
  std::vector<Node> children;
};

/// Things to choose from, in rows; on several pages where they do not fit on one.
struct Pages {
  std::vector<Node> choices;
  std::size_t columns = 1;
  double gap_mm = 0;
  Extent row;                  ///< the height of each row
  Align along = Align::start;  ///< where the rows stand when there is room left
  std::vector<Node>
      more;  ///< the one way to the next page; "{n}" and "{m}" in its words: which page, of how many
  bool more_below = false;  ///< "more" is a row of its own, not one of the choices
  std::size_t turned = 0;   ///< how often "more" was tapped: after the last page comes the first
};

struct Node {
  Role role = Role::group;
  std::string label;  ///< what it is called; a text is called by its words
  bool selected = false;
  bool busy = false;
  std::optional<visit::Event> on_tap;
  /// What a long press means; the finger's way up then means nothing. Never the only way to
  /// anything: a visitor who cannot hold a finger still must reach it otherwise.
  std::optional<visit::Event> on_hold;
  Time hold_for{500};    ///< how long a press is a long one
  bool repeats = false;  ///< held for 600 ms, on_tap happens again every 100 ms; not together with on_hold
  bool is_back = false;  ///< the key for "back" means this one
  Extent width;
  Extent height;
  Look look;
  std::variant<std::monostate, Stack, Text, Picture, Ring, LogoPlace, ImagePlace, Pages> content;
};

// ---- Short words for the common ones ----

Node stack(Axis axis, double gap_mm, std::vector<Node> children);
Node column(double gap_mm, std::vector<Node> children);
Node row(double gap_mm, std::vector<Node> children);
Node text(Role role, Text text);
Node picture(Icon icon, double size_mm, Ink ink, std::optional<Style> grows_with = {});

/// Room, and nothing in it.
Node space(Extent extent);

/// The stack in `node`; the node must be one.
Stack& stack_of(Node& node);

}  // namespace kiosk::ui
