#include "kiosk/base/names_in.h"

#include <algorithm>
#include <system_error>

namespace kiosk {

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code unknown;
  std::filesystem::directory_iterator at{folder, unknown};
  for (; !unknown && at != std::filesystem::directory_iterator{}; at.increment(unknown)) {
    names.push_back(at->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace kiosk
