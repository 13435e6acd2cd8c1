#include "kiosk/app/share.h"

#include <cstdlib>
#include <system_error>

namespace kiosk::app {

std::filesystem::path share_folder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  std::filesystem::path installed = program.parent_path().parent_path() / "share" / "kiosk";
  if (!error && std::filesystem::is_directory(installed / "fonts", error)) return installed;
  return KIOSK_SHARE;
}

std::filesystem::path default_store() {
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0') {
    return std::filesystem::path{data} / "kiosk";
  }
  const char* home = std::getenv("HOME");
  return std::filesystem::path{home != nullptr ? home : "."} / ".local" / "share" / "kiosk";
}

}  // namespace kiosk::app
