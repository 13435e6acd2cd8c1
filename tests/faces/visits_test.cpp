#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <map>

#include "kiosk/app/setup.h"
#include "kiosk/base/random.h"
#include "kiosk/screens/screens.h"
#include "kiosk/ui/focus.h"
#include "kiosk/ui/touch.h"
#include "kiosk/ui/transcript.h"

// Visitors who do anything: fingers that tap, slide and rest, palms, keypads, switches, every
// utility, waiting and walking away. The screens, touch, focus and visits are the real ones. Where things are
// on the glass is told by the other tests here, and would take a hundred times as long: here they stand below
// each other.

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

/// All of a screen in a column, each thing in a place of its own.
class Listing {
 public:
  explicit Listing(const ui::Screen& screen) {
    frame_.screen = screen.name;
    frame_.key = screen.key;
    frame_.language = screen.language;
    frame_.mm_per_px = 0.25;
    add(screen.root, true);
    frame_.size = {place, next_};
    if (!frame_.boxes.empty() && frame_.boxes.front().role == ui::Role::group) {
      frame_.boxes.front().area = {0, 0, frame_.size.w, frame_.size.h};
    }
  }
  ui::Frame take() { return std::move(frame_); }

 private:
  static constexpr int place = 200;

  void add(const ui::Node& node, bool root = false) {
    const bool says = node.role != ui::Role::group && node.role != ui::Role::part;
    if (says || node.on_tap) {
      ui::Box box;
      box.role = node.role;
      box.label = node.label;
      box.selected = node.selected;
      box.on_tap = node.on_tap;
      box.on_hold = node.on_hold;
      box.repeats = node.repeats;
      box.is_back = node.is_back;
      if (!root) box.area = {0, next_, place, place / 2};
      frame_.boxes.push_back(std::move(box));
      next_ += place;
    }
    if (const auto* stack = std::get_if<ui::Stack>(&node.content)) {
      for (const ui::Node& child : stack->children) add(child);
    }
    if (const auto* pages = std::get_if<ui::Pages>(&node.content)) {
      for (const ui::Node& choice : pages->choices) add(choice);
    }
    if (const auto* text = std::get_if<ui::Text>(&node.content); text != nullptr && text->caret) {
      frame_.boxes.back().label = text->words;  // the textbox around it: its words are what matters here
    }
  }

  ui::Frame frame_;
  int next_ = 0;
};

/// What the disk holds of the visit that is going on.
class Disk {
 public:
  visit::Event keep(const visit::Save& save) {
    if (save.replaces) held_.erase(*save.replaces->choice);
    survey::Receipt::Id id{};
    std::memcpy(id.data(), &++given_, sizeof given_);
    held_[id] = save.answer;
    return visit::Saved{save.answer.question, {id, {}}};
  }
  visit::Event drop(const visit::Withdraw& withdraw) {
    held_.erase(*withdraw.receipt.choice);
    return visit::Withdrawn{withdraw.question};
  }
  std::map<std::size_t, std::vector<survey::Answer>> by_question() const {
    std::map<std::size_t, std::vector<survey::Answer>> all;
    for (const auto& [id, answer] : held_) all[answer.question].push_back(answer);
    return all;
  }
  void forget() { held_.clear(); }

 private:
  std::map<survey::Receipt::Id, survey::Answer> held_;
  std::uint64_t given_ = 0;
};

std::string without_outer_spaces(const std::string& words) {
  const std::size_t first = words.find_first_not_of(' ');
  return first == std::string::npos ? "" : words.substr(first, words.find_last_not_of(' ') - first + 1);
}

class Lobby {
 public:
  Lobby(const app::Setup& setup, Random dice)
      : setup_{setup}, rules_{setup.survey, {}, setup.station.timings}, dice_{std::move(dice)} {
    for (const screens::LanguagePack& pack : setup.languages) {
      rules_.languages.push_back(pack.phrases.language());
    }
    show();
  }

  /// One visitor, until nobody is there.
  void one_visit() {
    expect_clean_glass();
    confirmed_.clear();
    disk_.forget();
    bool began = false;
    for (std::uint64_t left = 1 + dice_.below(60); left > 0; --left) {
      do_something();
      if (at<visit::Attract>() && began) break;
      began = began || !at<visit::Attract>();
    }
    leave();
    ++visits_;
    expect_what_was_confirmed();
  }

  int visits() const { return visits_; }
  int answers() const { return answers_; }
  const std::map<std::string, int>& seen() const { return seen_; }

 private:
  template <class Doing>
  bool at() const {
    return std::holds_alternative<Doing>(state_.doing);
  }
  bool chance(std::uint64_t percent) { return dice_.below(100) < percent; }

