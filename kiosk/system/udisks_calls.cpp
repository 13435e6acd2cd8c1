#include "kiosk/system/udisks_calls.h"

#include <sdbus-c++/sdbus-c++.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <chrono>

namespace kiosk::system {

namespace {

using stick::Port;
using stick::PortError;
using stick::Unusable;

constexpr const char* service = "org.freedesktop.UDisks2";
constexpr const char* file_system_interface = "org.freedesktop.UDisks2.Filesystem";
constexpr std::chrono::seconds for_an_answer{30};
constexpr std::chrono::seconds for_a_check{120};  // a large stick with many files
#ifndef ST_NOSYMFOLLOW
constexpr unsigned long ST_NOSYMFOLLOW = 0x2000;  // Linux 5.10; glibc has no name for it yet
#endif

using Options = std::map<std::string, sdbus::Variant>;

/// Nobody is there to answer a question for a password.
Options quiet() { return {{"auth.no_user_interaction", sdbus::Variant{true}}}; }

bool is_called(const sdbus::Error& error, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (error.getName() == name) return true;
  }
  return false;
}

PortError told(const sdbus::Error& error) {
  PortError told{PortError::Kind::failed, {}, error.getName() + ": " + error.getMessage()};
  if (is_called(error,
                {"org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NoReply",
                 "org.freedesktop.DBus.Error.NameHasNoOwner", "org.freedesktop.DBus.Error.Disconnected",
                 "org.freedesktop.DBus.Error.FileNotFound", "org.freedesktop.DBus.Error.NoServer"})) {
    told.kind = PortError::Kind::no_port;
  } else if (is_called(error, {"org.freedesktop.DBus.Error.UnknownObject",
                               "org.freedesktop.DBus.Error.UnknownMethod",
                               "org.freedesktop.DBus.Error.UnknownInterface"})) {
    told.kind = PortError::Kind::gone;  // the object of a stick goes away with it
  } else if (is_called(error, {"org.freedesktop.UDisks2.Error.NotAuthorized",
                               "org.freedesktop.UDisks2.Error.NotAuthorizedCanObtain",
                               "org.freedesktop.UDisks2.Error.NotAuthorizedDismissed",
                               "org.freedesktop.DBus.Error.AccessDenied"})) {
    told.kind = PortError::Kind::not_allowed;
  } else if (is_called(error, {"org.freedesktop.UDisks2.Error.DeviceBusy"})) {
    told.kind = PortError::Kind::busy;
  }
  return told;
}

/// Runs one call; every other way out of it than back is a failure of the world.
template <class T, class Call>
Result<T, PortError> ask(Call call) {
  try {
    return call();
  } catch (const sdbus::Error& error) {
    return told(error);
  }
}

/// Calls a method of the file system of `sighting`, with nothing that comes back.
void call(sdbus::IConnection& connection, const std::string& object, const char* interface,
          const char* method, const Options& options) {
  auto proxy = sdbus::createProxy(connection, service, object);
  proxy->callMethod(method).onInterface(interface).withTimeout(for_an_answer).withArguments(options);
}

std::string call_mount(sdbus::IConnection& connection, const Sighting& sighting, const std::string& wishes) {
  Options options = quiet();
  options["fstype"] = sdbus::Variant{sighting.file_system};
  options["options"] = sdbus::Variant{wishes};
  auto proxy = sdbus::createProxy(connection, service, sighting.block);
  std::string path;
  proxy->callMethod("Mount")
      .onInterface(file_system_interface)
      .withTimeout(for_an_answer)
      .withArguments(options)
      .storeResultsTo(path);
  return path;
}

Result<std::string, sdbus::Error> try_to_mount(sdbus::IConnection& connection, const Sighting& sighting,
                                               const std::string& wishes) {
  try {
    return call_mount(connection, sighting, wishes);
  } catch (const sdbus::Error& error) {
    return error;
  }
}

bool is_one_of(const sdbus::Error& error, const char* one, const char* other) {
  return error.getName() == one || error.getName() == other;
}

/// What is mounted already was mounted by somebody else, in a way of their own. Neither every kernel nor
/// every udisks2 knows nosymfollow, and FAT and exFAT have no links.
Result<std::string, sdbus::Error> mount_strictly(sdbus::IConnection& connection, const Sighting& sighting,
                                                 Port::Access access) {
  const std::string strict = std::string{access == Port::Access::read ? "ro" : "rw"} + ",nosuid,nodev,noexec";
  auto path = try_to_mount(connection, sighting, strict + ",nosymfollow");
  if (!path && path.error().getName() == "org.freedesktop.UDisks2.Error.AlreadyMounted") {
    static_cast<void>(unmount(connection, sighting));
    path = try_to_mount(connection, sighting, strict + ",nosymfollow");
  }
  if (!path && is_one_of(path.error(), "org.freedesktop.UDisks2.Error.OptionNotPermitted",
                         "org.freedesktop.UDisks2.Error.Failed"))
    path = try_to_mount(connection, sighting, strict);
  return path;
}

/// Is what is mounted there that very device, as it was asked to be?
Result<Done, PortError> prove(const std::string& path, const Sighting& sighting, Port::Access access) {
  struct stat about {};
  struct statvfs how {};
  if (::lstat(path.c_str(), &about) != 0 || ::statvfs(path.c_str(), &how) != 0)
    return PortError{PortError::Kind::gone, {}, "nothing is mounted in " + path};
  constexpr unsigned long asked_for = ST_NOSUID | ST_NODEV | ST_NOEXEC;
  const bool is_safe = S_ISDIR(about.st_mode) && (how.f_flag & asked_for) == asked_for;
  if (!is_safe || about.st_dev != sighting.device)
    return PortError{PortError::Kind::unusable, Unusable::hostile, path + " is mounted otherwise than asked"};
  const bool is_read_only = (how.f_flag & ST_RDONLY) != 0;
  if (access == Port::Access::write && is_read_only)
    return PortError{PortError::Kind::unusable, Unusable::read_only, {}};
  return Done{};
}

}  // namespace

