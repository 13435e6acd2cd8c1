#include "kiosk/ui/chord.h"

namespace kiosk::ui {

namespace {

constexpr Time held_for{5000};

}  // namespace

bool Chord::key(KeyAction action, bool down, Time now) {
  if (action == KeyAction::back) {
    back_ = down;
    if (!down) both_since_.reset();
    return false;
  }
  if (!back_) return false;
  if (!down) {
    both_since_.reset();
  } else if (action == KeyAction::choose && !both_since_) {
    both_since_ = now;
  }
  return true;
}

std::optional<Time> Chord::due() const {
  if (!both_since_) return std::nullopt;
  return *both_since_ + held_for;
}

bool Chord::tick(Time now) {
  const auto when = due();
  if (!when || now < *when) return false;
  both_since_.reset();
  return true;
}

}  // namespace kiosk::ui
