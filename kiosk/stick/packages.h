#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/stick/port.h"

/// Newer programs for the kiosk, as Debian packages on a stick, and where they are left for whoever may
/// install them: packaging/debian/kiosk-upgrade.service. Nobody here looks into one, or believes it.
namespace kiosk::stick {

/// In the inbox stand, in the order in which they are written:
///
///     kiosk.deb          the package
///     kiosk.deb.minisig  what minisign wrote beside it
///     asked              empty: both are whole, and on disk
///
/// Whoever installs it takes `asked` away at once.
struct Inbox {
  static constexpr const char* package = "kiosk.deb";
  static constexpr const char* signature = "kiosk.deb.minisig";
  static constexpr const char* asked = "asked";
};

/// Versions of the ordinary files of the stick itself that are called kiosk_VERSION_MACHINE.deb and have
/// their .minisig beside them, sorted; each once. Lets go of the stick whatever came of it; waits for it, for
/// some seconds. Fails where the stick cannot be reached.
Result<std::vector<std::string>, PortError> find_packages(Port& port);

/// Copies the package of that version into the folder `inbox`, as above. Waits for the stick and the disk.
/// False where one of them did not do it, it is larger than any package of a kiosk, or there is none such
/// (any more); then nothing is asked for.
bool take_package(Port& port, const std::string& version, const std::filesystem::path& inbox);

}  // namespace kiosk::stick
