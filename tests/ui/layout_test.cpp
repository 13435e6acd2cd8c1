#include "kiosk/ui/layout.h"

#include <catch2/catch.hpp>

#include "tests/support/fixed_letters.h"

// Written out, so that a table that fails shows what stands where.
template <>
struct Catch::StringMaker<kiosk::ui::Rect> {
  static std::string convert(const kiosk::ui::Rect& rect) {
    return "{" + std::to_string(rect.x) + ", " + std::to_string(rect.y) + ", " + std::to_string(rect.w) +
           ", " + std::to_string(rect.h) + "}";
  }
};

namespace kiosk::layout_test {

using namespace kiosk;
using namespace kiosk::ui;
using Areas = std::vector<Rect>;

namespace {

/// A panel on which body text is 40 px high, each letter 20 px wide and each line 56 px high.
Panel panel_for_reading(Size size) { return {size, 8.0 / cap_per_em / 40}; }

/// A box that can be seen.
Node box(Extent width, Extent height) {
  Node node;
  node.role = Role::part;
  node.look.fill = Ink::surface;
  node.width = width;
  node.height = height;
  return node;
}

Node padded(Padding padding, Node node) {
  stack_of(node).padding = padding;
  return node;
}

Node aligned(Align along, std::optional<Align> across, Node node) {
  stack_of(node).along = along;
  stack_of(node).across = across;
  return node;
}

Node words(const std::string& text, Style style = Style::body) {
  return ui::text(Role::text, {.words = text, .style = style});
}

Frame laid_out(Node root, const Panel& panel) {
  static given::FixedLetters letters;
  return layout({.name = "test", .key = "test", .language = "nl", .root = std::move(root)}, panel, letters);
}

Areas areas(const Frame& frame) {
  Areas found;
  for (const Box& one : frame.boxes) found.push_back(one.area);
  return found;
}

struct Case {
  const char* what;
  Node root;
  Areas areas;
};

void check(const std::vector<Case>& cases, const Panel& panel) {
  for (const Case& one : cases) {
    INFO(one.what);
    CHECK(areas(laid_out(one.root, panel)) == one.areas);
  }
}

}  // namespace

TEST_CASE("children stand side by side or below each other, in mm, in shares, with gaps and padding") {
  const Extent all = share();
  check(
      {
          {"mm across, as high as they say",
           row(0, {box(mm(10), mm(5)), box(mm(20), mm(6))}),
           {{0, 0, 10, 5}, {10, 0, 20, 6}}},
          {"mm across, as high as the row",
           row(0, {box(mm(10), {}), box(mm(20), all)}),
           {{0, 0, 10, 60}, {10, 0, 20, 60}}},
          {"mm down", column(0, {box(mm(10), mm(5)), box(all, mm(6))}), {{0, 0, 10, 5}, {0, 5, 100, 6}}},
          {"shares by weight",
           row(0, {box(share(1), all), box(share(3), all)}),
           {{0, 0, 25, 60}, {25, 0, 75, 60}}},
          {"shares to the last px",
           row(0, {box(all, all), box(all, all), box(all, all)}),
           {{0, 0, 33, 60}, {33, 0, 34, 60}, {67, 0, 33, 60}}},
          {"a share of what mm leave",
           row(0, {box(mm(30), all), box(all, all)}),
           {{0, 0, 30, 60}, {30, 0, 70, 60}}},
          {"gaps between, not around",
           column(4, {box(all, all), box(all, all), box(all, mm(2))}),
           {{0, 0, 100, 25}, {0, 29, 100, 25}, {0, 58, 100, 2}}},
          {"padding around", padded({1, 2, 3, 4}, row(0, {box(all, all)})), {{1, 2, 96, 54}}},
          {"a stack in a stack",
           column(0, {box(all, mm(10)), row(10, {box(all, all), box(all, all)})}),
           {{0, 0, 100, 10}, {0, 10, 45, 0}, {55, 10, 45, 0}}},
          {"room that holds nothing", row(0, {space(share()), box(mm(10), all)}), {{90, 0, 10, 60}}},
          {"on top of each other",
           stack(Axis::over, 0, {box(all, all), box(mm(10), mm(20))}),
           {{0, 0, 100, 60}, {0, 0, 10, 20}}},
      },
      Panel{{100, 60}, 1});
}

TEST_CASE("children stand at the start, in the middle or at the end, along their stack and across it") {
  const auto two = [] { return std::vector<Node>{box(mm(10), mm(6)), box(mm(20), mm(10))}; };
  check(
      {
          {"row, start",
           aligned(Align::start, Align::start, row(0, two())),
           {{0, 0, 10, 6}, {10, 0, 20, 10}}},
          {"row, centre",
           aligned(Align::centre, Align::centre, row(0, two())),
           {{35, 27, 10, 6}, {45, 25, 20, 10}}},
          {"row, end", aligned(Align::end, Align::end, row(0, two())), {{70, 54, 10, 6}, {80, 50, 20, 10}}},
          {"column, start",
           aligned(Align::start, Align::start, column(0, two())),
           {{0, 0, 10, 6}, {0, 6, 20, 10}}},
          {"column, centre",
           aligned(Align::centre, Align::centre, column(0, two())),
           {{45, 22, 10, 6}, {40, 28, 20, 10}}},
          {"column, end",
           aligned(Align::end, Align::end, column(0, two())),
           {{90, 44, 10, 6}, {80, 50, 20, 10}}},
          {"over, start",
           aligned(Align::start, Align::start, stack(Axis::over, 0, two())),
           {{0, 0, 10, 6}, {0, 0, 20, 10}}},
          {"over, centre",
           aligned(Align::centre, Align::centre, stack(Axis::over, 0, two())),
           {{45, 27, 10, 6}, {40, 25, 20, 10}}},
          {"over, end",
           aligned(Align::end, Align::end, stack(Axis::over, 0, two())),
           {{90, 54, 10, 6}, {80, 50, 20, 10}}},
      },
      Panel{{100, 60}, 1});
}

TEST_CASE("a mm is a mm on every panel, whichever way up") {
  const Node root = padded({5, 5, 5, 5}, row(10, {box(mm(20), mm(15)), box(share(), mm(15))}));
  struct Row {
    Panel panel;
    Areas areas;
  };
  for (const auto& [panel, expected] : {
           Row{{{200, 100}, 1.0}, {{5, 5, 20, 15}, {35, 5, 160, 15}}},
           Row{{{200, 100}, 0.5}, {{10, 10, 40, 30}, {70, 10, 120, 30}}},
           Row{{{100, 200}, 0.5}, {{10, 10, 40, 30}, {70, 10, 20, 30}}},
           Row{{{200, 100}, 0.3}, {{17, 17, 67, 50}, {117, 17, 66, 50}}},
       }) {
    INFO(panel.size.w << "x" << panel.size.h << " at " << panel.mm_per_px);
    CHECK(areas(laid_out(root, panel)) == expected);
  }
  CHECK(panel_of({1080, 1920}, 24).mm_per_px == Approx(0.2767).margin(0.0001));
  CHECK(panel_of({1920, 1080}, 24).mm_per_px == Approx(0.2767).margin(0.0001));
  CHECK(panel_of({1080, 1920}, 24).portrait());
  CHECK_FALSE(panel_of({1920, 1080}, 24).portrait());
}

TEST_CASE("a frame tells what its screen and panel are") {
  given::FixedLetters letters;
  const Frame frame = layout(
      {.name = "themes", .key = "themes/1", .language = "ar", .root = column(0, {box(share(), share())})},
      Panel{{100, 60}, 0.5}, letters);
  CHECK(frame.screen == "themes");
  CHECK(frame.key == "themes/1");
  CHECK(frame.language == "ar");
  CHECK(frame.direction == text::Direction::right_to_left);
  CHECK(frame.size == Size{100, 60});
  CHECK(frame.mm_per_px == 0.5);
}

TEST_CASE("only what can be seen, heard or tapped becomes a box") {
  Node tapped = column(0, {});
  tapped.on_tap = visit::Event{visit::Stopped{}};
  Node named = column(0, {});
  named.role = Role::progress;
  named.label = "Vraag 1 van 6";
  const Frame frame = laid_out(row(0, {space(share()), column(0, {}), tapped, named}), Panel{{100, 60}, 1});
  REQUIRE(frame.boxes.size() == 2);
  CHECK(frame.boxes[0].on_tap.has_value());
  CHECK(frame.boxes[1].label == "Vraag 1 van 6");
}

TEST_CASE("text stands in lines of its language's height, at the side that it asks for") {
  struct Row {
    const char* what;
    std::string text;
    int width;
    Align align;
    Areas lines;
  };
  for (const auto& [what, text, width, align, expected] : {
           Row{"start", "ab", 100, Align::start, {{0, 0, 40, 56}}},
           Row{"centre", "ab", 100, Align::centre, {{30, 0, 40, 56}}},
           Row{"end", "ab", 100, Align::end, {{60, 0, 40, 56}}},
           Row{"just fits", "aa bb", 100, Align::start, {{0, 0, 100, 56}}},
           Row{"wraps", "aa bb", 99, Align::start, {{0, 0, 40, 56}, {0, 56, 40, 56}}},
           Row{"wraps, each line by itself", "aaaa b", 99, Align::end, {{19, 0, 80, 56}, {79, 56, 20, 56}}},
           Row{"breaks at a soft hyphen", "aaa\u00ADbb", 80, Align::start, {{0, 0, 80, 56}, {0, 56, 40, 56}}},
           Row{"nothing", "", 80, Align::start, {}},
       }) {
    INFO(what);
    const Frame frame =
        laid_out(ui::text(Role::text, {.words = text, .align = align}), panel_for_reading({width, 300}));
    REQUIRE(frame.boxes.size() == 1);
    Areas lines;
    for (const PlacedLine& line : frame.boxes[0].lines) lines.push_back(line.area);
    CHECK(lines == expected);
    CHECK(frame.misfits.empty());
  }
}

TEST_CASE("text takes the height that it needs, and the rest moves down") {
  check({{"two lines above a box",
          column(0, {words("aa bb"), box(share(), share())}),
          {{0, 0, 99, 112}, {0, 112, 99, 88}}}},
        panel_for_reading({99, 200}));
}

TEST_CASE("text that does not fit shrinks in steps to its floor, and is told when that is not enough") {
  struct Row {
    int room;  // for ten letters
    int px;
    bool fits;
  };
  // Body: 8 mm, in steps of 6 %, not below 6.5 mm.
  for (const auto& [room, px, fits] : {Row{200, 40, true}, Row{199, 38, true}, Row{189, 35, true},
                                       Row{174, 33, true}, Row{155, 33, false}}) {
    INFO("room " << room);
    const Frame frame = laid_out(words("aaaaaaaaaa"), panel_for_reading({room, 100}));
    CHECK(frame.boxes.at(0).lines.at(0).face.px == Approx(px).margin(room == 155 ? 1 : 0));
    REQUIRE(frame.misfits.size() == (fits ? 0 : 1));
    if (fits) continue;
    CHECK(frame.misfits[0].words == "aaaaaaaaaa");
    CHECK(frame.misfits[0].area == Rect{0, 0, 155, 100});
  }
}

TEST_CASE("all text of one style shrinks alike, other text does not") {
  const Frame frame = laid_out(column(0, {words("aaaaaaaaaa"), words("b"), words("c", Style::tag)}),
                               panel_for_reading({199, 400}));
  REQUIRE(frame.boxes.size() == 3);
  const auto px = [&](std::size_t i) { return frame.boxes[i].lines.at(0).face.px; };
  CHECK(px(0) == 38);
  CHECK(px(1) == 38);
  CHECK(px(2) == 35);  // 6.9 mm
  CHECK(frame.misfits.empty());
}

TEST_CASE("in a crowd the largest text gives way first") {
  // A line of 19 mm letters is 109 px high, one of 8 mm 56 px.
  const Frame frame =
      laid_out(column(0, {words("a", Style::display), words("b")}), panel_for_reading({400, 140}));
  CHECK(frame.misfits.empty());
  CHECK(frame.boxes.at(0).lines.at(0).face.px < 80);
  CHECK(frame.boxes.at(1).lines.at(0).face.px == 40);
}

TEST_CASE("words that are wider than their row make it give way, and what sticks out then is told") {
  Node wide = box(mm(30), share());  // 107 px
  wide.label = "box";
  const Node long_words = words("aaaaaaaa");  // 160 px, 132 at the least
  struct Row {
    Node root;
    std::size_t text;
    const char* sticks_out;
  };
  for (const auto& [root, text, sticks_out] :
       {Row{row(0, {wide, long_words}), 1, "aaaaaaaa"}, Row{row(0, {long_words, wide}), 0, "box"}}) {
    INFO(sticks_out);
    const Frame tight = laid_out(root, panel_for_reading({250, 60}));
    CHECK(tight.misfits.empty());
    CHECK(tight.boxes.at(text).lines.at(0).face.px == 35);
    const Frame too_tight = laid_out(root, panel_for_reading({210, 60}));
    REQUIRE(too_tight.misfits.size() == 1);
    CHECK(too_tight.misfits[0].words == sticks_out);
  }
}

TEST_CASE("lines for which there is no height left are told, not drawn out of sight in silence") {
  const auto lines = [] { return column(0, {words("a"), words("b"), words("c")}); };
  const Frame fitting = laid_out(lines(), panel_for_reading({100, 150}));  // three of 46 px, shrunk
  CHECK(fitting.misfits.empty());
  const Frame crowded = laid_out(lines(), panel_for_reading({100, 100}));
  REQUIRE(crowded.misfits.size() == 1);
  CHECK(crowded.misfits[0].words == "c");

  // The same in a card in the middle of the screen: it would be drawn over its neighbour.
  Node card = padded({0, 10, 0, 10}, lines());
  card.height = mm(48);  // 171 px, 36 of them padding at either side
  const Frame carded = laid_out(column(0, {card, box(share(), share())}), panel_for_reading({100, 400}));
  REQUIRE(carded.misfits.size() == 1);
  CHECK(carded.misfits[0].words == "c");
}

TEST_CASE("of a text that is being written the end is in sight, and a word of any length") {
  const auto written = [](const std::string& text) {
    return ui::text(Role::textbox, {.words = text, .caret = true, .last_lines = true});
  };
  struct Row {
    const char* what;
    std::string text;
    std::vector<std::string> lines;
    Rect caret;
  };
  // 106 by 120 px: two lines of five letters, and room for the mark after them: it is 4 px wide (1.2 mm) and
  // 2 px after the last letter.
  for (const auto& [what, text, lines, caret] : {
           Row{"nothing yet", "", {}, {0, 0, 4, 56}},
           Row{"a line", "aaa", {"aaa"}, {62, 0, 4, 56}},
           Row{"two lines", "aaaaa bb", {"aaaaa", "bb"}, {42, 56, 4, 56}},
           Row{"three lines", "aaaaa bbbbb ccc", {"bbbbb", "ccc"}, {62, 56, 4, 56}},
           Row{"spaces move the mark", "aa ", {"aa"}, {62, 0, 4, 56}},
           Row{"the mark has room after a full line", "aaaaa", {"aaaaa"}, {102, 0, 4, 56}},
           Row{"a word longer than the line", "aaaaaaaabb", {"aaaaa", "aaabb"}, {102, 56, 4, 56}},
       }) {
    INFO(what);
    const Frame frame = laid_out(written(text), panel_for_reading({106, 120}));
    std::vector<std::string> seen;
    for (const PlacedLine& line : frame.boxes.at(0).lines) seen.push_back(line.words);
    CHECK(seen == lines);
    CHECK(frame.boxes.at(0).caret == caret);
    CHECK(frame.misfits.empty());
  }
}

TEST_CASE("icons and rings stand in the middle of their room") {
  Node icon = picture(Icon::check, 10, Ink::ink);
  icon.width = share();
  icon.height = share();
  CHECK(laid_out(icon, Panel{{31, 21}, 1}).boxes.at(0).icon->area == Rect{10, 5, 10, 10});

  Node ring;
  ring.role = Role::image;
  ring.width = share();
  ring.height = share();
  ring.content = Ring{.left = 0.5, .thickness_mm = 3};
  const Box drawn = laid_out(ring, Panel{{100, 60}, 0.5}).boxes.at(0);
  REQUIRE(drawn.ring);
  CHECK(drawn.ring->area == Rect{20, 0, 60, 60});
  CHECK(drawn.ring->thickness == 6);
  CHECK(drawn.ring->left == 0.5);
}

TEST_CASE("a look in mm is a surface in px") {
  Node card = box(share(), share());
  card.look = {.fill = Ink::surface,
               .edge = Ink::border,
               .edge_mm = 1,
               .radius_mm = 4,
               .dashed = true,
               .lip = Ink::key_edge,
               .lip_mm = 1.5};
  card.selected = true;
  const Box drawn = laid_out(card, Panel{{100, 60}, 0.5}).boxes.at(0);
  CHECK(drawn.surface == Surface{Ink::surface, Ink::border, Ink::key_edge, 2, 8, 3, true});
  CHECK(drawn.selected);
}

TEST_CASE("corners are as round as an organisation wants them, and what is round as a whole stays so") {
  ui::Frame frame;
  frame.boxes.resize(2);
  frame.boxes[0].area = {0, 0, 200, 100};
  frame.boxes[0].surface.radius_px = 20;
  frame.boxes[1].area = {0, 0, 40, 40};
  frame.boxes[1].surface.radius_px = 20;  // a disc
  ui::round_corners(frame, 0.5);
  CHECK(frame.boxes[0].surface.radius_px == 10);
  CHECK(frame.boxes[1].surface.radius_px == 20);
  ui::round_corners(frame, 0);
  CHECK(frame.boxes[0].surface.radius_px == 0);
  CHECK(frame.boxes[1].surface.radius_px == 20);
}

TEST_CASE("an icon beside words is as large as they are, at every size of text and where they shrink") {
  given::FixedLetters letters;
  const auto sides = [&](visit::TextSize size, const std::string& text, int width) {
    Node root = row(0, {picture(Icon::arrow_right, 14, Ink::ink, Style::button),
                        picture(Icon::arrow_right, 14, Ink::ink), words(text, Style::button)});
    const Panel panel = panel_for_reading({width, 100});
    const Frame frame =
        layout({.name = "test", .key = "test", .language = "nl", .text_size = size, .root = std::move(root)},
               panel, letters);
    return std::pair{frame.boxes.at(0).icon->area.w * panel.mm_per_px,
                     frame.boxes.at(1).icon->area.w * panel.mm_per_px};
  };
  const auto close_to = [](double mm) { return Approx(mm).margin(0.3); };
  CHECK(sides(visit::TextSize::normal, "Terug", 900).first == close_to(14));
  CHECK(sides(visit::TextSize::largest, "Terug", 900).first == close_to(14 * 10.5 / 8));
  CHECK(sides(visit::TextSize::largest, "Terug", 900).second == close_to(14));
  CHECK(sides(visit::TextSize::normal, "Overslaanenverder", 400).first < 13);
}

}  // namespace kiosk::layout_test
