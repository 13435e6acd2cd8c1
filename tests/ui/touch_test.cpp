#include "kiosk/ui/touch.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "kiosk/ui/hit.h"

namespace kiosk::touch_test {

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

// Where things are on the screen below; `bare` is where nothing is.
constexpr ui::Point left{10, 10};
constexpr ui::Point right{150, 10};
constexpr ui::Point logo{250, 10};
constexpr ui::Point key_a{10, 110};
constexpr ui::Point key_b{60, 110};
constexpr ui::Point key_c{110, 110};
constexpr ui::Point backspace{160, 110};
constexpr ui::Point bare{10, 200};

struct Step {
  enum class Does { down, move, up, look, other_screen };
  Does does;
  int at;  // ms
  int finger = 0;
  ui::Point point{};
};
Step down(int at, int finger, ui::Point point) { return {Step::Does::down, at, finger, point}; }
Step move(int at, int finger, ui::Point point) { return {Step::Does::move, at, finger, point}; }
Step up(int at, int finger, ui::Point point) { return {Step::Does::up, at, finger, point}; }
Step look(int at) { return {Step::Does::look, at}; }                  // time passes until then
Step other_screen(int at) { return {Step::Does::other_screen, at}; }  // with the same boxes on it

/// A screen of 1 mm a px with buttons and keys that write: a name and a stop for each button tapped, a letter
/// for each key, a capital first.
class Screen {
 public:
  explicit Screen(std::string written, std::string name = "themes")
      : written_{std::move(written)}, name_{std::move(name)} {
    touch_.shown(frame(), 0ms);
  }

  void does(const Step& step) {
    const Time time{step.at};
    pass_until(time);
    switch (step.does) {
      case Step::Does::down:
        happens(touch_.down(frame(), step.finger, step.point, time));
        break;
      case Step::Does::move:
        touch_.move(frame(), step.finger, step.point, time);
        break;
      case Step::Does::up:
        happens(touch_.up(frame(), step.finger, step.point, time));
        break;
      case Step::Does::other_screen:
        name_ += "'";
        touch_.shown(frame(), time);
        break;
      case Step::Does::look:
        break;
    }
    pass_until(time);
  }

  std::string pressed() const {
    ui::Frame seen = frame();
    touch_.mark_pressed(seen);
    std::string labels;
    for (const ui::Box& box : seen.boxes) labels += box.pressed ? box.label : "";
    return labels;
  }

  const std::string& written() const { return written_; }
  std::optional<Time> due() const { return touch_.due(); }

 private:
  ui::Frame frame() const {
    ui::Frame frame;
    frame.screen = name_;
    frame.key = name_;
    frame.size = {300, 300};
    frame.mm_per_px = 1;
    const auto button = [&](const char* label, int x) {
      ui::Box box;
      box.role = ui::Role::button;
      box.label = label;
      box.area = {x, 0, 90, 50};
      box.on_tap = visit::Typed{0, std::string{label} + "."};
      frame.boxes.push_back(box);
    };
    button("left", 0);
    button("right", 110);
    button("logo", 205);
    frame.boxes.back().on_hold = visit::Typed{0, "staff."};
    const bool capital = written_.empty();
    int x = 0;
    for (const std::string& letter :
         capital ? std::vector<std::string>{"A", "B", "C"} : std::vector<std::string>{"a", "b", "c"}) {
      frame.boxes.push_back(key(letter, x, visit::Typed{0, letter}));
      x += 50;
    }
    const std::size_t last = written_.ends_with("é") ? 2 : written_.empty() ? 0 : 1;
    frame.boxes.push_back(key("backspace", x, visit::Erased{0, last}));
    frame.boxes.back().repeats = true;
    return frame;
  }

  static ui::Box key(const std::string& label, int x, const visit::Event& on_tap) {
    ui::Box box;
    box.role = ui::Role::key;
    box.label = label;
    box.area = {x, 100, 40, 40};
    box.on_tap = on_tap;
    return box;
  }

  /// Ticks whenever something is due, as the loop does.
  void pass_until(Time time) {
    for (auto due = touch_.due(); due && *due <= time; due = touch_.due()) {
      happens(touch_.tick(frame(), *due));
    }
  }

