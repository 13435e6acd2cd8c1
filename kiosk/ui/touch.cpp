#include "kiosk/ui/touch.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/hit.h"

namespace kiosk::ui {

namespace {

using namespace std::chrono_literals;

constexpr Time guard = 300ms;  // the second tap of a double tap comes within 250 ms
constexpr Time wake_guard = 500ms;
constexpr Time palm_window = 50ms;
constexpr std::size_t palm_fingers = 3;
constexpr Time too_long = 10s;
constexpr Time same_target = 300ms;
constexpr Time same_key = 60ms;
constexpr Time repeat_after = 600ms;
constexpr Time repeat_every = 100ms;

}  // namespace

// ---- Targets
// -----------------------------------------------------------------------------------------------

bool Touch::Target::matches(const Frame& frame, const Box& box) const {
  if (key != frame.key || area != box.area) return false;
  // A key keeps its place while its letter changes: the first letter of a sentence makes all others small.
  return is_key ? box.role == Role::key : label == box.label;
}

const Box* Touch::Target::in(const Frame& frame) const {
  // The topmost, as hit() has it.
  const auto box = std::find_if(frame.boxes.rbegin(), frame.boxes.rend(),
                                [&](const Box& b) { return (b.on_tap || b.on_hold) && matches(frame, b); });
  return box == frame.boxes.rend() ? nullptr : &*box;
}

Touch::Target Touch::target_of(const Frame& frame, const Box& box) {
  return {frame.key, box.label, box.area, box.role == Role::key};
}

void Touch::aim(const Frame& frame, const Box& box, Time time) {
  held_->target = target_of(frame, box);
  held_->over = true;
  held_->hold_due.reset();
  if (box.on_hold) held_->hold_due = time + box.hold_for;
  if (!box.on_hold && box.repeats) held_->hold_due = time + repeat_after;
}

/// The finger may be on something else now.
void Touch::retarget(const Frame& frame, Point point, Time time) {
  if (!held_->target) return;
  const Box* box = hit(frame, point);
  const bool same = box != nullptr && held_->target->matches(frame, *box);
  if (!same) held_->hold_due.reset();
  const bool to_a_key = held_->types && box != nullptr && box->role == Role::key;
  if (to_a_key && !same && !held_->spent) return aim(frame, *box, time);
  held_->over = same;
}

// ---- Fingers
// -----------------------------------------------------------------------------------------------

void Touch::forget_long_held(Time time) {
  std::erase_if(down_, [&](const Down& down) { return down.since + too_long <= time; });
  if (held_ && held_->since + too_long <= time) held_.reset();
  if (down_.empty()) palm_ = false;
}

bool Touch::is_palm(Time time) const {
  const auto fingers = std::count_if(down_.begin(), down_.end(),
                                     [&](const Down& down) { return down.since + palm_window >= time; });
  return static_cast<std::size_t>(fingers) >= palm_fingers;
}

void Touch::roll_over(const Box& onto, Finger finger, const Frame& frame, Time time) {
  const bool another_key =
      held_->types && onto.role == Role::key && held_->target && !held_->target->matches(frame, onto);
  if (!another_key) return;
  if (held_->over && !held_->spent) {
    commits_.push_back({*held_->target, time, std::max(time, held_->since + palm_window + 1ms)});
  }
  held_ = Held{.finger = finger, .since = time, .types = true};
  aim(frame, onto, time);
}

std::optional<visit::Event> Touch::down(const Frame& frame, Finger finger, Point point, Time time) {
  forget_long_held(time);
  std::erase_if(down_, [&](const Down& down) { return down.finger == finger; });
  down_.push_back({finger, time});
  if (palm_ || is_palm(time)) {
    palm_ = true;
    held_.reset();
    commits_.clear();
    return std::nullopt;
  }
  const bool guarded = guarded_until_ && time < *guarded_until_;
  const Box* box = guarded ? nullptr : hit(frame, point);
  if (held_) {
    if (box != nullptr) roll_over(*box, finger, frame, time);
  } else {
    held_ = Held{.finger = finger, .since = time};
    if (box != nullptr) {
      held_->types = box->role == Role::key;
      aim(frame, *box, time);
    }
  }
  return next_commit(frame, time);
}

bool Touch::move(const Frame& frame, Finger finger, Point point, Time time) {
  if (!held_ || held_->finger != finger) return false;
  const std::optional<Target> before = held_->target;
  const bool was_over = held_->over;
  retarget(frame, point, time);
  return held_->over != was_over || (before && before->area != held_->target->area);
}

std::optional<visit::Event> Touch::up(const Frame& frame, Finger finger, Point point, Time time) {
  forget_long_held(time);
  std::erase_if(down_, [&](const Down& down) { return down.finger == finger; });
  if (down_.empty()) palm_ = false;
  if (!held_ || held_->finger != finger) return next_commit(frame, time);
  retarget(frame, point, time);
  if (held_->target && held_->over && !held_->spent) {
    for (Commit& commit : commits_) commit.due = time;  // what was rolled over comes first
    commits_.push_back({*held_->target, time, time});
  }
  held_.reset();
  return next_commit(frame, time);
}

void Touch::cancel() {
  held_.reset();
  down_.clear();
  commits_.clear();
  palm_ = false;
}

// ---- Taps and time
// -----------------------------------------------------------------------------------------

bool Touch::repeats_too_soon(const Target& target, Time at) {
  std::erase_if(tapped_, [&](const Tapped& earlier) { return earlier.at + same_target <= at; });
  return std::any_of(tapped_.begin(), tapped_.end(), [&](const Tapped& earlier) {
    if (earlier.target.key != target.key || earlier.target.is_key != target.is_key) return false;
    if (target.is_key) return earlier.target.area == target.area && at < earlier.at + same_key;
    return earlier.target.area == target.area || earlier.target.label == target.label;
  });
}

std::optional<visit::Event> Touch::next_commit(const Frame& frame, Time now) {
  while (!commits_.empty() && commits_.front().due <= now) {
    const Commit commit = std::move(commits_.front());
    commits_.pop_front();
    const Box* box = commit.target.in(frame);
    if (box != nullptr && !box->on_tap)
      box = whole_screen(frame);  // held too short: a tap like any other there
    if (box == nullptr || !box->on_tap || repeats_too_soon(commit.target, commit.at)) continue;
    tapped_.push_back({commit.target, commit.at});
    return box->on_tap;
  }
  return std::nullopt;
}

std::optional<visit::Event> Touch::hold(const Frame& frame, Time now) {
  if (!held_ || !held_->hold_due || now < *held_->hold_due) return std::nullopt;
  held_->hold_due.reset();
  const Box* box = held_->target->in(frame);
  if (box == nullptr || (!box->on_hold && !box->repeats)) return std::nullopt;
  held_->spent = true;
  if (box->on_hold) return box->on_hold;
  held_->hold_due = now + repeat_every;  // from now: a kiosk that was busy does not make up for it in a burst
  return box->on_tap;
}

std::optional<Time> Touch::due() const {
  std::optional<Time> next;
  const auto consider = [&next](Time time) { next = next ? std::min(*next, time) : time; };
  if (!commits_.empty()) consider(commits_.front().due);
  if (held_) consider(held_->since + too_long);
  if (held_ && held_->hold_due) consider(*held_->hold_due);
  return next;
}

std::optional<visit::Event> Touch::tick(const Frame& frame, Time now) {
  forget_long_held(now);
  if (auto event = next_commit(frame, now)) return event;
  return hold(frame, now);
}

void Touch::shown(const Frame& frame, Time time) {
  if (frame.key == key_) return;
  if (!key_.empty()) guarded_until_ = time + (screen_ == "attract" || screen_ == "dark" ? wake_guard : guard);
  key_ = frame.key;
  screen_ = frame.screen;
  if (held_) {  // it still owns the screen: what it was on is gone
    held_->target.reset();
    held_->hold_due.reset();
    held_->over = false;
  }
}

void Touch::mark_pressed(Frame& frame) const {
  const bool presses = held_ && held_->target && held_->over;
  for (Box& box : frame.boxes) box.pressed = presses && box.on_tap && held_->target->matches(frame, box);
}

}  // namespace kiosk::ui
