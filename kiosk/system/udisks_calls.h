#pragma once

#include <filesystem>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/system/udisks_objects.h"

namespace sdbus {
class IConnection;
}

/// What udisks2 is asked to do. Each waits for it, and fails with what it says.
namespace kiosk::system {

Result<UdisksObjects, stick::PortError> udisks_objects(sdbus::IConnection& connection);

/// Is the file system sound, as far as its own program for that can tell? True where there is no such
/// program.
Result<bool, stick::PortError> is_sound(sdbus::IConnection& connection, const Sighting& sighting);

/// Mounts it, and proves that it is mounted as it was asked to be; else lets go of it and fails with hostile.
Result<std::filesystem::path, stick::PortError> mount(sdbus::IConnection& connection,
                                                      const Sighting& sighting, stick::Port::Access access);

Result<Done, stick::PortError> unmount(sdbus::IConnection& connection, const Sighting& sighting);

Result<Done, stick::PortError> power_off(sdbus::IConnection& connection, const Sighting& sighting);

}  // namespace kiosk::system