  void happens(const std::optional<visit::Event>& event) {
    if (!event) return;
    if (const auto* typed = std::get_if<visit::Typed>(&*event)) written_ += typed->text;
    if (const auto* erased = std::get_if<visit::Erased>(&*event)) {
      written_.resize(written_.size() - erased->bytes);
    }
  }

  ui::Touch touch_;
  std::string written_;
  std::string name_;
};

struct Case {
  const char* what;
  std::vector<Step> steps;
  std::string written;
};

/// What is written after `steps` on a screen that has stood for a second, with `before` written.
std::string written_after(const std::vector<Step>& steps, const std::string& before,
                          const std::string& name) {
  Screen screen{before, name};
  for (const Step& step : steps) screen.does(step);
  return screen.written();
}

/// Of each case, that it writes that and no more.
void check(const std::vector<Case>& cases, const std::string& before = "x",
           const std::string& name = "themes") {
  for (const Case& each : cases) {
    INFO(each.what);
    CHECK(written_after(each.steps, before, name) == before + each.written);
  }
}

}  // namespace

TEST_CASE("a finger taps what it comes down and goes up on") {
  check({
      {"a tap", {down(1000, 1, left), up(1080, 1, {60, 40})}, "left."},
      {"a very quick tap", {down(1000, 1, left), up(1001, 1, left)}, "left."},
      {"a thoughtful tap", {down(1000, 1, left), up(10999, 1, left)}, "left."},
      {"a finger that is only down", {down(1000, 1, left), look(5000)}, ""},
      {"sliding off takes it back", {down(1000, 1, left), move(1050, 1, bare), up(1100, 1, bare)}, ""},
      {"also without a motion between", {down(1000, 1, left), up(1100, 1, bare)}, ""},
      {"also onto another button", {down(1000, 1, left), move(1050, 1, right), up(1100, 1, right)}, ""},
      {"sliding back makes it good",
       {down(1000, 1, left), move(1050, 1, bare), move(1100, 1, left), up(1150, 1, left)},
       "left."},
      {"sliding onto a button from outside",
       {down(1000, 1, bare), move(1050, 1, left), up(1100, 1, left)},
       ""},
      {"sliding from a key onto a button",
       {down(1000, 1, key_a), move(1050, 1, left), up(1100, 1, left)},
       ""},
      {"sliding from a button onto a key",
       {down(1000, 1, left), move(1050, 1, key_a), up(1100, 1, key_a)},
       ""},
      {"an up that never came down", {up(1000, 1, left)}, ""},
  });
}

TEST_CASE("the first finger owns the screen") {
  check({
      {"a second finger does nothing",
       {down(1000, 1, left), down(1100, 2, right), up(1200, 2, right), up(1300, 1, left)},
       "left."},
      {"even when the first goes before it",
       {down(1000, 1, left), down(1100, 2, right), up(1200, 1, left), up(1300, 2, right)},
       "left."},
      {"even when the first is on nothing",
       {down(1000, 1, bare), down(1100, 2, right), up(1200, 2, right), up(1300, 1, bare)},
       ""},
      {"and on a key when the first is on a button",
       {down(1000, 1, left), down(1100, 2, key_a), up(1200, 2, key_a), up(1300, 1, left)},
       "left."},
      {"and the next finger works when all are up",
       {down(1000, 1, bare), up(1100, 1, bare), down(1200, 2, right), up(1300, 2, right)},
       "right."},
  });
}

TEST_CASE("three fingers within 50 ms are a palm, and nothing happens until it is gone") {
  check({
      {"a palm on buttons",
       {down(1000, 1, left), down(1025, 2, right), down(1050, 3, bare), up(1100, 1, left), up(1110, 2, right),
        up(1120, 3, bare)},
       ""},
      {"a palm on keys, where a second finger commits the first",
       {down(1000, 1, key_a), down(1025, 2, key_b), down(1050, 3, key_c), up(1100, 1, key_a),
        up(1110, 2, key_b), up(1120, 3, key_c)},
       ""},
      {"a palm on keys that lands on one place a little later",
       {down(1000, 1, key_a), down(1001, 2, key_b), down(1049, 3, key_c), look(1200)},
       ""},
      {"a finger that comes while the palm lies there",
       {down(1000, 1, bare), down(1010, 2, bare), down(1020, 3, bare), up(1100, 1, bare), down(1200, 4, left),
        up(1300, 4, left), up(1400, 2, bare), up(1500, 3, bare)},
       ""},
      {"a finger after the palm",
       {down(1000, 1, bare), down(1010, 2, bare), down(1020, 3, bare), up(1100, 1, bare), up(1110, 2, bare),
        up(1120, 3, bare), down(1200, 1, left), up(1300, 1, left)},
       "left."},
      {"three fingers one after another are no palm",
       {down(1000, 1, left), down(1026, 2, right), down(1051, 3, right), up(1100, 1, left)},
       "left."},
      {"two fingers are no palm", {down(1000, 1, left), down(1001, 2, right), up(1100, 1, left)}, "left."},
      {"a palm that stays is a bag after 10 s",
       {down(1000, 1, bare), down(1010, 2, bare), down(1020, 3, bare), down(11020, 4, left),
        up(11100, 4, left)},
       "left."},
  });
}

