#include "kiosk/ui/focus.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "kiosk/ui/hit.h"

namespace kiosk::focus_test {

using namespace kiosk;

namespace {

ui::Box box_of(ui::Role role, const std::string& label, const ui::Rect& area) {
  ui::Box box;
  box.role = role;
  box.label = label;
  box.area = area;
  box.on_tap = visit::Typed{0, label};
  return box;
}

/// A question: four themes in two columns, a row to navigate, a bar. All of the screen can be tapped too.
ui::Frame question(const std::string& key = "question") {
  ui::Frame frame;
  frame.key = key;
  frame.size = {300, 400};
  frame.mm_per_px = 1;
  frame.boxes.push_back(box_of(ui::Role::group, "", {0, 0, 300, 400}));
  frame.boxes.push_back(box_of(ui::Role::heading, "Wat vindt u?", {10, 10, 280, 40}));
  frame.boxes.back().on_tap.reset();
  frame.boxes.push_back(box_of(ui::Role::checkbox, "1", {10, 100, 130, 40}));
  frame.boxes.push_back(box_of(ui::Role::checkbox, "2", {160, 100, 130, 40}));
  frame.boxes.push_back(box_of(ui::Role::checkbox, "3", {10, 150, 130, 40}));
  frame.boxes.push_back(box_of(ui::Role::checkbox, "4", {160, 150, 130, 40}));
  frame.boxes.push_back(box_of(ui::Role::button, "Terug", {10, 300, 80, 30}));
  frame.boxes.back().is_back = true;
  frame.boxes.push_back(box_of(ui::Role::button, "Sla over", {110, 300, 80, 30}));
  frame.boxes.push_back(box_of(ui::Role::button, "Verder", {210, 300, 80, 30}));
  frame.boxes.push_back(box_of(ui::Role::button, "Stoppen", {230, 360, 60, 40}));
  return frame;
}

/// The same, as it is read from right to left: the first of a row stands at its right end.
ui::Frame mirrored_question() {
  ui::Frame frame = question();
  frame.direction = text::Direction::right_to_left;
  for (ui::Box& box : frame.boxes) box.area.x = 300 - box.area.right();
  return frame;
}

/// A place to write: a button over the keyboard, three rows of keys, a row under it.
ui::Frame keyboard(bool capital = false) {
  ui::Frame frame;
  frame.key = "words";
  frame.size = {300, 400};
  frame.mm_per_px = 1;
  frame.boxes.push_back(box_of(ui::Role::button, "Lees na", {10, 50, 100, 30}));
  const auto row = [&](const std::string& letters, int x, int y) {
    for (const char letter : letters) {
      const char shown = capital ? static_cast<char>(letter - 'a' + 'A') : letter;
      frame.boxes.push_back(box_of(ui::Role::key, std::string{shown}, {x, y, 40, 40}));
      x += 50;
    }
  };
  row("qwert", 0, 200);
  row("asdf", 25, 250);
  frame.boxes.push_back(box_of(ui::Role::key, "spatie", {50, 300, 190, 40}));
  frame.boxes.push_back(box_of(ui::Role::button, "Terug", {0, 350, 100, 40}));
  frame.boxes.push_back(box_of(ui::Role::button, "Versturen", {150, 350, 100, 40}));
  return frame;
}

std::string focused(ui::Frame frame, const ui::Focus& focus) {
  focus.mark(frame);
  std::string label;
  for (const ui::Box& box : frame.boxes) label += box.focused ? box.label : "";
  return label;
}

/// Presses a row of keys, one letter each; what was chosen, with a point after each, and where it ended.
std::string press(ui::Focus& focus, const ui::Frame& frame, const std::string& keys) {
  static const std::map<char, ui::KeyAction> actions{
      {'n', ui::KeyAction::next},   {'p', ui::KeyAction::previous}, {'u', ui::KeyAction::up},
      {'d', ui::KeyAction::down},   {'l', ui::KeyAction::left},     {'r', ui::KeyAction::right},
      {'c', ui::KeyAction::choose}, {'b', ui::KeyAction::back},
  };
  std::string chosen;
  for (const char key : keys) {
    const auto event = focus.press(frame, actions.at(key));
    if (event) chosen += std::get<visit::Typed>(*event).text + ".";
  }
  return chosen + focused(frame, focus);
}

struct Case {
  const char* what;
  std::string keys;
  std::string does;  ///< what was chosen, then where the focus is
};

void check(const ui::Frame& frame, const std::vector<Case>& cases) {
  for (const Case& each : cases) {
    INFO(each.what << ": " << each.keys);
    ui::Focus focus;
    focus.shown(frame);
    CHECK(press(focus, frame, each.keys) == each.does);
  }
}

std::vector<std::string> targets(const ui::Frame& frame) {
  std::vector<std::string> labels;
  for (const ui::Box& box : frame.boxes) {
    if (box.on_tap && !ui::is_whole_screen(frame, box)) labels.push_back(box.label);
  }
  return labels;
}

}  // namespace

TEST_CASE("a visitor with a keypad moves from target to target") {
  check(question(), {
                        {"nothing has the focus at first", "", ""},
                        {"the first key goes to the first target", "n", "1"},
                        {"whichever it is", "d", "1"},
                        {"", "u", "1"},
                        {"", "p", "1"},
                        {"to choose before anything is in focus chooses nothing", "c", "1"},
                        {"next in reading order", "nnnn", "4"},
                        {"previous", "nnnnp", "3"},
                        {"round at the end", "nnnnnnnnn", "1"},
                        {"round at the beginning", "np", "Stoppen"},
                        {"down is next", "nd", "2"},
                        {"up is previous", "nnnu", "2"},
                        {"right goes to the one beside", "nr", "2"},
                        {"left goes back", "nrl", "1"},
                        {"left, where nothing is on that side, goes on in reading order", "nnnl", "2"},
                        {"right, the same", "nnr", "3"},
                        {"choosing is a tap", "nnc", "2.2"},
                        {"two switches reach everything", "nnnnnnnc", "Verder.Verder"},
                        {"back is the button for it, wherever the focus is", "nnb", "Terug.2"},
                        {"also before anything is in focus", "b", "Terug."},
                    });
  check(mirrored_question(), {{"left goes to the one beside", "nl", "2"},
                              {"right goes back", "nlr", "1"},
                              {"left, where nothing is on that side, goes on", "nnl", "3"},
                              {"down is next", "nd", "2"}});
}

TEST_CASE("on the keyboard up and down go to the nearest key, and off it at its edges") {
  check(keyboard(), {
                        {"onto the keyboard", "dd", "q"},
                        {"down to the key whose middle is nearest", "ddrrd", "s"},
                        {"and at the end of a row", "ddrrrrd", "f"},
                        {"up again", "ddrrdu", "w"},
                        {"to a wide key", "dddd", "spatie"},
                        {"from a wide key up", "ddddu", "d"},
                        {"down off the keyboard", "ddddd", "Terug"},
                        {"up off the keyboard", "ddrru", "Lees na"},
                        {"up onto it from below", "dddddu", "spatie"},
                        {"right along the row", "ddrrrr", "t"},
                        {"right at the end of a row goes to the next", "ddrrrrr", "a"},
                        {"left at its beginning goes to the one before", "ddrrrrrl", "t"},
                        {"next goes on in reading order", "nnnnnnn", "a"},
                        {"writing a letter", "ddrc", "w.w"},
                    });
}

TEST_CASE("down alone visits everything and returns, arrows alone reach everything") {
  for (const ui::Frame& frame : {question(), mirrored_question()}) {
    ui::Focus focus;
    focus.shown(frame);
    std::vector<std::string> visited;
    for (std::size_t i = 0; i < targets(frame).size(); ++i) visited.push_back(press(focus, frame, "d"));
    CHECK(visited == targets(frame));
    CHECK(press(focus, frame, "d") == targets(frame).front());
  }
  for (const ui::Frame& frame : {question(), mirrored_question(), keyboard()}) {
    std::map<std::string, std::string> ways{{targets(frame).front(), "d"}};  // target -> keys that lead to it
    std::vector<std::string> open{targets(frame).front()};
    while (!open.empty()) {
      const std::string way = ways[open.back()];
      open.pop_back();
      for (const char key : {'u', 'd', 'l', 'r'}) {
        ui::Focus focus;
        focus.shown(frame);
        const std::string reached = press(focus, frame, way + key);
        if (ways.emplace(reached, way + key).second) open.push_back(reached);
      }
    }
    CHECK(ways.size() == targets(frame).size());
  }
}

TEST_CASE("the focus stays at its target while the screen changes a little") {
  ui::Focus focus;
  ui::Frame frame = question();
  focus.shown(frame);
  press(focus, frame, "nnn");
  frame.boxes.insert(frame.boxes.begin() + 2, box_of(ui::Role::button, "Hint", {10, 60, 100, 20}));
  for (ui::Box& box : frame.boxes) box.area.y += 20;
  CHECK(focused(frame, focus) == "3");
  CHECK(press(focus, frame, "c") == "3.3");
}

TEST_CASE("the focus stays at its key when the letters become capitals") {
  ui::Focus focus;
  focus.shown(keyboard(true));
  CHECK(press(focus, keyboard(true), "nnnc") == "W.W");
  CHECK(press(focus, keyboard(false), "c") == "w.w");
}

TEST_CASE("of two targets of one name each has its own focus") {
  ui::Frame frame = question();
  for (ui::Box& box : frame.boxes) {
    if (box.label == "1" || box.label == "2") box.label = "same";
  }
  ui::Focus focus;
  focus.shown(frame);
  press(focus, frame, "nn");
  frame.boxes[3].area.y += 5;  // it moves, so that only its name and number tell it
  CHECK(focused(frame, focus) == "same");
  focus.mark(frame);
  CHECK(frame.boxes[3].focused);
  CHECK(press(focus, frame, "n") == "3");
}

TEST_CASE("a button that becomes another one at the same place keeps the focus") {
  ui::Focus focus;
  ui::Frame frame = question();
  focus.shown(frame);
  press(focus, frame, "nn");
  frame.boxes[3].label = "Ongedaan maken";
  CHECK(focused(frame, focus) == "Ongedaan maken");
}

TEST_CASE("a target that is gone takes the focus with it") {
  ui::Focus focus;
  ui::Frame frame = question();
  focus.shown(frame);
  press(focus, frame, "nn");
  frame.boxes.erase(frame.boxes.begin() + 3);
  CHECK(focused(frame, focus).empty());
  CHECK(press(focus, frame, "c") == "1");
}

TEST_CASE("a new screen begins without focus, also when it is one that was left") {
  ui::Focus focus;
  focus.shown(question("one"));
  press(focus, question("one"), "nn");
  focus.shown(question("two"));
  CHECK(focused(question("two"), focus).empty());
  CHECK(press(focus, question("two"), "c") == "1");
  focus.shown(question("one"));
  CHECK(press(focus, question("one"), "c") == "1");
}

TEST_CASE("a touch hides the ring, and the next key only shows it again") {
  ui::Focus focus;
  focus.shown(question());
  for (const std::string key : {"c", "n", "l"}) {
    press(focus, question(), "nnn");
    const std::string before = focused(question(), focus);
    focus.hide();
    CHECK(focused(question(), focus).empty());
    CHECK(press(focus, question(), key) == before);
  }
}

TEST_CASE("a screen without targets takes keys without harm") {
  ui::Frame frame = question();
  for (ui::Box& box : frame.boxes) box.on_tap.reset();
  check(frame, {{"all keys", "npudlrcb", ""}});
}

TEST_CASE("the focus ring is thick enough, on the screen, and as round as its box") {
  struct Place {
    const char* what;
    ui::Rect area;
  };
  for (const double mm_per_px : {0.2537, 0.2767, 0.3690}) {
    ui::Frame frame;
    frame.size = {1080, 1920};
    frame.mm_per_px = mm_per_px;
    for (const Place& place : {Place{"amid", {300, 300, 200, 100}}, Place{"at the corner", {0, 0, 200, 100}},
                               Place{"at the other", {980, 1800, 100, 120}}}) {
      INFO(place.what << " at " << mm_per_px);
      ui::Box box = box_of(ui::Role::button, "Verder", place.area);
      box.surface.radius_px = 20;
      const ui::FocusRing ring = ui::focus_ring(frame, box);
      CHECK(ring.thickness * mm_per_px >= 1.5);
      CHECK(ui::contains(ui::Rect{0, 0, frame.size.w, frame.size.h}, ring.outer));
      CHECK(ring.inner == ui::inset(ring.outer, ring.thickness));
      CHECK(ring.inner_radius + ring.thickness == ring.outer_radius);
    }
    ui::Box box = box_of(ui::Role::button, "Verder", {300, 300, 200, 100});
    const ui::FocusRing ring = ui::focus_ring(frame, box);
    CHECK(ui::inset(ring.inner, ring.thickness) == box.area);
    CHECK(2 * ring.thickness * mm_per_px < 4);
  }
}

}  // namespace kiosk::focus_test
