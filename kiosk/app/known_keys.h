#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/base/signature.h"

namespace kiosk::app {

/// Which stations somebody trusts: a text file with a key a line and, after it, what that station is called.
///
///     # shown by each kiosk itself: kiosk status
///     3d40…29  UTR-01, entrance hall
///
/// Fails when it cannot be read, a line begins with anything else, or there is no key in it.
Result<std::set<PublicKey>, std::string> read_known_keys(const std::filesystem::path& file);

/// The lines of such a file, for keys that were found.
std::string as_lines(const std::map<PublicKey, std::set<std::string>>& keys);

}  // namespace kiosk::app
