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

WatchedFile::WatchedFile(std::filesystem::path file) : file_{std::move(file)}, seen_{sight()} {}

void WatchedFile::look_also_at(std::vector<std::filesystem::path> files) {
  const bool changed_before = sight() != seen_;
  others_ = std::move(files);
  if (!changed_before) seen_ = sight();
}

std::string WatchedFile::sight() const {
  std::string all = sight_of(file_);
  if (all.empty()) return all;
  for (const std::filesystem::path& other : others_) all += "|" + sight_of(other);
  return all;
}

bool WatchedFile::has_changed(Time now) {
  if (now < due_) return false;
  due_ = now + between_looks;
  std::string seen = sight();
  if (seen.empty() || seen == seen_) return false;  // while an editor changes places there may be none
  seen_ = std::move(seen);
  return true;
}

}  // namespace kiosk::app
