#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/temp_folder.h"

namespace kiosk::tests {

/// What a machine tells of itself in /sys and /run/udev, as a test says it.
class FalseMachine {
 public:
  const std::filesystem::path& root() const { return folder_.path(); }

  void says(const std::string& file, const std::string& line) const {
    const std::filesystem::path path = folder_ / file;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path} << line << "\n";
  }
  void says_no_more(const std::string& file) const { std::filesystem::remove_all(folder_ / file); }

  void has_chip(const std::string& folder, const std::string& driver) const {
    says("sys/class/hwmon/" + folder + "/name", driver);
  }
  void processor_is_at(int degrees) const {
    has_chip("hwmon0", "coretemp");
    says("sys/class/hwmon/hwmon0/temp1_label", "Package id 0");
    says("sys/class/hwmon/hwmon0/temp1_crit", "100000");
    says("sys/class/hwmon/hwmon0/temp1_input", std::to_string(degrees * 1000));
  }

  /// `told`: what udev found out about it.
  void has_input(const std::string& name, const std::string& number, const std::string& told) const {
    says("sys/class/input/" + name + "/dev", number);
    says("run/udev/data/c" + number, "I:12345\nE:ID_INPUT=1\n" + told + "\nG:seat");
  }
  void has_keyboard() const { has_input("event0", "13:64", "E:ID_INPUT_KEY=1\nE:ID_INPUT_KEYBOARD=1"); }
  void has_touchscreen() const { has_input("event5", "13:69", "E:ID_INPUT_TOUCHSCREEN=1"); }
  void loses_touchscreen() const {
    says_no_more("sys/class/input/event5");
    says_no_more("run/udev/data/c13:69");
  }

  void connector_is(const std::string& status, const std::string& name = "card0-HDMI-A-1") const {
    says("sys/class/drm/" + name + "/status", status);
  }

 private:
  TempFolder folder_;
};

}  // namespace kiosk::tests
