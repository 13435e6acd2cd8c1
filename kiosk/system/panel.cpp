#include "kiosk/system/panel.h"

#include <string>
#include <string_view>

#include "kiosk/base/file.h"
#include "kiosk/system/system_file.h"

namespace kiosk::system {

namespace {

/// What udev found out about a device, in lines of its own: "E:ID_INPUT_TOUCHSCREEN=1".
bool is_touchscreen(const std::filesystem::path& told) {
  constexpr std::size_t most_bytes = 65536;
  const auto text = read_file(told, most_bytes);
  return text && ("\n" + *text).find("\nE:ID_INPUT_TOUCHSCREEN=1\n") != std::string::npos;
}

}  // namespace

std::optional<int> touchscreens(const std::filesystem::path& root) {
  const std::filesystem::path database = root / "run/udev/data";
  if (names_in(database).empty()) return std::nullopt;
  const std::filesystem::path devices = root / "sys/class/input";
  int count = 0;
  for (const std::string& name : names_in(devices)) {
    if (!name.starts_with("event")) continue;
    const auto number = word_in(devices / name / "dev");
    if (number && is_touchscreen(database / ("c" + *number))) ++count;
  }
  return count;
}

std::optional<bool> has_picture(const std::filesystem::path& root) {
  const std::filesystem::path cards = root / "sys/class/drm";
  bool any = false;
  for (const std::string& name : names_in(cards)) {
    const bool to_memory = name.find("Writeback") != std::string::npos;
    const auto status = to_memory ? std::nullopt : word_in(cards / name / "status");
    if (!status) continue;
    any = true;
    if (*status != "disconnected") return true;
  }
  return any ? std::optional{false} : std::nullopt;
}

}  // namespace kiosk::system