TEST_CASE("a finger that stays for 10 s is a bag or water, and no longer counts") {
  check({
      {"the next finger works while it lies there",
       {down(1000, 1, left), down(11000, 2, right), up(11100, 2, right)},
       "right."},
      {"not a moment sooner", {down(1000, 1, left), down(10999, 2, right), up(11100, 2, right)}, ""},
      {"its own way up means nothing", {down(1000, 1, left), up(11000, 1, left)}, ""},
      {"nor does its way up take another finger's tap",
       {down(1000, 1, left), down(11000, 2, right), up(11050, 1, left), up(11100, 2, right)},
       "right."},
      {"two bags make no palm with a finger",
       {down(1000, 1, left), down(1001, 2, left), down(12000, 3, right), up(12100, 3, right)},
       "right."},
      {"a place that was wet works again",
       {down(1000, 1, left), up(12000, 1, left), down(13000, 1, left), up(13100, 1, left)},
       "left."},
  });
}

TEST_CASE("a finger meant for the screen before does nothing on the next") {
  check({
      {"begun before the change", {down(900, 1, left), other_screen(1000), up(1400, 1, left)}, ""},
      {"begun within 300 ms", {other_screen(1000), down(1299, 1, left), up(1400, 1, left)}, ""},
      {"begun after 300 ms", {other_screen(1000), down(1300, 1, left), up(1400, 1, left)}, "left."},
      {"a key held over the change",
       {down(900, 1, key_a), other_screen(1000), move(1400, 1, key_b), up(1500, 1, key_b)},
       ""},
      {"a backspace held over the change", {down(900, 1, backspace), other_screen(1000), look(3000)}, ""},
      {"a key rolled over just before the change",
       {down(980, 1, key_a), down(990, 2, key_b), other_screen(1000), look(2000)},
       ""},
  });
  for (const char* before : {"attract", "dark"}) {
    check(
        {
            {"within 500 ms where the screen before was the attract screen, or dark",
             {other_screen(1000), down(1499, 1, left), up(1600, 1, left)},
             ""},
            {"after 500 ms", {other_screen(1000), down(1500, 1, left), up(1600, 1, left)}, "left."},
            {"and 300 ms at the next change again",
             {other_screen(1000), other_screen(2000), down(2300, 1, left), up(2400, 1, left)},
             "left."},
        },
        "x", before);
  }
}

TEST_CASE("a trembling hand taps once") {
  check({
      {"the same button within 300 ms",
       {down(1000, 1, left), up(1050, 1, left), down(1200, 1, left), up(1349, 1, left)},
       "left."},
      {"the same button after 300 ms",
       {down(1000, 1, left), up(1050, 1, left), down(1200, 1, left), up(1350, 1, left)},
       "left.left."},
      {"another button at once",
       {down(1000, 1, left), up(1050, 1, left), down(1060, 1, right), up(1100, 1, right)},
       "left.right."},
      {"a tremble does not begin a new wait",
       {down(1000, 1, left), up(1050, 1, left), down(1100, 1, left), up(1300, 1, left), down(1310, 1, left),
        up(1350, 1, left)},
       "left.left."},
      {"the same key within 60 ms",
       {down(1000, 1, key_a), up(1040, 1, key_a), down(1060, 1, key_a), up(1099, 1, key_a)},
       "a"},
      {"a double letter",
       {down(1000, 1, key_a), up(1040, 1, key_a), down(1060, 1, key_a), up(1100, 1, key_a)},
       "aa"},
      {"another key within 60 ms, and the first again",
       {down(1000, 1, key_a), up(1010, 1, key_a), down(1015, 1, key_b), up(1030, 1, key_b),
        down(1040, 1, key_a), up(1070, 1, key_a)},
       "aba"},
  });
}

