#include "kiosk/system/udisks_objects.h"

#include <algorithm>
#include <tuple>

#include "kiosk/base/utf8.h"

namespace kiosk::system {

namespace {

using stick::InPort;
using stick::Unusable;

constexpr std::uint64_t smallest = std::uint64_t{1} << 20U;
constexpr std::uint64_t largest = std::uint64_t{4} << 40U;
constexpr std::size_t longest_label = 32;  // FAT has 11 letters, exFAT 15

template <class T>
T value_of(const UdisksProperties& properties, const char* name) {
  const auto at = properties.find(name);
  if (at == properties.end() || !at->second.containsValueOfType<T>()) return T{};
  return at->second.get<T>();
}

/// The interface of an object; nothing where it has none such.
const UdisksProperties* find(const UdisksObjects& objects, const sdbus::ObjectPath& path, const char* name) {
  const auto object = objects.find(path);
  if (object == objects.end()) return nullptr;
  const auto interface = object->second.find(std::string{"org.freedesktop.UDisks2."} + name);
  return interface == object->second.end() ? nullptr : &interface->second;
}

/// Letters that are none: they would move or hide what stands beside them on a screen.
bool is_removable(const UdisksProperties& drive) {
  const auto bus = value_of<std::string>(drive, "ConnectionBus");
  return value_of<bool>(drive, "Removable") && !value_of<bool>(drive, "Optical") &&
         (bus == "usb" || bus == "sdio");
}

/// A disk that may be a stick: its drive (or the loop device itself), and all its blocks.
struct Disk {
  std::string identity;
  const UdisksProperties* drive = nullptr;
  sdbus::ObjectPath drive_path;
  std::vector<sdbus::ObjectPath> blocks;
};

class Search {
 public:
  Search(const UdisksObjects& objects, const UdisksRules& rules) : objects_{objects}, rules_{rules} {}

  Sighting search() {
    for (const auto& [path, interfaces] : objects_) {
      if (const auto* block = find(objects_, path, "Block")) add_block(path, *block);
    }
    if (disks_.empty()) return {};
    if (disks_.size() > 1) {
      Sighting several = unusable(Unusable::several_sticks);
      for (const auto& [name, disk] : disks_) several.identity += disk.identity + " ";
      return several;
    }
    return sight(disks_.begin()->second);
  }

 private:
  static Sighting unusable(Unusable why) {
    Sighting sighting;
    sighting.kind = InPort::Kind::unusable;
    sighting.why = why;
    return sighting;
  }

  void add_block(const sdbus::ObjectPath& path, const UdisksProperties& block) {
    if (value_of<bool>(block, "HintIgnore")) return;
    const auto drive_path = value_of<sdbus::ObjectPath>(block, "Drive");
    const auto* const drive = find(objects_, drive_path, "Drive");
    if (drive != nullptr) {
      if (!is_removable(*drive) || value_of<bool>(block, "HintSystem")) return;
      if (value_of<std::uint64_t>(block, "Size") == 0) return;  // a reader of cards without one
      Disk& disk = disks_[drive_path];
      disk.drive = drive;
      disk.drive_path = drive_path;
      disk.identity = drive_path + "@" + std::to_string(value_of<std::uint64_t>(*drive, "TimeMediaDetected"));
      disk.blocks.push_back(path);
    } else if (!rules_.images.empty()) {
      add_image(path, block);
    }
  }

  void add_image(const sdbus::ObjectPath& path, const UdisksProperties& block) {
    const auto* const partition = find(objects_, path, "Partition");
    const sdbus::ObjectPath whole =
        partition != nullptr ? value_of<sdbus::ObjectPath>(*partition, "Table") : path;
    const auto* const loop = find(objects_, whole, "Loop");
    if (loop == nullptr || value_of<std::uint64_t>(block, "Size") == 0) return;
    const auto file = value_of<std::vector<std::uint8_t>>(*loop, "BackingFile");
    if (std::string{file.begin(), file.end()}.rfind(rules_.images + "/", 0) != 0) return;
    Disk& disk = disks_[whole];
    disk.identity = whole;
    disk.blocks.push_back(path);
  }

  Sighting sight(const Disk& disk) const {
    std::vector<sdbus::ObjectPath> partitions;
    for (const sdbus::ObjectPath& path : disk.blocks) {
      if (find(objects_, path, "Partition") != nullptr) partitions.push_back(path);
    }
    Sighting sighting;
    if (partitions.size() > 1) {
      sighting = unusable(Unusable::several_parts);
    } else {
      sighting = sight_block(partitions.empty() ? disk.blocks.front() : partitions.front());
    }
    sighting.identity = disk.identity;
    sighting.drive = disk.drive_path;
    sighting.can_power_off = disk.drive != nullptr && value_of<bool>(*disk.drive, "CanPowerOff");
    return sighting;
  }

  Sighting sight_block(const sdbus::ObjectPath& path) const {
    const UdisksProperties& block = *find(objects_, path, "Block");
    const auto* const file_system = find(objects_, path, "Filesystem");
    const auto type = value_of<std::string>(block, "IdType");
    const auto size = value_of<std::uint64_t>(block, "Size");
    const auto& types = rules_.file_systems;
    if (file_system == nullptr || std::find(types.begin(), types.end(), type) == types.end())
      return unusable(Unusable::other_system);
    if (size < smallest || size > largest) return unusable(Unusable::odd_size);
    if (value_of<bool>(block, "ReadOnly")) return unusable(Unusable::read_only);
    Sighting sighting;
    sighting.kind = InPort::Kind::stick;
    sighting.block = path;
    sighting.file_system = type;
    sighting.label = utf8::for_screen(value_of<std::string>(block, "IdLabel"), longest_label);
    sighting.size = size;
    sighting.device = value_of<std::uint64_t>(block, "DeviceNumber");
    sighting.is_mounted =
        !value_of<std::vector<std::vector<std::uint8_t>>>(*file_system, "MountPoints").empty();
    return sighting;
  }

  const UdisksObjects& objects_;
  const UdisksRules& rules_;
  std::map<std::string, Disk> disks_;
};

}  // namespace

bool Sighting::is_same(const Sighting& other) const {
  const auto all = [](const Sighting& one) {
    return std::tie(one.kind, one.why, one.identity, one.block, one.file_system, one.label, one.size,
                    one.device);
  };
  return all(*this) == all(other);
}

Sighting look_for_stick(const UdisksObjects& objects, const UdisksRules& rules) {
  return Search{objects, rules}.search();
}

}  // namespace kiosk::system
