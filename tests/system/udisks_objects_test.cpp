#include "kiosk/system/udisks_objects.h"

#include <sdbus-c++/Types.h>

#include <catch2/catch.hpp>

using namespace kiosk;
using namespace kiosk::system;
using stick::InPort;
using stick::Unusable;

namespace {

using sdbus::ObjectPath;
using sdbus::Variant;

const ObjectPath drive_of_stick{"/org/freedesktop/UDisks2/drives/stick"};

UdisksProperties usb_drive() {
  return {{"Removable", Variant{true}},
          {"Optical", Variant{false}},
          {"ConnectionBus", Variant{std::string{"usb"}}},
          {"TimeMediaDetected", Variant{std::uint64_t{1000}}},
          {"CanPowerOff", Variant{true}}};
}

UdisksProperties block(const ObjectPath& drive, const std::string& type,
                       const std::string& label = "ANSWERS") {
  return {{"Drive", Variant{drive}},
          {"IdType", Variant{type}},
          {"IdLabel", Variant{label}},
          {"Size", Variant{std::uint64_t{8} << 30U}},
          {"DeviceNumber", Variant{std::uint64_t{0x811}}},
          {"ReadOnly", Variant{false}},
          {"HintSystem", Variant{false}},
          {"HintIgnore", Variant{false}}};
}

UdisksProperties not_mounted() {
  return {{"MountPoints", Variant{std::vector<std::vector<std::uint8_t>>{}}}};
}

std::string of_udisks(const char* name) { return std::string{"org.freedesktop.UDisks2."} + name; }

/// A station with a disk of its own, a reader for cards without one in it, and a stick with one partition.
struct Ports {
  UdisksObjects objects;
  ObjectPath whole{"/org/freedesktop/UDisks2/block_devices/sdb"};
  ObjectPath partition{"/org/freedesktop/UDisks2/block_devices/sdb1"};

  Ports() {
    const ObjectPath inside{"/org/freedesktop/UDisks2/drives/inside"};
    UdisksProperties disk = usb_drive();
    disk["Removable"] = Variant{false};
    disk["ConnectionBus"] = Variant{std::string{"ata"}};
    objects[inside][of_udisks("Drive")] = disk;
    objects[ObjectPath{"/org/freedesktop/UDisks2/block_devices/sda1"}] = {
        {of_udisks("Block"), block(inside, "vfat", "EFI")}, {of_udisks("Filesystem"), not_mounted()}};
    const ObjectPath reader{"/org/freedesktop/UDisks2/drives/reader"};
    objects[reader][of_udisks("Drive")] = usb_drive();
    UdisksProperties no_card = block(reader, "");
    no_card["Size"] = Variant{std::uint64_t{0}};
    objects[ObjectPath{"/org/freedesktop/UDisks2/block_devices/sdc"}] = {{of_udisks("Block"), no_card}};
  }

  UdisksProperties& of_partition() { return objects[partition][of_udisks("Block")]; }

  void put_in() {
    objects[drive_of_stick][of_udisks("Drive")] = usb_drive();
    objects[whole] = {{of_udisks("Block"), block(drive_of_stick, "")}, {of_udisks("PartitionTable"), {}}};
    objects[partition] = {{of_udisks("Block"), block(drive_of_stick, "vfat")},
                          {of_udisks("Partition"), {{"Table", Variant{whole}}}},
                          {of_udisks("Filesystem"), not_mounted()}};
  }

  Sighting look() const { return look_for_stick(objects, {}); }
};

}  // namespace

TEST_CASE("a disk of the station and a reader without a card are no sticks") {
  CHECK(Ports{}.look().kind == InPort::Kind::empty);
}

TEST_CASE("a stick is its partition with files on it") {
  Ports ports;
  ports.put_in();
  const Sighting found = ports.look();
  CHECK(found.kind == InPort::Kind::stick);
  CHECK(found.block == ports.partition);
  CHECK(found.drive == drive_of_stick);
  CHECK(found.file_system == "vfat");
  CHECK(found.label == "ANSWERS");
  CHECK(found.device == 0x811);
  CHECK(found.can_power_off);
  CHECK_FALSE(found.is_mounted);
}

