#pragma once

#include <sdbus-c++/Types.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "kiosk/stick/port.h"

namespace kiosk::system {

/// All that udisks2 knows of, as it tells it.
using UdisksProperties = std::map<std::string, sdbus::Variant>;
using UdisksObjects = std::map<sdbus::ObjectPath, std::map<std::string, UdisksProperties>>;

/// Which disks count as sticks.
struct UdisksRules {
  std::vector<std::string> file_systems{"vfat", "exfat"};
  std::string images;  ///< for tests: images of disks in this folder count too, where it is not empty
};

/// What in all that is a stick.
struct Sighting {
  stick::InPort::Kind kind = stick::InPort::Kind::empty;  ///< empty, stick or unusable
  stick::Unusable why{};
  std::string identity;  ///< another one after a stick was put in, also where it is the same stick again
  std::string block;     ///< the object that can be mounted
  std::string drive;     ///< the object that can be powered off; empty where there is none
  std::string file_system;
  std::string label;         ///< fit for a screen
  std::uint64_t size = 0;    ///< bytes
  std::uint64_t device = 0;  ///< as stat(2) tells it in st_dev
  bool is_mounted = false;   ///< by whomever
  bool can_power_off = false;

  /// Is it the same stick, told of in the same way?
  bool is_same(const Sighting& other) const;
};

/// Looks for the stick. Only what is removable, on USB or in a slot for cards, counts; never a disk of the
/// system, or an optical one.
Sighting look_for_stick(const UdisksObjects& objects, const UdisksRules& rules);

}  // namespace kiosk::system
