#include "kiosk/system/temperature.h"

#include <catch2/catch.hpp>

#include "tests/support/false_machine.h"

using namespace kiosk;
using tests::FalseMachine;

TEST_CASE("a machine without sensors says nothing of its warmth") {
  const FalseMachine machine;
  CHECK(system::temperatures(machine.root()).empty());
  machine.says("sys/class/thermal/cooling_device0/type", "Processor");
  CHECK(system::temperatures(machine.root()).empty());
}

TEST_CASE("a processor says how warm it is, and from where on it slows down") {
  const FalseMachine machine;
  machine.processor_is_at(47);
  const auto all = system::temperatures(machine.root());
  REQUIRE(all.size() == 1);
  CHECK(all[0].sensor == "coretemp Package id 0");
  CHECK(all[0].now == 47'000);
  CHECK(all[0].critical == 100'000);
}

TEST_CASE("a sensor without a name of its own has that of its file") {
  const FalseMachine machine;
  machine.has_chip("hwmon1", "nvme");
  machine.says("sys/class/hwmon/hwmon1/temp1_input", "38850");
  machine.says("sys/class/hwmon/hwmon1/temp1_crit", "84850");
  const auto all = system::temperatures(machine.root());
  REQUIRE(all.size() == 1);
  CHECK(all[0].sensor == "nvme temp1");
}

TEST_CASE("a thermal zone counts where its firmware named a critical point") {
  const FalseMachine machine;
  machine.says("sys/class/thermal/thermal_zone0/type", "acpitz");
  machine.says("sys/class/thermal/thermal_zone0/temp", "52000");
  machine.says("sys/class/thermal/thermal_zone0/trip_point_0_type", "passive");
  machine.says("sys/class/thermal/thermal_zone0/trip_point_0_temp", "50000");
  CHECK(system::temperatures(machine.root()).empty());
  machine.says("sys/class/thermal/thermal_zone0/trip_point_1_type", "critical");
  machine.says("sys/class/thermal/thermal_zone0/trip_point_1_temp", "119000");
  const auto all = system::temperatures(machine.root());
  REQUIRE(all.size() == 1);
  CHECK(all[0].sensor == "acpitz");
  CHECK(all[0].critical == 119'000);
}

TEST_CASE("an input of a main board to which nothing is wired does not count") {
  const FalseMachine machine;
  machine.has_chip("hwmon2", "nct6775");
  machine.says("sys/class/hwmon/hwmon2/temp3_input", "127000");
  machine.says("sys/class/hwmon/hwmon2/temp3_crit", "125000");
  CHECK(system::temperatures(machine.root()).empty());
}

TEST_CASE("what is no temperature, or no possible critical point, is left out") {
  const FalseMachine machine;
  machine.has_chip("hwmon0", "coretemp");
  machine.says("sys/class/hwmon/hwmon0/temp1_input", "45000");
  for (const char* critical : {"", "0", "-1", "20800", "65261850", "hot", "99999999999999"}) {
    CAPTURE(critical);
    machine.says("sys/class/hwmon/hwmon0/temp1_crit", critical);
    CHECK(system::temperatures(machine.root()).empty());
  }
  machine.says("sys/class/hwmon/hwmon0/temp1_crit", "100000");
  machine.says("sys/class/hwmon/hwmon0/temp1_input", "N/A");
  CHECK(system::temperatures(machine.root()).empty());
}
