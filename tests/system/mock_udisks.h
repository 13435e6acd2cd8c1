#pragma once

#include <sdbus-c++/sdbus-c++.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <atomic>
#include <map>
#include <memory>
#include <string>

#include "tests/support/temp_folder.h"
#include "tests/support/times.h"

namespace kiosk::tests {

/// udisks2 as far as a stick needs it, on a bus of the test's own; it does what the real one cannot do on a
/// machine without a stick. What is on the stick lives in memory.
class MockUdisks {
 public:
  MockUdisks() : bus_{sdbus::createSystemBusConnection("org.freedesktop.UDisks2")} {
    bus_->addObjectManager("/org/freedesktop/UDisks2", sdbus::floating_slot);
    ::mount("tmpfs", medium_.path().c_str(), "tmpfs", 0, "size=32m");
    bus_->enterEventLoopAsync();
  }
  MockUdisks(const MockUdisks&) = delete;
  MockUdisks& operator=(const MockUdisks&) = delete;
  ~MockUdisks() {
    bus_->leaveEventLoop();
    unmount();
    ::umount2(medium_.path().c_str(), MNT_DETACH);
  }

  // How it behaves; for its own thread, from that of the test.
  std::atomic<bool> allows = true;
  std::atomic<bool> sound = true;
  std::atomic<bool> forgets_noexec = false;
  std::atomic<bool> fails_to_unmount = false;
  Times failed_to_unmount;
  std::atomic<bool> powered_off = false;

  void put_in(std::uint64_t when) {
    drive_ = sdbus::createObject(*bus_, "/org/freedesktop/UDisks2/drives/stick");
    property(*drive_, "Drive", "Removable", true);
    property(*drive_, "Drive", "ConnectionBus", std::string{"usb"});
    property(*drive_, "Drive", "TimeMediaDetected", when);
    property(*drive_, "Drive", "CanPowerOff", true);
    drive_->registerMethod("PowerOff").onInterface(of("Drive")).implementedAs([this](const Options&) {
      powered_off = true;
    });
    drive_->finishRegistration();
    struct stat about {};
    ::stat(medium_.path().c_str(), &about);
    block_ = sdbus::createObject(*bus_, "/org/freedesktop/UDisks2/block_devices/sdb");
    property(*block_, "Block", "Drive", sdbus::ObjectPath{"/org/freedesktop/UDisks2/drives/stick"});
    property(*block_, "Block", "IdType", std::string{"vfat"});
    property(*block_, "Block", "IdLabel", std::string{"STICK"});
    property(*block_, "Block", "Size", std::uint64_t{1} << 25U);
    property(*block_, "Block", "DeviceNumber", std::uint64_t{about.st_dev});
    property(*block_, "Filesystem", "MountPoints", std::vector<std::vector<std::uint8_t>>{});
    block_->registerMethod("Mount").onInterface(of("Filesystem")).implementedAs([this](const Options& how) {
      return mount(how);
    });
    block_->registerMethod("Unmount").onInterface(of("Filesystem")).implementedAs([this](const Options&) {
      if (fails_to_unmount) {
        failed_to_unmount.once_more();
        throw sdbus::Error{"org.freedesktop.UDisks2.Error.Failed", "target is gone"};
      }
      unmount();
    });
    block_->registerMethod("Check").onInterface(of("Filesystem")).implementedAs([this](const Options&) {
      return sound.load();
    });
    block_->finishRegistration();
    drive_->emitInterfacesAddedSignal();
    block_->emitInterfacesAddedSignal();
  }

  void pull_out() {
    block_->emitInterfacesRemovedSignal();
    block_.reset();
    drive_->emitInterfacesRemovedSignal();  // by then nothing is left of what could be mounted
    drive_.reset();
  }

  const std::filesystem::path& medium() const { return medium_.path(); }

 private:
  using Options = std::map<std::string, sdbus::Variant>;

  static std::string of(const char* interface) { return std::string{"org.freedesktop.UDisks2."} + interface; }

  template <class T>
  static void property(sdbus::IObject& object, const char* interface, const char* name, T value) {
    object.registerProperty(name).onInterface(of(interface)).withGetter([value] { return value; });
  }

  std::string mount(const Options& how) {
    if (!allows) throw sdbus::Error{"org.freedesktop.UDisks2.Error.NotAuthorizedCanObtain", "not authorized"};
    const auto wishes = how.at("options").get<std::string>();
    unsigned long flags = MS_NOSUID | MS_NODEV | MS_NOEXEC;
    if (forgets_noexec) flags = MS_NOSUID | MS_NODEV;
    if (wishes.rfind("ro,", 0) == 0) flags |= MS_RDONLY;
    const char* target = mounted_.path().c_str();
    ::mount(medium_.path().c_str(), target, nullptr, MS_BIND, nullptr);
    ::mount(nullptr, target, nullptr, MS_BIND | MS_REMOUNT | flags, nullptr);
    return target;
  }

  void unmount() { ::umount2(mounted_.path().c_str(), 0); }

  TempFolder medium_;
  TempFolder mounted_;
  std::unique_ptr<sdbus::IConnection> bus_;
  std::unique_ptr<sdbus::IObject> drive_;
  std::unique_ptr<sdbus::IObject> block_;
};

}  // namespace kiosk::tests
