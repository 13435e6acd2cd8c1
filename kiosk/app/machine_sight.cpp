#include "kiosk/app/machine_sight.h"

#include "kiosk/base/boot_clock.h"
#include "kiosk/base/clock.h"
#include "kiosk/system/panel.h"

namespace kiosk::app {

MachineSight look_at_machine(const std::filesystem::path& root) {
  return {.up = up_time(),
          .wall_lead = wall_lead(),
          .today = today(),
          .touchscreens = system::touchscreens(root),
          .picture = system::has_picture(root),
          .temperatures = system::temperatures(root)};
}

}  // namespace kiosk::app