  ui::Frame frame_of(const visit::State& state) const {
    return Listing{screens::show({.survey = setup_.survey, .languages = setup_.languages}, state)}.take();
  }

  /// What is on the glass now. Drawn when somebody looks, as the kiosk draws when it has nothing else to do.
  const ui::Frame& glass() {
    if (changed_) show();
    return frame_;
  }

  void show() {
    changed_ = false;
    frame_ = frame_of(state_);
    ++seen_[frame_.screen];
    focus_.shown(frame_);
    if (!state_.comfort.keys) focus_.hide();  // as app::Glass has it
    touch_.shown(frame_, now_);
  }

  void happens(const visit::Event& event) {
    const std::uint64_t luck = dice_.number();
    const bool begins = at<visit::Attract>() && std::holds_alternative<visit::Began>(event);
    visit::Step step = visit::update(rules_, std::move(state_), event, {now_, luck});
    state_ = std::move(step.state);
    if (begins) expect_untouched(std::get<visit::Began>(event), luck);
    changed_ = true;
    for (const visit::Effect& effect : step.effects) perform(effect);
  }

  void perform(const visit::Effect& effect) {
    if (const auto* save = std::get_if<visit::Save>(&effect)) {
      expect_as_seen(save->answer);
      if (dice_.below(500) == 0) return outcomes_.push_back(visit::StoreFailed{"full"});
      confirmed_[save->answer.question] = save->answer;
      ++answers_;
      outcomes_.push_back(disk_.keep(*save));
    }
    if (const auto* withdraw = std::get_if<visit::Withdraw>(&effect)) {
      confirmed_.erase(withdraw->question);
      outcomes_.push_back(disk_.drop(*withdraw));
    }
    if (std::holds_alternative<visit::CheckStore>(effect)) outcomes_.push_back(visit::StoreWorks{});
  }

  /// The disk is mostly faster than the next touch.
  void disk_answers() {
    while (!outcomes_.empty()) {
      const visit::Event outcome = outcomes_.front();
      outcomes_.pop_front();
      happens(outcome);
    }
  }

  void wait(Time time) {
    const Time until = now_ + time;
    for (auto due = visit::due(rules_, state_); due && *due <= until; due = visit::due(rules_, state_)) {
      now_ = std::max(now_, *due);
      happens(visit::Ticked{});
      disk_answers();
      if (at<visit::Attract>() && !(state_.comfort != visit::Comfort{}) && !state_.choosing_language) break;
    }
    now_ = until;
  }

  void finger(ui::Touch::Finger finger, ui::Point from, ui::Point to, Time held) {
    happens(visit::Touched{});
    std::optional<visit::Event> event = touch_.down(glass(), finger, from, now_);
    if (event) happens(*event);
    for (auto due = touch_.due(); due && *due <= now_ + held; due = touch_.due()) {
      now_ = std::max(now_, *due);
      if ((event = touch_.tick(glass(), now_))) happens(*event);
      if (now_ >= *due && touch_.due() == due) break;
    }
    now_ += 40ms;
    touch_.move(glass(), finger, to, now_);
    if ((event = touch_.up(glass(), finger, to, now_))) happens(*event);
  }

  ui::Point somewhere() {
    std::vector<const ui::Box*> targets;
    for (const ui::Box& box : glass().boxes) {
      if (box.on_tap) targets.push_back(&box);
    }
    if (targets.empty()) return {1, 1};
    return targets[dice_.below(targets.size())]->area.centre();
  }

  void press(ui::KeyAction action) {
    happens(visit::UsedKeys{});
    happens(visit::Touched{});
    if (const auto event = focus_.press(glass(), action)) happens(*event);
  }

