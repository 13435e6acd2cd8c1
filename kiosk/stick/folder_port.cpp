#include "kiosk/stick/folder_port.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>

namespace kiosk::stick {

namespace {

/// Calls `changed` for whatever happens in the folder that `names` watches, until `ending` is written to.
void tell_of_names(const Fd& names, const Fd& ending, const std::function<void()>& changed) {
  std::array<pollfd, 2> awaited{pollfd{names.number(), POLLIN, 0}, pollfd{ending.number(), POLLIN, 0}};
  std::array<char, 4096> what_happened{};
  while (true) {
    ::poll(awaited.data(), awaited.size(), -1);
    if (awaited[1].revents != 0) return;
    if (awaited[0].revents == 0) continue;
    if (::read(names.number(), what_happened.data(), what_happened.size()) <= 0) return;
    changed();
  }
}

}  // namespace

FolderPort::~FolderPort() {
  if (!watching_.joinable()) return;
  const std::uint64_t one = 1;
  static_cast<void>(::write(ending_.number(), &one, sizeof one));
  watching_.join();
}

InPort FolderPort::now() const {
  std::error_code unknown;
  if (!std::filesystem::is_directory(folder_, unknown)) return {.kind = InPort::Kind::empty};
  const auto free = free_space(folder_);
  const auto total = disk_size(folder_);
  if (!free || !total) return {.kind = InPort::Kind::unusable, .why = Unusable::unreadable};
  return {.kind = InPort::Kind::stick,
          .label = folder_.filename().string(),
          .free = *free,
          .total = *total,
          .insertion = 1};
}

void FolderPort::watch(std::function<void()> changed) {
  const auto above = folder_.has_parent_path() ? folder_.parent_path() : std::filesystem::path{"."};
  Fd names{::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)};
  ending_ = Fd{::eventfd(0, EFD_CLOEXEC)};
  constexpr unsigned comes_or_goes = IN_CREATE | IN_DELETE | IN_MOVE | IN_ONLYDIR;
  if (!names || !ending_ || ::inotify_add_watch(names.number(), above.c_str(), comes_or_goes) < 0) return;
  watching_ = std::thread{
      [this, watched = std::move(names), told = std::move(changed), before = now().kind]() mutable {
        tell_of_names(watched, ending_, [&] {
          const auto kind = now().kind;
          if (kind == before) return;
          before = kind;
          told();
        });
      }};
}

Result<std::filesystem::path, PortError> FolderPort::mount(Access /*access*/) {
  std::error_code unknown;
  if (!std::filesystem::is_directory(folder_, unknown)) {
    return PortError{PortError::Kind::gone, {}, "there is no stick in " + folder_.string()};
  }
  return folder_;
}

Result<Done, PortError> FolderPort::unmount() { return Done{}; }
Result<Done, PortError> FolderPort::power_off() { return Done{}; }

}  // namespace kiosk::stick
