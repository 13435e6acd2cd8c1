#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/visit/upgrade.h"

/// Newer programs for this kiosk. It brings them to where they can be judged and installed, and reads what
/// came of it; it may do neither itself.
namespace kiosk::app {

/// The version of this program.
std::string version();

/// Where whoever installs tells what came of it: packaging/debian/upgrade.
inline constexpr const char* told_by_installer = "/var/lib/kiosk-upgrade/outcome";

/// Where packages go for a store in `folder`: in its folder "upgrade" (stick/packages.h). Nobody looks there
/// unless the Debian package is installed.
std::filesystem::path inbox_of(const std::filesystem::path& folder);

/// Can newer programs be installed on this machine? Is there an inbox, and somebody who tells?
bool takes_upgrades(const std::filesystem::path& inbox, const std::filesystem::path& told);

/// What became of the last one, as whoever installs it left it in the file `told`; nobody but root can write
/// there. One line, of at most 200 bytes:
///
///     3 installed 1.2.0
///
/// which attempt it was, the outcome by its name in visit::Upgrade, and the version if there is one to tell.
/// A file that is missing or says anything else is none.
visit::Upgrade last_upgrade(const std::filesystem::path& told);

}  // namespace kiosk::app
