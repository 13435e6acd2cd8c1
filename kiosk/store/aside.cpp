#include "kiosk/store/aside.h"

#include <fmt/core.h>

#include <algorithm>
#include <cerrno>

#include "kiosk/base/file.h"
#include "kiosk/base/folder_lock.h"

namespace kiosk::store {

namespace {

constexpr const char* set_aside_mark = ".damaged-";

StoreError not_set_aside(const IoError& error) {
  const auto kind = error.disk_full() ? StoreError::Kind::disk_full : StoreError::Kind::other;
  return {kind, error.code, "set the damaged store aside", error.path};
}

bool is_there(const std::filesystem::path& path) {
  std::error_code unknown;
  return std::filesystem::exists(std::filesystem::symlink_status(path, unknown));
}

/// The first name under which nothing was set aside yet.
std::filesystem::path free_name(const std::filesystem::path& file) {
  for (int number = 1;; ++number) {
    auto name = file.parent_path() / fmt::format("{}{}{}{}", file.stem().string(), set_aside_mark, number,
                                                 file.extension().string());
    if (!is_there(name) && !is_there(name.string() + ".old")) return name;
  }
}

/// Before a reseal ended the file before has two names, or another file has the second: the first would be
/// wiped as a leftover as soon as a new store is opened.
Result<Done, IoError> move_old(const std::filesystem::path& file, const std::filesystem::path& aside) {
  const std::filesystem::path old = file.string() + ".old";
  if (!is_there(old)) return Done{};
  if (is_same_file(file, old)) return remove_name(old);
  return replace_file(old, aside.string() + ".old");
}

}  // namespace

Result<std::filesystem::path, StoreError> set_aside(const std::filesystem::path& folder,
                                                    const std::string& name) {
  const std::filesystem::path file = folder / name;
  auto lock = FolderLock::share(std::filesystem::path{file}.replace_extension(".lock"));
  if (!lock) return not_set_aside(lock.error());
  if (!lock->try_alone())
    return StoreError{StoreError::Kind::busy, EBUSY, "set the damaged store aside", folder};
  auto aside = free_name(file);
  if (const auto moved = move_old(file, aside); !moved) return not_set_aside(moved.error());
  if (const auto moved = replace_file(file, aside); !moved) return not_set_aside(moved.error());
  if (const auto removed = remove_name(file.string() + "-lock"); !removed)
    return not_set_aside(removed.error());
  if (const auto synced = sync_folder(folder); !synced) return not_set_aside(synced.error());
  return aside;
}

std::vector<std::string> aside_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code unknown;
  for (const auto& found : std::filesystem::directory_iterator{folder, unknown}) {
    std::string name = found.path().filename().string();
    if (name.find(set_aside_mark) != std::string::npos) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace kiosk::store
