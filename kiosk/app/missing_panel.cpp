#include "kiosk/app/missing_panel.h"

#include <poll.h>

#include <utility>

#include "kiosk/app/fail.h"
#include "kiosk/system/panel.h"

namespace kiosk::app {

PanelWait panel_wait(std::function<void()> missed) {
  return {.has_picture = [] { return system::has_picture(); },
          .pause = [](Time time) { (void)::poll(nullptr, 0, static_cast<int>(time.count())); },
          .missed = std::move(missed)};
}

bool await_panel(const system::Watchdog& watchdog, const PanelWait& wait) {
  if (!watchdog.every() || wait.has_picture() != false) return false;
  complain("no panel takes the picture; see whether it is on, and to its plug: the kiosk waits for it");
  watchdog.ready();  // as ready as it can be: whoever starts the machine does not wait for a panel
  while (wait.has_picture() == false) {
    watchdog.feed();
    wait.missed();
    wait.pause(*watchdog.every());
  }
  complain("a panel takes the picture again; the kiosk starts anew with it");
  return true;
}

}  // namespace kiosk::app