Result<UdisksObjects, PortError> udisks_objects(sdbus::IConnection& connection) {
  return ask<UdisksObjects>([&] {
    auto proxy = sdbus::createProxy(connection, service, "/org/freedesktop/UDisks2");
    UdisksObjects objects;
    proxy->callMethod("GetManagedObjects")
        .onInterface("org.freedesktop.DBus.ObjectManager")
        .withTimeout(for_an_answer)
        .storeResultsTo(objects);
    return objects;
  });
}

Result<bool, PortError> is_sound(sdbus::IConnection& connection, const Sighting& sighting) {
  auto sound = ask<bool>([&] {
    auto proxy = sdbus::createProxy(connection, service, sighting.block);
    bool told = true;
    proxy->callMethod("Check")
        .onInterface(file_system_interface)
        .withTimeout(for_a_check)
        .withArguments(quiet())
        .storeResultsTo(told);
    return told;
  });
  // Without dosfstools or exfatprogs udisks2 cannot tell; a stick is no worse for that.
  if (!sound && sound.error().kind == PortError::Kind::failed) return true;
  return sound;
}

Result<std::filesystem::path, PortError> mount(sdbus::IConnection& connection, const Sighting& sighting,
                                               Port::Access access) {
  const auto path = mount_strictly(connection, sighting, access);
  if (!path) return told(path.error());
  if (const auto proven = prove(*path, sighting, access); !proven) {
    static_cast<void>(unmount(connection, sighting));
    return proven.error();
  }
  return std::filesystem::path{*path};
}

Result<Done, PortError> unmount(sdbus::IConnection& connection, const Sighting& sighting) {
  return ask<Done>([&] {
    call(connection, sighting.block, file_system_interface, "Unmount", quiet());
    return Done{};
  });
}

Result<Done, PortError> power_off(sdbus::IConnection& connection, const Sighting& sighting) {
  if (sighting.drive.empty() || !sighting.can_power_off)
    return PortError{PortError::Kind::failed, {}, "this port cannot take the power off"};
  return ask<Done>([&] {
    call(connection, sighting.drive, "org.freedesktop.UDisks2.Drive", "PowerOff", quiet());
    return Done{};
  });
}

}  // namespace kiosk::system
