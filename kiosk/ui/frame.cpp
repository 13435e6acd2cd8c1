#include "kiosk/ui/frame.h"

namespace kiosk::ui {

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
