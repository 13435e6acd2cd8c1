#include "kiosk/app/simulated_visitor.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/ui/hit.h"
#include "kiosk/ui/transcript.h"

namespace kiosk::app {

using survey::Phrase;
using namespace std::chrono_literals;

namespace {

constexpr Time reading =
    700ms;  // longer than the guard after a change of screen, and than a choice stays open

// What simulated visitors write, a letter a tap.
constexpr std::array<std::string_view, 6> sentences{"samen eerder om tafel",  "een loket",
                                                    "meer tijd voor overleg", "korte lijnen",
                                                    "duidelijke kaders",      "vertrouwen"};

}  // namespace

SimulatedVisitor::SimulatedVisitor(Session& session, ui::Typesetter& typesetter, const ui::Panel& panel,
                                   Random& dice, Perform perform)
    : session_{session}, typesetter_{typesetter}, panel_{panel}, dice_{dice}, perform_{std::move(perform)} {}

const ui::Frame& SimulatedVisitor::frame() const {
  if (!frame_) frame_ = session_.frame(panel_, typesetter_);
  return *frame_;
}

void SimulatedVisitor::handle(const visit::Event& event) {
  frame_.reset();
  for (const visit::Effect& effect : session_.handle(event, {now_, dice_.number()})) {
    if (const auto outcome = perform_(effect)) handle(*outcome);
  }
}

void SimulatedVisitor::wait(Time time) {
  const Time until = now_ + time;
  for (auto due = session_.due(); due && *due <= until; due = session_.due()) {
    now_ = std::max(now_, *due);
    handle(visit::Ticked{});
  }
  now_ = until;
}

bool SimulatedVisitor::tap(const std::string& label) {
  const ui::Frame seen = frame();
  touch_.shown(seen, now_);
  const ui::Box* box = ui::find(seen, label);
  if (box == nullptr) return false;
  const ui::Point point = box->area.centre();
  now_ += reading;
  handle(visit::Touched{});
  touch_.down(seen, 0, point, now_);
  const std::optional<visit::Event> tapped = touch_.up(frame(), 0, point, now_);
  if (tapped) handle(*tapped);
  wait(reading);
  return tapped.has_value();
}

const std::string& SimulatedVisitor::say(Phrase phrase) const {
  return session_.languages()[session_.state().comfort.language].phrases.in(phrase);
}

std::vector<std::string> SimulatedVisitor::labels(const std::vector<ui::Role>& roles) const {
  std::vector<std::string> found;
  for (const ui::Box& box : frame().boxes) {
    if (box.on_tap && std::find(roles.begin(), roles.end(), box.role) != roles.end())
      found.push_back(ui::plain(box.label));
  }
  return found;
}

void SimulatedVisitor::tap_one_of(const std::vector<std::string>& choices) {
  if (!choices.empty()) tap(choices[dice_.below(choices.size())]);
}

void SimulatedVisitor::write() {
  if (session_.state().comfort.language == 0) {
    for (const char letter : sentences[dice_.below(sentences.size())]) {
      if (letter == ' ') {
        tap(say(Phrase::space));
        continue;
      }
      std::string key{letter};  // a capital where a sentence starts, as on the keyboard
      if (!tap(key)) tap(std::string{static_cast<char>(letter - 'a' + 'A')});
    }
  } else {  // whatever letters that language has
    for (std::uint64_t left = 3 + dice_.below(9); left > 0; --left) tap_one_of(labels({ui::Role::key}));
  }
  if (chance(10)) tap(say(Phrase::backspace));
  tap(say(Phrase::send));
}

/// Another language, larger letters, other colours, or everything lower.
void SimulatedVisitor::change_comfort() {
  switch (dice_.below(4)) {
    case 0:
      if (tap(session_.languages()[session_.state().comfort.language].phrases.own_name())) {
        tap_one_of(labels({ui::Role::radio}));
      }
      return;
    case 1:
      tap(say(Phrase::text_size));
      return;
    case 2:
      tap(say(Phrase::contrast));
      return;
    default:
      tap(say(Phrase::lower));
  }
}

/// From what others chose to the next question, with or without a word of explanation.
void SimulatedVisitor::leave_results() {
  if (chance(10) && tap(say(Phrase::explain_choice))) return write();
  if (frame().screen == "why" && chance(50)) return tap_one_of(labels({ui::Role::radio}));
  if (chance(5)) return wait(session_.timings().results * 3 + 1s);
  if (!tap(say(Phrase::next_question))) tap(say(Phrase::next));
}

void SimulatedVisitor::answer_themes() {
  const std::uint64_t wanted = 1 + dice_.below(3);
  for (std::uint64_t i = 0; i < wanted; ++i) tap_one_of(labels({ui::Role::checkbox}));
  if (chance(20) && tap(say(Phrase::own_words))) return write();
  if (!tap(say(Phrase::next))) return;
  if (frame().screen == "themes") tap(say(Phrase::skip));  // the dice took back all that they chose
}

/// Divides the points, with second thoughts, or goes past.
void SimulatedVisitor::answer_by_weighing() {
  if (chance(10)) {
    tap(say(Phrase::skip));
    return;
  }
  const auto steps = [&](Phrase which) {
    std::vector<std::string> found;
    for (std::string& label : labels({ui::Role::button})) {
      if (label.ends_with(", " + say(which))) found.push_back(std::move(label));
    }
    return found;
  };
  for (int tries = 0; tries < 60 && ui::find(frame(), say(Phrase::all_divided)) == nullptr; ++tries) {
    tap_one_of(steps(chance(10) ? Phrase::one_less : Phrase::one_more));
    if (frame().screen != "weigh") return;
  }
  if (chance(20) && tap(say(Phrase::own_words))) return write();
  tap(say(Phrase::next));
}

void SimulatedVisitor::answer_by_one_tap() {
  const std::uint64_t die = dice_.below(100);
  if (die < 10) {
    tap(say(Phrase::dont_know));
  } else if (die < 20) {
    tap(say(Phrase::skip));
  } else {
    tap_one_of(labels({ui::Role::radio}));
  }
}

void SimulatedVisitor::answer() {
  if (chance(4))
    return wait(3 * (session_.timings().idle_writing + session_.timings().still_there) + 1s);  // walks away
  if (chance(3)) {
    tap(say(Phrase::stop));
    return;
  }
  if (chance(5) && tap(say(Phrase::back))) return;
  if (chance(4)) change_comfort();
  const std::string screen = frame().screen;
  if (screen == "results" || screen == "why") return leave_results();
  if (screen == "languages") return tap_one_of(labels({ui::Role::radio}));
  if (screen == "themes") return answer_themes();
  if (screen == "weigh") return answer_by_weighing();
  if (screen == "dilemma" || screen == "choice") return answer_by_one_tap();
  if (screen != "words") return;
  if (chance(40)) return write();
  if (!tap(say(Phrase::skip))) tap(say(Phrase::send));
}

bool SimulatedVisitor::visit() {
  if (chance(4)) change_comfort();
  if (frame().screen == "languages") tap_one_of(labels({ui::Role::radio}));
  if (!tap(say(Phrase::start)) && !tap(say(Phrase::begin))) return false;
  while (true) {
    const std::string screen = frame().screen;
    if (screen == "attract") return true;
    if (screen == "out_of_order") return false;
    if (screen == "thanks") {
      if (!chance(5) || !tap(say(Phrase::say_more))) wait(session_.timings().thanks * 3);
    } else {
      answer();
    }
  }
}

}  // namespace kiosk::app