TEST_CASE("on the keyboard a finger means the key that it goes up on") {
  check({
      {"sliding to the next key", {down(1000, 1, key_a), move(1050, 1, key_b), up(1100, 1, key_b)}, "b"},
      {"and back",
       {down(1000, 1, key_a), move(1050, 1, key_b), move(1100, 1, key_a), up(1150, 1, key_a)},
       "a"},
      {"off the keyboard and onto it again",
       {down(1000, 1, key_a), move(1050, 1, bare), move(1100, 1, key_c), up(1150, 1, key_c)},
       "c"},
      {"off the keyboard", {down(1000, 1, key_a), move(1050, 1, bare), up(1100, 1, bare)}, ""},
      {"a slide that the panel told only at its end", {down(1000, 1, key_a), up(1100, 1, key_c)}, "c"},
  });
  Screen screen{"x"};
  screen.does(down(1000, 1, key_a));
  CHECK(screen.pressed() == "a");
  screen.does(move(1050, 1, key_b));
  CHECK(screen.pressed() == "b");
  screen.does(move(1100, 1, bare));
  CHECK(screen.pressed().empty());
}

TEST_CASE("two thumbs overlap when they type") {
  check({
      {"the second thumb's way down commits the first",
       {down(1000, 1, key_a), down(1080, 2, key_b), look(1090)},
       "a"},
      {"each once, in the order of their way down",
       {down(1000, 1, key_a), down(1080, 2, key_b), up(1100, 1, key_a), up(1150, 2, key_b)},
       "ab"},
      {"also when the first goes up last",
       {down(1000, 1, key_a), down(1080, 2, key_b), up(1100, 2, key_b), up(1150, 1, key_a)},
       "ab"},
      {"also when both come down nearly at once",
       {down(1000, 1, key_a), down(1010, 2, key_b), up(1030, 2, key_b), up(1040, 1, key_a)},
       "ab"},
      {"a word of it",
       {down(1000, 1, key_a), down(1080, 2, key_b), up(1100, 1, key_a), down(1160, 1, key_c),
        up(1180, 2, key_b), down(1240, 2, key_a), up(1260, 1, key_c), up(1300, 2, key_a)},
       "abca"},
      {"the key that the first slid to",
       {down(1000, 1, key_a), move(1050, 1, key_c), down(1100, 2, key_b), up(1150, 2, key_b)},
       "cb"},
      {"nothing for a first finger that slid off the keyboard",
       {down(1000, 1, key_a), move(1050, 1, bare), down(1100, 2, key_b), up(1150, 2, key_b)},
       "b"},
      {"one thick finger that the panel takes for two",
       {down(1000, 1, key_a), down(1010, 2, {20, 120}), up(1100, 2, {20, 120}), up(1110, 1, key_a)},
       "a"},
      {"a second finger on a button does nothing",
       {down(1000, 1, key_a), down(1080, 2, left), up(1100, 2, left), up(1150, 1, key_a)},
       "a"},
  });
  // A capital changes what is written on every key while the second thumb is on its way.
  check({{"the keys become small under the thumb",
          {down(1000, 1, key_a), down(1080, 2, key_b), up(1100, 1, key_a), up(1150, 2, key_b)},
          "Ab"},
         {"also while the second thumb's letter waits for its turn",
          {down(1000, 1, key_a), down(1060, 2, key_b), up(1070, 1, key_a), down(1100, 3, key_c),
           up(1150, 2, key_b), up(1200, 3, key_c)},
          "Abc"}},
        "");
  // The second event of a call is read from what the first one led to: "é" is two bytes.
  check({{"a letter and backspace at once",
          {down(1000, 1, key_a), down(1010, 2, backspace), up(1030, 2, backspace), up(1040, 1, key_a)},
          ""}},
        "xé");
}