TEST_CASE("a stick may have no partitions at all, and a card may be one") {
  Ports ports;
  ports.put_in();
  ports.objects.erase(ports.partition);
  ports.objects[ports.whole] = {{of_udisks("Block"), block(drive_of_stick, "exfat")},
                                {of_udisks("Filesystem"), not_mounted()}};
  ports.objects[drive_of_stick][of_udisks("Drive")]["ConnectionBus"] = Variant{std::string{"sdio"}};
  const Sighting found = ports.look();
  CHECK(found.kind == InPort::Kind::stick);
  CHECK(found.block == ports.whole);
}

TEST_CASE("each stick that cannot be used says why") {
  Ports ports;
  ports.put_in();
  Unusable why{};
  SECTION("it is formatted for another system") {
    ports.of_partition()["IdType"] = Variant{std::string{"ntfs"}};
    why = Unusable::other_system;
  }
  SECTION("it is not formatted") {
    ports.objects[ports.partition].erase(of_udisks("Filesystem"));
    why = Unusable::other_system;
  }
  SECTION("it has two partitions") {
    ports.objects[ObjectPath{ports.whole + "2"}] = ports.objects[ports.partition];
    why = Unusable::several_parts;
  }
  SECTION("it is one of two") {
    const ObjectPath other{"/org/freedesktop/UDisks2/drives/other"};
    ports.objects[other][of_udisks("Drive")] = usb_drive();
    ports.objects[ObjectPath{"/org/freedesktop/UDisks2/block_devices/sdd"}] = {
        {of_udisks("Block"), block(other, "vfat")}, {of_udisks("Filesystem"), not_mounted()}};
    why = Unusable::several_sticks;
  }
  SECTION("its switch locks it") {
    ports.of_partition()["ReadOnly"] = Variant{true};
    why = Unusable::read_only;
  }
  SECTION("it tells a size that no stick has") {
    ports.of_partition()["Size"] = Variant{std::uint64_t{1} << 60U};
    why = Unusable::odd_size;
  }
  SECTION("it has hardly any room") {
    ports.of_partition()["Size"] = Variant{std::uint64_t{1000}};
    why = Unusable::odd_size;
  }
  const Sighting found = ports.look();
  CHECK(found.kind == InPort::Kind::unusable);
  CHECK(found.why == why);
}

TEST_CASE("the same stick, put in again, is another sighting") {
  Ports ports;
  ports.put_in();
  const std::string first = ports.look().identity;
  CHECK(ports.look().identity == first);
  ports.objects[drive_of_stick][of_udisks("Drive")]["TimeMediaDetected"] = Variant{std::uint64_t{2000}};
  CHECK(ports.look().identity != first);
}

TEST_CASE("a label from a stick holds nothing that a screen should not show") {
  Ports ports;
  ports.put_in();
  const auto shown = [&](const std::string& label) {
    ports.of_partition()["IdLabel"] = Variant{label};
    return ports.look().label;
  };
  CHECK(shown("Café 1") == "Café 1");
  CHECK(shown("A\nB\x1b[31m\x7f") == "AB[31m");
  CHECK(shown("links \u202etseuq") == "links tseuq");
  CHECK(shown(std::string(500, 'x')).size() == 32);
}

TEST_CASE("what udisks2 leaves out, or tells as something else than it should, is no reason to fall") {
  Ports ports;
  ports.put_in();
  ports.of_partition()["Size"] = Variant{std::string{"large"}};
  ports.of_partition().erase("IdLabel");
  CHECK(ports.look().kind != InPort::Kind::stick);
  ports.objects[ports.partition][of_udisks("Block")] = {};
  CHECK(ports.look().kind == InPort::Kind::unusable);
}
