#include "kiosk/system/power.h"

#include <sdbus-c++/sdbus-c++.h>

#include <string>

namespace kiosk::system {

namespace {

constexpr const char* logind = "org.freedesktop.login1";
constexpr const char* seat_manager = "/org/freedesktop/login1";
constexpr const char* manager_interface = "org.freedesktop.login1.Manager";

/// `action` is one of the service's own names: PowerOff, Reboot. Nobody is asked for a password.
bool ask(const char* action) {
  try {
    const auto connection = sdbus::createSystemBusConnection();
    const auto manager = sdbus::createProxy(*connection, logind, seat_manager);
    manager->callMethod(action).onInterface(manager_interface).withArguments(false);
    return true;
  } catch (const sdbus::Error&) {
    return false;
  }
}

}  // namespace

bool can_switch_off() {
  try {
    const auto connection = sdbus::createSystemBusConnection();
    const auto manager = sdbus::createProxy(*connection, logind, seat_manager);
    std::string answer;
    manager->callMethod("CanPowerOff").onInterface(manager_interface).storeResultsTo(answer);
    return answer == "yes";
  } catch (const sdbus::Error&) {
    return false;
  }
}

bool switch_off() { return ask("PowerOff"); }
bool restart() { return ask("Reboot"); }

}  // namespace kiosk::system
