#include "kiosk/system/temperature.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "kiosk/system/system_file.h"

namespace kiosk::system {

namespace {

// Drivers of what measures itself and knows its own limit: processors, graphics chips and disks. Not those of
// the chips on main boards (nct6775, it87): there an input to which nothing is wired says 127 °C.
constexpr std::array<std::string_view, 7> trusted{"amdgpu",  "coretemp", "drivetemp", "k10temp",
                                                  "nouveau", "nvme",     "radeon"};

// A critical point outside of these is a firmware's mistake: summers are warmer, and silicon ends sooner.
constexpr int least_critical = 40'000;
constexpr int most_critical = 150'000;

void add(std::vector<Temperature>& all, std::string sensor, std::optional<int> now,
         std::optional<int> critical) {
  if (!now || !critical || *critical < least_critical || *critical > most_critical) return;
  all.push_back({std::move(sensor), *now, *critical});
}

/// Kernel documentation, hwmon/sysfs-interface: temp1_input, temp1_crit, temp1_label.
void add_chip(std::vector<Temperature>& all, const std::filesystem::path& chip) {
  constexpr std::string_view ending = "_input";
  const std::string driver = word_in(chip / "name").value_or("");
  if (std::find(trusted.begin(), trusted.end(), driver) == trusted.end()) return;
  for (const std::string& name : names_in(chip)) {
    if (!name.starts_with("temp") || !name.ends_with(ending)) continue;
    const std::string sensor = name.substr(0, name.size() - ending.size());
    const std::string label = word_in(chip / (sensor + "_label")).value_or(sensor);
    add(all, fmt::format("{} {}", driver, label), number_in(chip / name),
        number_in(chip / (sensor + "_crit")));
  }
}

/// Kernel documentation, driver-api/thermal/sysfs-api: a zone has trip points, each of its own type.
void add_zone(std::vector<Temperature>& all, const std::filesystem::path& zone) {
  constexpr std::string_view begins = "trip_point_";
  constexpr std::string_view ending = "_type";
  for (const std::string& name : names_in(zone)) {
    if (!name.starts_with(begins) || !name.ends_with(ending)) continue;
    if (word_in(zone / name) != "critical") continue;
    const std::string point = name.substr(0, name.size() - ending.size());
    add(all, word_in(zone / "type").value_or("thermal"), number_in(zone / "temp"),
        number_in(zone / (point + "_temp")));
  }
}

}  // namespace

std::vector<Temperature> temperatures(const std::filesystem::path& root) {
  std::vector<Temperature> all;
  const std::filesystem::path chips = root / "sys/class/hwmon";
  for (const std::string& name : names_in(chips)) add_chip(all, chips / name);
  const std::filesystem::path zones = root / "sys/class/thermal";
  for (const std::string& name : names_in(zones)) {
    if (name.starts_with("thermal_zone")) add_zone(all, zones / name);
  }
  return all;
}

}  // namespace kiosk::system