TEST_CASE("a held backspace erases letter by letter") {
  const std::vector<Case> cases{
      {"a short press erases one", {down(1000, 1, backspace), up(1599, 1, backspace)}, "ab"},
      {"at 600 ms it begins", {down(1000, 1, backspace), look(1600)}, "ab"},
      {"and goes on every 100 ms", {down(1000, 1, backspace), look(1699)}, "ab"},
      {"through letters of two bytes", {down(1000, 1, backspace), look(1700)}, "a"},
      {"letting go erases no more", {down(1000, 1, backspace), look(1600), up(1650, 1, backspace)}, "ab"},
      {"sliding off stops it", {down(1000, 1, backspace), look(1600), move(1650, 1, bare), look(3000)}, "ab"},
      {"sliding off and back does not begin it again",
       {down(1000, 1, backspace), move(1100, 1, key_c), move(1200, 1, backspace), look(1799)},
       "abé"},
      {"a thumb on another key while it erases",
       {down(1000, 1, backspace), look(1600), down(1650, 2, key_c), up(1700, 2, key_c)},
       "abc"}};
  for (const Case& each : cases) {
    INFO(each.what);
    CHECK(written_after(each.steps, "abé", "words") == each.written);
  }
}

TEST_CASE("a held key that does not repeat, repeats not") {
  check({{"a letter", {down(1000, 1, key_a), look(5000), up(5001, 1, key_a)}, "a"}});
}

TEST_CASE("a kiosk that was busy does not erase in a burst what it could not in time") {
  ui::Touch touch;
  ui::Frame frame;
  frame.key = "words";
  frame.size = {100, 100};
  frame.mm_per_px = 1;
  ui::Box box;
  box.role = ui::Role::key;
  box.area = {0, 0, 40, 40};
  box.on_tap = visit::Erased{0, 1};
  box.repeats = true;
  frame.boxes.push_back(box);
  touch.down(frame, 1, {10, 10}, 1000ms);
  CHECK(touch.tick(frame, 2500ms));
  CHECK_FALSE(touch.tick(frame, 2599ms));
  CHECK(touch.tick(frame, 2600ms));
}

TEST_CASE("a long press means something of its own, once") {
  check({
      {"a tap is a tap", {down(1000, 1, logo), up(1499, 1, logo)}, "logo."},
      {"500 ms are a long press", {down(1000, 1, logo), look(1500)}, "staff."},
      {"once, and the way up means nothing", {down(1000, 1, logo), look(5000), up(5100, 1, logo)}, "staff."},
      {"not after sliding off", {down(1000, 1, logo), move(1100, 1, bare), look(3000)}, ""},
      {"not after sliding off and back: that is a tap",
       {down(1000, 1, logo), move(1100, 1, bare), move(1200, 1, logo), look(3000), up(3100, 1, logo)},
       "logo."},
  });
}

TEST_CASE("a screen that nobody touches has nothing due") {
  Screen screen{"x"};
  CHECK_FALSE(screen.due());
  screen.does(down(1000, 1, left));
  CHECK(screen.due() == 11s);
  screen.does(up(1100, 1, left));
  CHECK_FALSE(screen.due());
  screen.does(down(2000, 1, backspace));
  CHECK(screen.due() == 2600ms);
  screen.does(look(20000));
  CHECK_FALSE(screen.due());
}

TEST_CASE("what is under a finger looks pressed, until it counts no longer") {
  Screen screen{"x"};
  screen.does(down(1000, 1, left));
  CHECK(screen.pressed() == "left");
  screen.does(move(1100, 1, bare));
  CHECK(screen.pressed().empty());
  screen.does(move(1200, 1, left));
  CHECK(screen.pressed() == "left");
  screen.does(look(11000));
  CHECK(screen.pressed().empty());
}

TEST_CASE("a finger that lands just below a box means the box") {
  ui::Frame frame;
  frame.size = {200, 100};
  frame.mm_per_px = 1;
  ui::Box box;
  box.label = "left";
  box.area = {0, 0, 90, 50};
  box.on_tap = visit::Stopped{};
  frame.boxes = {box};
  REQUIRE(ui::hit(frame, {10, 52}) != nullptr);
  CHECK(ui::hit(frame, {10, 52})->label == "left");
  CHECK(ui::hit(frame, {10, 53}) == nullptr);
  CHECK(ui::hit(frame, {100, 10}) == nullptr);
}

}  // namespace kiosk::touch_test
