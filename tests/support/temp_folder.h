#pragma once

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace kiosk::tests {

/// An empty folder that is gone, with all that is in it, when the test ends.
class TempFolder {
 public:
  TempFolder() : TempFolder{std::filesystem::temp_directory_path()} {}
  explicit TempFolder(const std::filesystem::path& where) {
    std::string name = (where / "kiosk-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no folder for temporary files"};
    path_ = name;
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  /// Where files live in memory, for tests that care what is written and not that it is slow.
  static std::filesystem::path in_memory() {
    std::error_code unknown;
    const std::filesystem::path shared = "/dev/shm";
    return std::filesystem::is_directory(shared, unknown) ? shared : std::filesystem::temp_directory_path();
  }

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::filesystem::path& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace kiosk::tests
