#include "kiosk/ui/touch.h"

#include "kiosk/ui/hit.h"

namespace kiosk::ui {

namespace {
using namespace std::chrono_literals;
constexpr Time guard = 300ms;  // the second tap of a double tap comes within 250 ms
}  // namespace

void Touch::shown(const Frame& frame, Time time) {
  if (frame.key == key_) return;
  const bool first = key_.empty();
  key_ = frame.key;
  if (!first) guarded_until_ = time + guard;
}

bool Touch::down(const Frame& frame, Finger finger, Point point, Time time) {
  if (held_) return false;
  held_ = Held{finger, frame.key, {}, {}, false};
  if (guarded_until_ && time < *guarded_until_) return false;
  const Box* box = hit(frame, point);
  if (box == nullptr) return false;
  held_->label = box->label;
  held_->area = box->area;
  held_->on_something = true;
  return true;
}

bool Touch::is_held(const Frame& frame, const Box& box) const {
  return held_ && held_->on_something && held_->key == frame.key && held_->label == box.label &&
         held_->area == box.area;
}

std::optional<visit::Event> Touch::up(const Frame& frame, Finger finger, Point point, Time /*time*/) {
  if (!held_ || held_->finger != finger) return std::nullopt;
  const Box* box = hit(frame, point);
  const bool tapped = box != nullptr && is_held(frame, *box);
  held_.reset();
  if (!tapped) return std::nullopt;
  return box->on_tap;
}

void Touch::mark_pressed(Frame& frame) const {
  for (Box& box : frame.boxes) box.pressed = box.on_tap && is_held(frame, box);
}

}  // namespace kiosk::ui
