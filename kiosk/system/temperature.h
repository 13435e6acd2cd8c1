#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kiosk::system {

/// What a sensor says, in thousandths of a degree Celsius, as Linux writes it.
struct Temperature {
  std::string sensor;  ///< "coretemp Package id 0", "acpitz"
  int now = 0;
  int critical = 0;  ///< from here on the machine slows down or switches itself off, as it says itself
};

/// What the machine's own sensors say: none where it offers none, or none that names a critical point. `root`
/// is the folder in which /sys is found. Reads some twenty small files; one may take some ms (ACPI asks the
/// firmware).
std::vector<Temperature> temperatures(const std::filesystem::path& root = "/");

}  // namespace kiosk::system
