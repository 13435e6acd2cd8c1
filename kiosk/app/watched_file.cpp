#include "kiosk/app/watched_file.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <utility>

namespace kiosk::app {

using namespace std::chrono_literals;

namespace {

constexpr Time between_looks = 300ms;

/// Which file it is, how long, and when it was written; empty where there is none.
std::string sight_of(const std::filesystem::path& file) {
  struct stat found {};
  if (::stat(file.c_str(), &found) != 0) return {};
  return fmt::format("{} {} {}.{}", found.st_ino, found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec);
}

}  // namespace

WatchedFile::WatchedFile(std::filesystem::path file) : file_{std::move(file)}, seen_{sight_of(file_)} {}

bool WatchedFile::has_changed(Time now) {
  if (now < due_) return false;
  due_ = now + between_looks;
  std::string sight = sight_of(file_);
  if (sight.empty() || sight == seen_) return false;  // while an editor changes places there may be none
  seen_ = std::move(sight);
  return true;
}

}  // namespace kiosk::app
