#include "kiosk/ui/frame.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

void round_corners(Frame& frame, double times) {
  for (Box& box : frame.boxes) {
    int& radius = box.surface.radius_px;
    const bool round = 2 * radius + 1 >= std::min(box.area.w, box.area.h);
    if (!round) radius = static_cast<int>(std::lround(radius * times));
  }
}

const char* name_of(Role role) {
  switch (role) {
    case Role::group:
      return "group";
    case Role::part:
      return "part";
    case Role::heading:
      return "heading";
    case Role::text:
      return "text";
    case Role::status:
      return "status";
    case Role::image:
      return "image";
    case Role::progress:
      return "progress";
    case Role::textbox:
      return "textbox";
    case Role::button:
      return "button";
    case Role::checkbox:
      return "checkbox";
    case Role::radio:
      return "radio";
    case Role::key:
      return "key";
  }
  return "";
}

}  // namespace kiosk::ui