  void do_something() {
    now_ += 700ms;
    const std::uint64_t die = dice_.below(100);
    const ui::Point point = somewhere();
    if (die < 55) {
      focus_.hide();
      finger(0, point, point, chance(5) ? Time{1s} : Time{});
    } else if (die < 60) {
      finger(0, point, somewhere(), {});  // slides off
    } else if (die < 63) {
      for (const int each : {1, 2, 3}) touch_.down(glass(), each, somewhere(), now_);  // a palm
      for (const int each : {1, 2, 3}) CHECK_FALSE(touch_.up(glass(), each, somewhere(), now_ + 90ms));
    } else if (die < 75) {  // two switches
      for (std::uint64_t steps = dice_.below(9); steps > 0; --steps) press(ui::KeyAction::next);
      press(ui::KeyAction::choose);
    } else if (die < 90) {  // a keypad
      for (std::uint64_t steps = 1 + dice_.below(5); steps > 0; --steps) {
        press(ui::KeyAction{static_cast<std::uint8_t>(dice_.below(9))});
      }
    } else if (die < 98) {
      wait(Time{static_cast<Time::rep>(dice_.below(20'000))});
    } else {
      wait(Time{static_cast<Time::rep>(dice_.below(400'000))});
    }
    if (chance(95)) disk_answers();
  }

  /// Nobody touches anything any more.
  void leave() {
    disk_answers();
    for (int patience = 0; patience < 1000 && !(at<visit::Attract>() && is_default()); ++patience) {
      wait(std::max<Time>(visit::due(rules_, state_).value_or(now_) - now_, 1ms));
    }
    INFO("after " << visits_ << " visits, on " << glass().screen);
    REQUIRE(at<visit::Attract>());
  }

  bool is_default() const { return state_.comfort == visit::Comfort{} && !state_.choosing_language; }

  // ---- What is expected ----

  void expect_clean_glass() {
    const visit::Attract& attract = std::get<visit::Attract>(state_.doing);
    ui::Frame shown = glass();
    touch_.mark_pressed(shown);
    focus_.mark(shown);
    const bool marked = std::any_of(shown.boxes.begin(), shown.boxes.end(),
                                    [](const ui::Box& box) { return box.pressed || box.focused; });
    const ui::Frame fresh = frame_of({.doing = visit::Attract{.slide = attract.slide}});
    if (is_default() && !marked && ui::transcript(shown) == ui::transcript(fresh)) return;
    FAIL("visitor " << visits_ << " finds a trace of the one before:\n" << ui::transcript(shown));
  }

  /// The first question of a visit is as in a kiosk that was never used.
  void expect_untouched(const visit::Began& began, std::uint64_t luck) {
    const visit::State fresh =
        visit::update(rules_, {.doing = visit::Attract{}, .comfort = state_.comfort}, began, {now_, luck})
            .state;
    if (ui::transcript(frame_of(state_)) == ui::transcript(frame_of(fresh))) return;
    FAIL("visitor " << visits_ << " does not start afresh:\n" << ui::transcript(frame_of(state_)));
  }

  /// What goes to the disk is what stood on the glass when the visitor confirmed it.
  void expect_as_seen(const survey::Answer& answer) {
    const ui::Frame seen = frame_of(state_);  // the question, while it is being saved
    CHECK(answer.language == rules_.languages[state_.comfort.language]);
    std::uint64_t options = 0;
    for (const ui::Box& box : seen.boxes) {
      if (!box.selected || !box.on_tap) continue;
      if (const auto* toggled = std::get_if<visit::Toggled>(&*box.on_tap)) {
        options |= std::uint64_t{1} << toggled->option;
      }
      if (const auto* chose = std::get_if<visit::Chose>(&*box.on_tap))
        options |= std::uint64_t{1} << chose->option;
    }
    if ((seen.screen == "themes" || seen.screen == "dilemma") && !answer.dont_know) {
      CHECK(answer.options == options);
    }
    for (const ui::Box& box : seen.boxes) {
      if (box.role == ui::Role::textbox) CHECK(answer.words == without_outer_spaces(box.label));
    }
  }

  /// Of each question the last answer that was confirmed, once.
  void expect_what_was_confirmed() {
    const auto held = disk_.by_question();
    REQUIRE(held.size() == confirmed_.size());
    for (const auto& [question, answer] : confirmed_) {
      REQUIRE(held.at(question).size() == 1);
      CHECK(held.at(question).front() == answer);
    }
  }

  const app::Setup& setup_;
  visit::Rules rules_;
  Random dice_;
  visit::State state_{};
  ui::Frame frame_;
  bool changed_ = true;
  ui::Touch touch_;
  ui::Focus focus_;
  Time now_{};
  Disk disk_;
  std::deque<visit::Event> outcomes_;
  std::map<std::size_t, survey::Answer> confirmed_;
  std::map<std::string, int> seen_;
  int visits_ = 0;
  int answers_ = 0;
};

}  // namespace

TEST_CASE("thousands of visitors leave what they confirmed, and no trace for the next one", "[long]") {
  const char* asked = std::getenv("KIOSK_VISITS");  // tests/deep/visits.sh wants more
  const int visits = asked != nullptr ? std::atoi(asked) : 1'000;
  const auto setup = app::load({});
  REQUIRE(setup);
  Lobby lobby{*setup, Random::seeded(20201124)};
  while (lobby.visits() < visits) lobby.one_visit();
  // All of it was there to be seen, not only the first screen.
  for (const char* screen : {"attract", "themes", "words", "dilemma", "results", "why", "languages", "thanks",
                             "still_there", "out_of_order"}) {
    INFO(screen);
    CHECK(lobby.seen().contains(screen));
  }
  CHECK(lobby.answers() > lobby.visits() / 4);
}
