#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "kiosk/base/time.h"
#include "kiosk/system/watchdog.h"

namespace kiosk::app {

/// What a wait for a panel needs of the world.
struct PanelWait {
  std::function<std::optional<bool>()> has_picture;  ///< see system/panel.h
  std::function<void(Time)> pause;                   ///< for so long, or until a signal comes
  std::function<void()> missed;                      ///< called before each pause
};

/// That of this machine.
PanelWait panel_wait(std::function<void()> missed);

/// Nothing can be drawn on, since no panel is plugged in: switched off for the night, or its plug came off.
/// Waits until one is, where systemd would otherwise start the kiosk again twice a second all night, and each
/// time with some lines in the journal. Meanwhile it gives signs of life. Does nothing where nobody waits for
/// those, where no connector is known, or one has a panel: then something else is wrong. Returns whether it
/// waited; the kiosk is then to start anew, so that the compositor finds the panel too.
bool await_panel(const system::Watchdog& watchdog, const PanelWait& wait);

}  // namespace kiosk::app
